"""The coming events, as pages show them."""

from events.selectors import EventCard, event_cards

__all__ = ["EventCard", "event_cards"]
