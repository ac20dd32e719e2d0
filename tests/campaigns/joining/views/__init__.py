"""Tests of the pages of joining."""
