"""Tests of the pages editors write."""
