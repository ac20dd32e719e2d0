"""The pages of joining: the form and the organisation's own page."""
