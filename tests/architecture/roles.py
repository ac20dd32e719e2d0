"""Somebody of each role before one walk, for the access table."""

import contextlib
import copy
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.utils import timezone

from campaigns.models import Campaign
from directory.models import User
from directory.services import create_staff, ensure_groups
from events.desk.lists.shapes import ListShape
from events.desk.services.list_files import FileRequest, ask_for_file, make_file
from events.desk.services.list_prints import SheetFacts, record_print
from events.enums import (
    EventRoleKind,
    ListFileKind,
    ListPreset,
    RegistrationState,
    StakeholderGroup,
)
from events.hosting.rules import HostSubmission
from events.hosting.services.applying import apply_to_host
from events.models import Event, HostApplication, Invitation, ListFile, Registration
from events.registration.rules import Guest, PartySubmission
from events.registration.services.invitations import invite
from events.registration.services.register import register_party
from tests import factories
from tests.architecture.addresses import filled_in
from tests.campaigns.joining.builders import make_application

ROLES = (
    "anonymous",
    "organiser",
    "other_organiser",
    "host",
    "volunteer",
    "data_officer",
    "director",
    "editor",
)
YEAR = 2099
SHEET = "7K2QF"


@dataclass(frozen=True)
class Stage:
    """A walk with a registration, and one signed-in browser per role."""

    clients: dict[str, Client]
    values: dict[str, str]
    # In place of `values` where the same name means something else.
    special: dict[str, dict[str, str]]

    @contextlib.contextmanager
    def left_as_it_was(self) -> Iterator[None]:
        """Undo what is done in the block: rows, what browsers keep, and the cache."""
        cookies = {role: copy.deepcopy(client.cookies) for role, client in self.clients.items()}
        # Not atomic(): some services insist that nothing but the test's own is around them.
        begun = transaction.savepoint()
        yield
        transaction.savepoint_rollback(begun)
        for role, client in self.clients.items():
            client.cookies = cookies[role]
        cache.clear()

    def path_of(self, address: str) -> str:
        """Return an address filled in with what is on the stage."""
        return filled_in(address, self.values | self.special.get(folder_of(address), {}))


def set_stage() -> Stage:
    """Make two walks, a registration at the first, and everybody who could ask for it."""
    ensure_groups()
    _make_campaign()
    walk, other = factories.make_walk(city="lahore"), factories.make_walk(city="karachi")
    values = {
        "slug": walk.slug,
        "provider": "mailgun",
        "path": "nothing.jpg",
        "reference": register_somebody(walk).reference,
        "token": "a-token-nobody-issued",
        "year": str(YEAR),
        "kind": "postponed",
        "number": str(invite_somebody(walk).pk),
        "host_reference": _apply().reference,
        "organisation": "nobody",
        "join_reference": make_application(city="lahore").reference,
        "code": "a-code-nobody-issued",
        "sheet": SHEET,
        "paper": "certificates",
        # Nothing is kept behind a password, so nothing asks for one.
        "page_view_restriction_id": "1",
        "page_id": "1",
        "restriction_id": "1",
        "page": "",  # the home page
        "key": "1",
        "name": "nothing.pdf",
        "place": "home",
        "fingerprint": "0" * 20,
        "shape": "wide",
    }
    organiser = factories.make_helper(walk)
    values["file_number"] = str(_make_file(walk, organiser).pk)
    people = _people(walk, other) | {"organiser": organiser}
    _print(walk, organiser)
    volunteer = {"number": str(people["volunteer"].pk), "role": _role(people["volunteer"])}
    special = dict.fromkeys(("people", "volunteers"), volunteer)
    special["p"] = {"number": "999999999"}
    return Stage({role: _client(people.get(role)) for role in ROLES}, values, special)


def _people(walk: Event, other: Event) -> dict[str, User]:
    return {
        "other_organiser": factories.make_helper(other),
        "host": factories.make_helper(walk, EventRoleKind.HOST),
        "volunteer": factories.make_helper(walk, EventRoleKind.VOLUNTEER),
        "data_officer": _staff("data-officer", "Data officers"),
        "director": _staff("director", "Directors"),
        "editor": _staff("editor", "Editors"),
    }


def _make_campaign() -> None:
    Campaign.objects.create(
        year=YEAR, title_en="A year", title_ur="ایک سال", world_day_on=factories.STARTS_AT.date()
    )


def _role(user: User) -> str:
    return str(user.event_roles.get().pk)


def folder_of(address: str) -> str:
    """Return the last folder before a number: "people" of "/L/desk/people/<int:number>/"."""
    return address.partition("/<int:number>")[0].rpartition("/")[2]


def register_somebody(
    walk: Event, name: str = "عائشہ خان", phone: str = "+923001234567"
) -> Registration:
    """Return a registration with a child whose consent is missing."""
    submission = PartySubmission(
        full_name=name,
        phone=phone,
        email="",
        party_size=1,
        names=(),
        # Without a guardian: there is a slip to print.
        minors_count=1,
        guardian_name="",
        guardian_phone="",
    )
    return register_party(
        event=walk,
        submission=submission,
        key=phone[1:].zfill(32),
        language="ur",
        now=timezone.now(),
    )


def invite_somebody(
    walk: Event, name: str = "شہلا رضا", phone: str = "+923011234567"
) -> Invitation:
    """Return an invitation without an answer."""
    guest = Guest(name, "", phone, "", StakeholderGroup.MEDIA, 1)
    invite(event=walk, guests=[guest], language="ur", now=timezone.now())
    return Invitation.objects.get(event=walk)


def _print(walk: Event, actor: User) -> None:
    rows = [(row.pk, row.state, "") for row in walk.registrations.all()]
    facts = SheetFacts(
        "ur", ListPreset.DOOR, RegistrationState.CONFIRMED, ["number", "name"], rows, code=SHEET
    )
    record_print(event=walk, actor=actor, facts=facts, now=timezone.now())


def _apply() -> HostApplication:
    submission = HostSubmission(
        organisation_kind="school",
        organisation_name="گورنمنٹ اسکول",
        full_name="ناہید اختر",
        phone="+923021234567",
        email="",
        city="lahore",
        gathering_place="اسکول کا میدان",
        wished_on=None,
        wished_from=None,
        people_count=50,
    )
    return apply_to_host(submission=submission, key="1" * 32, language="ur", now=timezone.now())


def _make_file(walk: Event, user: User) -> ListFile:
    asked = FileRequest(
        kind=ListFileKind.XLSX,
        language="ur",
        shape=ListShape(),
        state=RegistrationState.CONFIRMED,
        registration_ids=list(Registration.objects.filter(event=walk).values_list("pk", flat=True)),
    )
    list_file = ask_for_file(event=walk, actor=user, request=asked, now=timezone.now())
    make_file(list_file=list_file, clock=timezone.now)
    return list_file


def _staff(username: str, group: str) -> User:
    return create_staff(
        username=username, password=factories.PASSWORD, groups=[group], language="en"
    )


def _client(user: User | None) -> Client:
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    return client
