"""The forms of joining."""
