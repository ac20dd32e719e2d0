"""Tests of what the directory keeps."""
