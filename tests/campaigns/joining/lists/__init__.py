"""Tests of joining in words and on paper."""
