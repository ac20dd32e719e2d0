"""The pages of pledges."""
