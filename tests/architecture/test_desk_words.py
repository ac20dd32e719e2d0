"""Every page of the desk is wholly Urdu for a director who reads Urdu, its numbers set apart."""

import re

import pytest
from django.test import Client

from directory.models import User
from tests.architecture.access_table import TABLE
from tests.architecture.roles import Stage, set_stage
from tests.journeys.foreign_words import foreign_words
from urdu.isolation import raw_runs

pytestmark = pytest.mark.look

# What a list holds as a file, not as a page, is tested with its own reader.
SHOWN = (200, 409)
DESK = [
    address
    for address in sorted(TABLE)
    if address.startswith("/L/desk/") and TABLE[address]["GET"]["director"] in SHOWN
]


@pytest.fixture
def stage(db: None) -> Stage:
    """Somebody of each role before a walk, with an application and a printed list."""
    stage = set_stage()
    User.objects.filter(username="director").update(language="ur")
    return stage


def pages(client: Client, stage: Stage, addresses: list[str]) -> dict[str, str]:
    """Return the HTML of each address that answers with a page."""
    found = {}
    for address in addresses:
        response = client.get(stage.path_of(address))
        if response.headers.get("Content-Type", "").startswith("text/html"):
            found[address] = response.content.decode()
    return found


def test_pages_of_the_desk_hold_no_foreign_word_and_no_raw_number(stage: Stage) -> None:
    shown = pages(stage.clients["director"], stage, DESK)

    # A username is typed on every keyboard, and shown as it is typed.
    names = {word for user in User.objects.all() for word in re.split(r"[^a-z]", user.username)}
    words = {
        # References and codes are capitals and figures.
        address: {word for word in foreign_words(html, "ur") if not word.isupper()} - names
        for address, html in shown.items()
    }
    numbers = {address: raw_runs(html) for address, html in shown.items()}
    assert len(shown) > len(DESK) / 2
    assert {address: found for address, found in words.items() if found} == {}
    assert {address: found for address, found in numbers.items() if found} == {}
