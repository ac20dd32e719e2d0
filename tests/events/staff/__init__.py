"""The people of the desk, their accounts, and the log."""
