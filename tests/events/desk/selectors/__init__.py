"""Tests of what the desk asks."""
