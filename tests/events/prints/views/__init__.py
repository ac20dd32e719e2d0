"""Tests of the print shop's public pages."""
