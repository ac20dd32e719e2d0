"""Lahore's walk, for what is said to its people."""

import pytest

from events.models import Event
from tests.events.desk import builders


@pytest.fixture
def lahore(db: None) -> Event:
    """Return Lahore's walk."""
    return builders.make_event("lahore")
