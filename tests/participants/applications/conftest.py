"""The day on which people apply."""

from tests.events.conftest import clock

__all__ = ["clock"]
