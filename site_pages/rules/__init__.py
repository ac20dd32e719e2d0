"""What holds for pages without asking the database."""
