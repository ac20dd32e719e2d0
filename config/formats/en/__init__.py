"""English formats as used in Pakistan."""
