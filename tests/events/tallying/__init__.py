"""Tests of counting a year's events."""
