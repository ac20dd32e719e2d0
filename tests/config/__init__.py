"""Tests of the project's settings, commands and demonstration."""
