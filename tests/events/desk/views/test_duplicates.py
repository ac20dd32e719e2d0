"""Possible repeats at the desk: side by side, one tap, one line in the log, one's own city."""

from typing import Any

import pytest
from django.test import Client

from events.enums import RegistrationState
from events.models import Event, Places, Registration
from participants.enums import AuditAction
from participants.models import AuditEntry
from tests.events.pages import Page
from tests.events.registration.builders import register
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
REPEATS = "/{}/desk/events/walk-lahore-2027/repeats/"


@pytest.fixture
def pair(lahore: Event) -> tuple[Registration, Registration]:
    """Return a registration and a like one after it."""
    phone = "+923001239876"
    first = register(lahore, 2, phone=phone, names=("علی",))
    like: dict[str, Any] = {"full_name": "Kausar Abbas", "email": "somebody@example.com"}
    return first, register(lahore, 3, phone=phone, **like)


@pytest.mark.parametrize("language", ["ur", "en"])
def test_pairs_stand_side_by_side_with_masked_phones(
    language: str, desk: Client, pair: tuple[Registration, Registration]
) -> None:
    page = Page(desk.get(REPEATS.format(language)))

    sides = [side.get_text(" ", strip=True) for side in page.soup.select(".repeat-pair__side")]
    assert [first.reference in side for first, side in zip(pair, sides, strict=True)] == [True] * 2
    assert "3001239876" not in page.html
    assert "somebody@example.com" not in page.html
    assert [word for word in page.foreign_words(language) if word != "organiser-lahore"] == []
    assert language == "en" or raw_runs(page.html) == []
    event_url = REPEATS.format(language).replace("repeats/", "")
    assert page.soup.select_one(f'main a.button[href="{event_url}"]')


def test_looking_writes_who_looked(desk: Client, pair: tuple[Registration, Registration]) -> None:
    desk.get(REPEATS.format("ur"))

    entry = AuditEntry.objects.get()
    assert (entry.action, entry.kind, entry.row_count) == (
        AuditAction.VIEW,
        "possible-repeats",
        2,
    )


def test_one_tap_makes_them_one(desk: Client, pair: tuple[Registration, Registration]) -> None:
    first, second = pair

    response = desk.post(
        REPEATS.format("en"), {"reference": second.reference, "action": "merge"}, follow=True
    )

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.party_size, second.state) == (3, RegistrationState.CANCELLED)
    assert Places.objects.get(event=first.event).taken == 3
    kinds = list(AuditEntry.objects.order_by("pk").values_list("action", "kind"))
    assert kinds[0] == (AuditAction.CHANGE, "repeat-merged")
    assert "The two are one registration now." in Page(response).text()
    assert "No repeats" in Page(response).text()


def test_keeping_both_changes_nothing_but_the_mark(
    desk: Client, pair: tuple[Registration, Registration]
) -> None:
    _first, second = pair

    desk.post(REPEATS.format("en"), {"reference": second.reference, "action": "keep"})

    second.refresh_from_db()
    assert (second.repeat_of, second.state) == (None, RegistrationState.CONFIRMED)
    assert AuditEntry.objects.get().kind == "repeat-kept"


def test_tapping_twice_changes_nothing_more(
    desk: Client, pair: tuple[Registration, Registration]
) -> None:
    fields = {"reference": pair[1].reference, "action": "merge"}
    desk.post(REPEATS.format("en"), fields)

    response = desk.post(REPEATS.format("en"), fields, follow=True)

    assert "Nothing was changed." in Page(response).text()
    assert Places.objects.get(event=pair[0].event).taken == 3


def test_pairs_of_another_city_cannot_be_touched(
    desk: Client, lahore: Event, karachi: Event
) -> None:
    register(karachi, full_name="نسرین")
    foreign = register(karachi, full_name="نسرین")

    desk.post(REPEATS.format("ur"), {"reference": foreign.reference, "action": "merge"})
    answers = [
        desk.get(REPEATS.format("ur").replace("lahore", "karachi")),
        desk.post(REPEATS.format("ur").replace("lahore", "karachi"), {}),
    ]

    foreign.refresh_from_db()
    assert foreign.state == RegistrationState.CONFIRMED
    assert [answer.status_code for answer in answers] == [404, 404]


def test_page_costs_the_same_for_one_pair_and_many(
    desk: Client, lahore: Event, django_assert_num_queries: object
) -> None:
    def queries() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as found:
            desk.get(REPEATS.format("en"))
        return len(found)

    register(lahore)
    register(lahore)
    queries()
    one = queries()
    for number in range(8):
        register(lahore, phone=f"+9230012345{number:02d}")
        register(lahore, phone=f"+9230012345{number:02d}")

    assert queries() == one
