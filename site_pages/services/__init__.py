"""What editors do to a page in both languages at once, and the words search looks through."""
