"""A year as one PDF: what it came to, what took place, who carried it, and how it was counted."""
