"""Commands of pages."""
