"""The pure rules of pledges."""
