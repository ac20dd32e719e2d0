"""The morning of the walk, and a phone at its gate."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from events.models import Event
from tests.events.desk.views.gates import TODAY, Phone, prepare


@pytest.fixture
def on_the_day() -> Iterator[time_machine.Traveller]:
    """Stop the clock on the morning of the walk."""
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def phone(on_the_day: time_machine.Traveller, desk: Client, lahore: Event) -> Phone:
    """A phone that was prepared at Gate A."""
    return prepare(desk)
