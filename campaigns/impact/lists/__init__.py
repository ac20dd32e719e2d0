"""A year in words: for the page, as open data, for the report."""
