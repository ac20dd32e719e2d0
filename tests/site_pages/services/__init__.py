"""Tests of what editors do to both languages of a page."""
