"""The forms of whoever looks after pledges."""
