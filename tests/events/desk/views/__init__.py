"""Tests of the desk's pages and files."""
