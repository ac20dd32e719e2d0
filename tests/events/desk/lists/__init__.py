"""Tests of the attendee list in each medium."""
