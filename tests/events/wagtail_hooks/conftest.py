"""An editor, and a walk to edit."""

import pytest
from django.test import Client

from directory.services import create_staff, ensure_groups
from events.models import Event
from tests.site_pages.builders import make_city, make_walk


@pytest.fixture
def walk(db: None) -> Event:
    """A walk in Lahore."""
    return make_walk("walk-lahore", make_city(), summary_ur="خلاصہ")


def signed_in(group: str) -> Client:
    """Return the browser of somebody of a group."""
    ensure_groups()
    user = create_staff(username=group, password="a long password", groups=[group], language="en")
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(db: None) -> Client:
    """An editor's browser."""
    return signed_in("Editors")


@pytest.fixture
def translator(db: None) -> Client:
    """A translator's browser: may write words, may not move a walk."""
    return signed_in("Translators")
