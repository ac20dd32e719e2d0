"""The forms of hosting."""
