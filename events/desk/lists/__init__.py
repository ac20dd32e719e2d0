"""An event's list of attendees: one definition of columns, and how each medium shows them."""
