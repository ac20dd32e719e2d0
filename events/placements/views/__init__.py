"""Placements at the desk, and the short link itself."""
