"""What a year came to: totals by city, the impact page, open data and the yearly report."""
