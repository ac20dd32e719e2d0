"""Tests of the organisers' desk."""
