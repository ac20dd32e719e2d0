"""Date and number formats of our own, since Django's Urdu ones are American."""
