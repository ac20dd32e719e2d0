"""The impact page, the open data and the report."""
