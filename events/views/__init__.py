"""Public pages of events: list, one event, campaign, calendars."""
