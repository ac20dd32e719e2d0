"""Choosing columns: remembered per organiser and event, in every form of the list."""

import csv
import io

import openpyxl
import pytest
from django.test import Client

from directory.models import User
from events.models import Event, EventRole, ListSetting
from tests.events.desk import builders
from tests.events.desk.builders import register

LIST = "/en/desk/events/walk-lahore-2027/attendees/"
COLUMNS = f"{LIST}columns/"
OWN = {"preset": "own", "columns": ["name", "state"], "sort": "code", "blank_row_count": "3"}


def headings(client: Client, path: str) -> list[str]:
    """Return the first line of a CSV."""
    text = b"".join(client.get(path)).decode("utf-8-sig")
    return next(csv.reader(io.StringIO(text)))


def test_choice_is_remembered_in_every_form(desk: Client, lahore: Event, organiser: User) -> None:
    register(lahore, "Ali")

    response = desk.post(COLUMNS, OWN)

    assert response.headers["Location"] == LIST
    shown = desk.get(LIST).content.decode()
    assert 'data-label="Status"' in shown
    assert 'data-label="Phone"' not in shown
    assert '<option value="code" selected>' in shown
    printed = desk.get(f"{LIST}print/").content.decode()
    assert printed.count("paper-table__row--blank") == 3
    assert headings(desk, f"{LIST[:-1]}.csv") == ["No.", "Name", "Status"]
    book = openpyxl.load_workbook(io.BytesIO(desk.get(f"{LIST[:-1]}.xlsx").content)).active
    assert [cell.value for cell in book[1]] == ["No.", "Name", "Status"]
    setting = ListSetting.objects.get()
    assert (setting.event, setting.user) == (lahore, organiser)


def test_choice_is_another_for_another_event_and_another_organiser(
    desk: Client, lahore: Event, karachi: Event, organiser: User
) -> None:
    desk.post(COLUMNS, OWN)
    EventRole.objects.create(event=karachi, user=organiser, role="organiser")
    colleague = builders.make_user("colleague")
    EventRole.objects.create(event=lahore, user=colleague, role="organiser")
    other = Client()
    other.force_login(colleague)

    assert "Phone" in headings(desk, f"{LIST[:-1].replace('lahore', 'karachi')}.csv")
    assert "Phone" in headings(other, f"{LIST[:-1]}.csv")


def test_choosing_again_replaces_and_an_address_overrules(desk: Client, lahore: Event) -> None:
    desk.post(COLUMNS, OWN)
    desk.post(COLUMNS, OWN | {"preset": "transport"})

    assert ListSetting.objects.count() == 1
    assert headings(desk, f"{LIST[:-1]}.csv") == [
        "No.", "Name", "Phone", "People", "Under 18", "School or organisation",
    ]  # fmt: skip
    assert headings(desk, f"{LIST[:-1]}.csv?preset=own") == ["No.", "Name", "Status"]
    assert "Name" not in headings(desk, f"{LIST[:-1]}.csv?preset=statistics")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"columns": []}, "Choose at least one column."),
        ({"columns": ["name", "password"]}, "Choose one of the options."),
        ({"preset": "everything"}, "Choose one of the options."),
        ({"sort": "-contact__phone"}, "Choose one of the options."),
        ({"blank_row_count": "201"}, "Write a number from 0 to 200."),
        ({"blank_row_count": "\x00"}, "Write a number from 0 to 200."),
        (
            {
                "columns": [
                    "name", "reference", "phone", "kind", "group_name", "state", "language",
                    "registered_at", "consent_missing", "no_photographs", "present", "signature",
                ]
            },
            "So many columns do not fit on A4.",
        ),
    ],
)  # fmt: skip
def test_choice_that_cannot_be_is_explained_and_not_kept(
    desk: Client, lahore: Event, change: dict[str, object], words: str
) -> None:
    response = desk.post(COLUMNS, OWN | change)

    assert response.status_code == 200
    assert words in response.content.decode()
    assert ListSetting.objects.count() == 0


def test_form_shows_what_is_remembered(desk: Client, lahore: Event) -> None:
    desk.post(COLUMNS, OWN)

    shown = desk.get(COLUMNS).content.decode()

    assert '<input type="radio" name="preset" value="own"' in shown
    assert shown.count("checked") == 3
    assert 'value="3"' in shown
