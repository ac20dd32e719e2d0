"""Pages of registration: the form with its check page, and the own page."""
