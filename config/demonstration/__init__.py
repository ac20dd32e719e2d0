"""The demonstration campaign: invented people, real facts with their sources."""
