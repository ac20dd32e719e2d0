"""Somebody who has registered, and the browser in which the own page is open."""

import pytest
from django.test import Client

from events.models import Registration
from tests.events.registration.builders import make_walk, register
from tests.events.registration.own_pages import link_to


@pytest.fixture
def registration() -> Registration:
    """Return a party of three, one of them named."""
    return register(make_walk(), 3, names=("Bilal Ahmed",), email="somebody@example.com")


@pytest.fixture
def holder(registration: Registration) -> Client:
    """Return a browser that has opened the link."""
    client = Client()
    client.get(link_to(registration))
    return client
