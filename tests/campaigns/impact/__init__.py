"""Tests of totals, the impact page and open data."""
