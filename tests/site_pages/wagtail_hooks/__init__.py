"""Tests of pages in the CMS."""
