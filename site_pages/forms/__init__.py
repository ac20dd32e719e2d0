"""Forms of the pages; nothing typed in them is kept."""
