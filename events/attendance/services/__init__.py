"""The only writers of attendance."""
