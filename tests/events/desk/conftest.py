"""Two cities' walks, and who may see what of them."""

import pytest
from django.test import Client

from directory.models import User
from events.enums import EventRoleKind
from events.models import Event
from tests.events.desk import builders


@pytest.fixture
def lahore(db: None) -> Event:
    """Return Lahore's walk."""
    return builders.make_event("lahore")


@pytest.fixture
def karachi(db: None) -> Event:
    """Return Karachi's walk, with somebody on it whose name must not leak."""
    event = builders.make_event("karachi")
    builders.register(event, "کراچی والی شہلا", phone="+923997654321")
    return event


@pytest.fixture
def organiser(lahore: Event) -> User:
    """Return Lahore's organiser."""
    return builders.make_organiser(lahore)


@pytest.fixture
def desk(organiser: User) -> Client:
    """Return the browser of Lahore's organiser."""
    client = Client()
    client.force_login(organiser)
    return client


@pytest.fixture
def gate(lahore: Event) -> Client:
    """Return the browser of a gate volunteer of Lahore."""
    client = Client()
    client.force_login(builders.make_organiser(lahore, EventRoleKind.VOLUNTEER))
    return client
