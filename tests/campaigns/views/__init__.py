"""Pages of pledges."""
