"""Tests of placements: made, opened, followed, printed."""
