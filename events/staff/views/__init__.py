"""Pages about the people of the desk, one's own account, and the log."""
