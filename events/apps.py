"""The events app."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Walks and seminars."""

    name = "events"
