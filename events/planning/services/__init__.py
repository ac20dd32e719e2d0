"""What planning writes: drafts, many at once, and taking them back."""
