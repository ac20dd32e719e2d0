"""Who came: check-ins, walk-ins, gates and what does not add up between them."""
