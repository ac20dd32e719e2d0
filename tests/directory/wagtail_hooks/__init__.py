"""Helplines and cities in the CMS."""
