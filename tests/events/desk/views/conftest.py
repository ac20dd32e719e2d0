"""The morning of the walk, and a phone at its gate."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from directory.models import User
from events.desk.services.list_prints import SheetFacts, record_print
from events.enums import ListPreset, RegistrationState
from events.models import Event, ListPrint
from tests.events.desk import builders
from tests.events.desk.builders import NOON
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


@pytest.fixture
def sheet(lahore: Event, organiser: User) -> ListPrint:
    """Return a sheet with five rows; row 3 is a party of four."""
    people = [
        builders.register(lahore, name, party=("الف", "ب", "ج") if row == 3 else ())
        for row, name in enumerate(("احمد", "بشریٰ", "Zara Khan", "ثمینہ", "جمیل"), 1)
    ]
    rows = [(one.pk, one.state, "f") for one in people]
    facts = SheetFacts(
        "ur", ListPreset.DOOR, RegistrationState.CONFIRMED, ["number", "name"], rows, 20
    )
    return record_print(event=lahore, actor=organiser, facts=facts, now=NOON)
