"""Placements in the words of the desk and on paper."""
