"""Tests of the language package, on real words."""
