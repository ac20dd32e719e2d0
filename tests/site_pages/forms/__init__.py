"""Tests of the forms of pages."""
