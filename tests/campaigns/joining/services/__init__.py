"""Tests of what joining writes."""
