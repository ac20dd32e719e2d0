"""Registration of a party for an event: the form, the promise of places, the own page."""
