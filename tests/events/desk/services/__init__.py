"""Tests of what the desk writes."""
