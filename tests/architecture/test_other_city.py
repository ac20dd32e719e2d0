"""Another city's objects, named in every path, body and query of the desk, do not exist."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client
from django.utils import timezone

from directory.models import User
from events.desk.services.list_prints import SheetFacts, record_print
from events.enums import EventRoleKind, ListPreset, RegistrationState
from events.models import Event, Registration, SheetPhotograph
from tests import factories
from tests.architecture.access_table import TABLE
from tests.architecture.addresses import filled_in
from tests.architecture.roles import (
    Stage,
    folder_of,
    invite_somebody,
    register_somebody,
    set_stage,
)
from tests.architecture.source_tree import ROOT

# Who may is asked above the database: PostgreSQL gives the same answers, with the drills.
pytestmark = pytest.mark.look

SECRETS = ("زلیخا", "واک، کراچی", "walk, Karachi", "کراچی باغ", "Garden of Karachi")
# Not there, not in this way, or only with a token of its own.
NOTHING = (404, 405, 401)
# What a view or form of the desk reads from a query or body, as its source says.
READ = re.compile(r"request\.(?:GET|POST)(?:\.get(?:list)?\(|\[)\s*\"(\w+)\"")
FIELD = re.compile(r"^    (\w+) = (?:\w+\.)*\w*(?:Field|field)\(", re.MULTILINE)
NUMBERED = {
    "invitations": "invitation",
    "volunteers": "person",
    "photographs": "photograph",
}
DESK = [address for address in sorted(TABLE) if address.startswith("/L/desk/events/<slug:slug>/")]


def names_read() -> list[str]:
    """Return every name that some page of the desk or of staff reads."""
    texts = [
        file.read_text(encoding="utf-8")
        for folder in ("events/desk", "events/staff")
        for file in Path(ROOT / folder).rglob("*.py")
    ]
    return sorted({name for text in texts for name in READ.findall(text) + FIELD.findall(text)})


class City:
    """Karachi's walk with everything that could be named of it."""

    def __init__(self) -> None:
        self.walk = Event.objects.get(city__slug="karachi")
        self.registration = register_somebody(self.walk, "زلیخا بانو", "+923007654321")
        self.invitation = invite_somebody(self.walk, "زلیخا رضا", "+923017654321")
        self.photograph = self._photograph()
        self.volunteer: User = factories.make_helper(self.walk, EventRoleKind.VOLUNTEER)

    def _photograph(self) -> SheetPhotograph:
        """Return evidence of a sheet that was filled in there."""
        organiser, now = self.walk.roles.get().user, timezone.now()
        rows = [(self.registration.pk, self.registration.state, "")]
        facts = SheetFacts(
            "ur", ListPreset.DOOR, RegistrationState.CONFIRMED, ["number"], rows, code="9QK2D"
        )
        sheet = record_print(event=self.walk, actor=organiser, facts=facts, now=now)
        return SheetPhotograph.objects.create(
            event=self.walk, list_print=sheet, content=b"jpeg", kept_at=now, kept_by=organiser
        )

    def keys(self) -> dict[str, str]:
        """Return what names something of this city, by what it names."""
        return {
            "event": self.walk.slug,
            "reference": self.registration.reference,
            "registration": str(self.registration.pk),
            "invitation": str(self.invitation.pk),
            "person": str(self.volunteer.pk),
            "photograph": str(self.photograph.pk),
            "role": str(self.volunteer.event_roles.get().pk),
        }

    def state(self) -> str:
        """Return every row of this city's event, and of its people, as text."""
        own = {"event": self.walk.pk}
        rows = []
        for model in apps.get_app_config("events").get_models():
            names = {field.name for field in model._meta.concrete_fields}
            if model is Event:
                rows += list(model._default_manager.filter(pk=self.walk.pk))
            elif "event" in names:
                rows += list(model._default_manager.filter(**own).order_by("pk"))
            elif "registration" in names:
                found = model._default_manager.filter(registration__event=self.walk.pk)
                rows += list(found.order_by("pk"))
        rows.append(self.registration.contact)
        return str(serializers.serialize("json", rows))


@pytest.fixture
def stage(db: None) -> Stage:
    """Return two walks and everybody who could ask for them."""
    return set_stage()


@pytest.fixture
def karachi(stage: Stage) -> City:
    """Return the other city."""
    return City()


def body_of(response: Any) -> str:
    """Return the whole answer as text, streamed or not."""
    parts = response if response.streaming else [response.content]
    return b"".join(parts).decode("utf-8", "replace")


def leaked(text: str) -> list[str]:
    """Return what of the other city stands in an answer."""
    return [secret for secret in SECRETS if secret in text]


def paths_into(stage: Stage, karachi: City) -> Iterator[str]:
    """Yield every address of the desk with something of the other city in its path."""
    for address in DESK:
        # Every folder with a number says above what it numbers.
        named = NUMBERED[folder_of(address)] if "<int:number>" in address else "role"
        number = {"number": karachi.keys()[named]}
        yield filled_in(address, stage.values | number | {"slug": karachi.walk.slug})
        if "<int:number>" in address:
            yield filled_in(address, stage.values | number)


@pytest.mark.parametrize("role", ["organiser", "host", "volunteer", "editor"])
def test_paths_that_name_another_city_do_not_exist(stage: Stage, karachi: City, role: str) -> None:
    client, before = stage.clients[role], karachi.state()

    answers = {
        (method, path): client.generic(method, path)
        for path in sorted(set(paths_into(stage, karachi)))
        for method in ("GET", "POST")
    }

    wrong = {key: one.status_code for key, one in answers.items() if one.status_code not in NOTHING}
    assert wrong == {}
    assert {key for key, one in answers.items() if leaked(body_of(one))} == set()
    assert karachi.state() == before


@pytest.mark.parametrize("address", DESK)
def test_bodies_and_queries_that_name_another_city_reach_nothing_of_it(
    stage: Stage, karachi: City, address: str
) -> None:
    client: Client = stage.clients["organiser"]
    path, before, names = stage.path_of(address), karachi.state(), names_read()
    named = [dict.fromkeys(names, key) for key in karachi.keys().values()]
    answers = [
        answer for data in named for answer in (client.get(path, data), client.post(path, data))
    ]

    # What was typed comes back in a field of the form; nothing else of the city may.
    assert [leaked(body_of(answer)) for answer in answers] == [[]] * len(answers)
    assert max(answer.status_code for answer in answers) < 500
    assert karachi.state() == before


def test_names_that_are_tried_are_those_the_pages_read() -> None:
    assert {"reference", "key", "codes", "role", "successor", "page", "q"} <= set(names_read())


def test_state_of_a_city_shows_what_is_changed(karachi: City) -> None:
    before = karachi.state()

    Registration.objects.filter(pk=karachi.registration.pk).update(party_size=2)

    assert karachi.state() != before
