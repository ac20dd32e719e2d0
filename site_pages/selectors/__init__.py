"""What pages and their frame ask of the database."""
