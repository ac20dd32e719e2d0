"""Two cities' walks, a director, and an organiser."""

import pytest
from django.test import Client

from directory.models import User
from directory.services import create_staff, ensure_groups
from events.models import Event
from tests import factories


@pytest.fixture
def lahore(db: None) -> Event:
    """Return Lahore's walk."""
    return factories.make_walk(city="lahore")


@pytest.fixture
def karachi(db: None) -> Event:
    """Return Karachi's walk."""
    return factories.make_walk(city="karachi")


@pytest.fixture
def director(db: None) -> User:
    """Return somebody who manages staff."""
    ensure_groups()
    return create_staff(
        username="the-director", password=factories.PASSWORD, groups=["Directors"], language="en"
    )


@pytest.fixture
def organiser(lahore: Event) -> User:
    """Return Lahore's organiser."""
    return factories.make_helper(lahore)


def browser_of(user: User) -> Client:
    """Return a browser in which somebody is signed in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def office(director: User) -> Client:
    """Return the director's browser."""
    return browser_of(director)


@pytest.fixture
def desk(organiser: User) -> Client:
    """Return the browser of Lahore's organiser."""
    return browser_of(organiser)
