"""What site_pages writes by itself: the words search looks through."""
