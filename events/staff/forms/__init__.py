"""Forms about the people of the desk and the log."""
