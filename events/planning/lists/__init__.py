"""What pages of planning show: drafts that would be made, and years."""
