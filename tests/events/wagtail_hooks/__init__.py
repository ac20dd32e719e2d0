"""Tests of the CMS forms for events."""
