"""Slips at the desk: printed after a line in the log, marked by code in any digits, undone."""

from typing import Any

import pytest
from django.test import Client

from directory.models import User
from events.enums import PartyKind
from events.models import ConsentSlip, Event, Places, Registration
from participants.enums import AuditAction
from participants.models import AuditEntry
from tests.events.desk.builders import register
from tests.events.pages import Page
from tests.events.registration import builders
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
SLIPS = "/{}/desk/events/walk-lahore-2027/slips/"
PDF = "/ur/desk/events/walk-lahore-2027/slips.pdf"
CLASS: dict[str, Any] = {"kind": PartyKind.GROUP, "minors_count": 4}


@pytest.fixture
def school(lahore: Event) -> Registration:
    """Return a class of five with four children."""
    return builders.register(lahore, 5, group_name="نمونہ اسکول", **CLASS)


def code(registration: Registration, number: int) -> str:
    """Return the code of one of its slips."""
    return f"{registration.reference[-5:]}-{number:03d}"


def received(registration: Registration) -> list[int]:
    """Return which slips have come, by number."""
    slips = ConsentSlip.objects.filter(registration=registration).exclude(received_at=None)
    return list(slips.order_by("position").values_list("position", flat=True))


@pytest.mark.parametrize("language", ["ur", "en"])
def test_page_names_groups_and_what_is_missing(
    language: str, desk: Client, school: Registration
) -> None:
    page = Page(desk.get(SLIPS.format(language)))

    assert [name.get_text() for name in page.soup.select(".slip-group__name")] == ["نمونہ اسکول"]
    assert page.soup.select(".slip-group__missing bdi")[0].get_text() == "1-4"
    assert [word for word in page.foreign_words(language) if word != "organiser-lahore"] == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []


def test_codes_typed_are_marked_with_who_took_them(
    desk: Client, school: Registration, organiser: User
) -> None:
    typed = f"{code(school, 1).lower()}، {school.reference[-5:]}-۳"

    page = Page(desk.post(SLIPS.format("en"), {"codes": typed}))

    assert received(school) == [1, 3]
    assert ConsentSlip.objects.exclude(received_at=None)[0].received_by == organiser
    assert page.soup.select(".notice__title")[0].get_text() == "2 slips received"


def test_undo_takes_back_what_was_marked_just_now(desk: Client, school: Registration) -> None:
    desk.post(SLIPS.format("en"), {"codes": code(school, 1)})
    done = Page(desk.post(SLIPS.format("en"), {"codes": f"{school.reference[-5:]}-1-2"}))
    (undo,) = done.soup.select('.notice input[name="codes"]')

    desk.post(SLIPS.format("en"), {"codes": undo["value"], "undo": "1"})

    assert received(school) == [1]


def test_unknown_codes_are_named_and_the_others_marked(desk: Client, school: Registration) -> None:
    page = Page(desk.post(SLIPS.format("en"), {"codes": f"{code(school, 1)} {code(school, 9)} x"}))

    assert received(school) == [1]
    assert code(school, 9) in page.soup.select(".notice")[0].get_text()


def test_of_a_chosen_group_numbers_are_enough(desk: Client, school: Registration) -> None:
    address = f"{SLIPS.format('ur')}?reference={school.reference}"

    page = Page(desk.post(address, {"codes": "1-3"}))

    assert received(school) == [1, 2, 3]
    assert page.soup.select(".slip-group__missing bdi")[0].get_text() == "4"


@pytest.mark.parametrize("typed", ["", " ", "\x00", "x" * 7000])
def test_nothing_or_too_much_is_explained(desk: Client, school: Registration, typed: str) -> None:
    response = desk.post(SLIPS.format("en"), {"codes": typed})

    assert response.status_code == 200
    assert Page(response).errors()
    assert received(school) == []


def test_pdf_leaves_after_its_line_in_the_log(desk: Client, school: Registration) -> None:
    response = desk.get(PDF, {"reference": school.reference})

    entry = AuditEntry.objects.get()
    assert response.content.startswith(b"%PDF")
    assert (entry.action, entry.kind, entry.row_count) == (AuditAction.PRINT, "consent-slips", 4)
    assert school.group_name not in str(vars(entry))


def test_slips_of_another_city_are_neither_shown_nor_printed_nor_marked(
    desk: Client, karachi: Event, lahore: Event
) -> None:
    Places.objects.filter(event=karachi).update(largest_group=60)
    foreign = builders.register(karachi, 5, group_name="کراچی اسکول", **CLASS)

    page = desk.post(SLIPS.format("ur"), {"codes": code(foreign, 1)})
    answers = [
        desk.get(PDF, {"reference": foreign.reference}),
        desk.get(PDF.replace("lahore", "karachi")),
        desk.get(SLIPS.format("ur").replace("lahore", "karachi")),
    ]

    assert received(foreign) == []
    assert "کراچی اسکول" not in page.text
    assert [answer.status_code for answer in answers] == [404] * 3


def test_nobody_else_opens_them(gate: Client, school: Registration) -> None:
    assert gate.get(SLIPS.format("ur")).status_code == 404
    assert Client().get(PDF).status_code == 302


def test_list_of_attendees_says_whose_consent_is_missing(
    desk: Client, school: Registration, lahore: Event
) -> None:
    desk.post(SLIPS.format("en"), {"codes": code(school, 1)})
    register(lahore, "بغیر بچوں کے")

    page = Page(desk.get("/en/desk/events/walk-lahore-2027/attendees/"))

    remarks = [found.get_text() for found in page.soup.select(".attendee__remarks")]
    assert remarks == ["نمونہ اسکول, Consent missing: 3"]


def test_list_of_attendees_says_who_wants_no_photographs(desk: Client, lahore: Event) -> None:
    builders.register(lahore, wants_no_photographs=True)

    sheet = desk.get("/en/desk/events/walk-lahore-2027/attendees.csv")
    page = Page(desk.get("/en/desk/events/walk-lahore-2027/attendees/"))

    assert page.soup.select(".attendee__remarks")[0].get_text() == "No photographs"
    line = b"".join(sheet.streaming_content).decode().splitlines()[1]  # type: ignore[attr-defined]
    assert ",Yes,Confirmed," in line


def test_a_family_with_its_guardian_misses_nothing(desk: Client, lahore: Event) -> None:
    guardian: dict[str, Any] = {"guardian_name": "ثمینہ", "guardian_phone": "+923017654321"}
    builders.register(lahore, 3, minors_count=2, **guardian)

    page = Page(desk.get("/en/desk/events/walk-lahore-2027/attendees/"))

    assert page.soup.select(".attendee__remarks") == []
