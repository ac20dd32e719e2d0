"""Counting a year's events for campaigns: people, head-counts, organisations, from the rows."""
