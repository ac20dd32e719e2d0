"""Telling organisers why the page looks as it does, in both languages."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from events.enums import Audience, EventState, StatusReason
from events.models import Event, Places
from events.selectors import status_reason
from events.views.reasons import reason_words
from tests.events.registration.builders import KARACHI, NOW, make_walk
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
CLOSING = datetime.datetime(2027, 4, 30, 23, 59, tzinfo=KARACHI)
ENDED = 'Friday, 30 April 2027, <bdi dir="ltr" class="num">11:59</bdi> pm'
LATER = NOW + datetime.timedelta(days=1)
OVER = {"starts_at": NOW - datetime.timedelta(hours=3), "ends_at": NOW, "happens_on": NOW.date()}


def words(event: Event, language: str) -> str:
    """Return the sentence in a language."""
    with translation.override(language):
        return str(reason_words(Event.objects.get(pk=event.pk), language, NOW))


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        ({"registration_closes_at": CLOSING}, f"Closed, because registration ended on {ENDED}."),
        ({"state": EventState.CLOSED}, "Closed, because an organiser closed registration."),
        ({"audience": Audience.INVITATION},
         "By invitation: whoever is invited answers, nobody registers on the page."),
        ({}, "Open, because 10 of 10 places are free."),
    ],
    ids=str,
)  # fmt: skip
def test_reason_names_the_fact_behind_it(schedule: dict[str, Any], said: str) -> None:
    walk = make_walk(**schedule)

    assert words(walk, "en") == said


def test_waiting_list_is_explained_by_its_numbers() -> None:
    walk = make_walk(capacity=250)
    Places.objects.update(taken=250, waiting=3, has_waiting_list=True)

    assert words(walk, "en") == (
        "Waiting list, because 250 of 250 places are taken and 3 people wait."
    )


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        ({"precision": "day", "starts_at": None, "ends_at": None},
         'Over, because its day has passed: Thursday, 1 April 2027.'),
        ({"precision": "month", "starts_at": None, "ends_at": None},
         'Over, because its day has passed: April 2027.'),
        ({"precision": "time", "ends_at": None},
         'Over, because its day has passed: Thursday, 1 April 2027.'),
    ],
    ids=["day", "month", "no end"],
)  # fmt: skip
def test_an_event_without_an_end_ends_at_no_midnight(schedule: dict[str, Any], said: str) -> None:
    walk = make_walk(**OVER | {"happens_on": datetime.date(2027, 4, 1)} | schedule)

    now = datetime.datetime(2027, 5, 2, 9, tzinfo=KARACHI)
    with translation.override("en"):
        english = reason_words(Event.objects.get(pk=walk.pk), "en", now)
    with translation.override("ur"):
        urdu = reason_words(Event.objects.get(pk=walk.pk), "ur", now)

    assert BeautifulSoup(english, "html.parser").get_text() == said
    assert raw_runs(str(urdu)) == []


def test_a_draft_is_explained_first() -> None:
    walk = make_walk(state=EventState.CANCELLED)
    Event.objects.update(live=False)

    assert words(walk, "en") == "Nobody sees the page, because it is not published yet."


EVERY_REASON: dict[StatusReason, tuple[dict[str, Any], dict[str, Any]]] = {
    StatusReason.CANCELLED: ({"state": EventState.CANCELLED}, {}),
    StatusReason.POSTPONED: ({"state": EventState.POSTPONED}, {}),
    StatusReason.ENDED: (OVER, {}),
    StatusReason.BY_INVITATION: ({"audience": Audience.INVITATION}, {}),
    StatusReason.NOT_OPENED: ({"state": EventState.ANNOUNCED}, {}),
    StatusReason.OPENS_LATER: ({"registration_opens_at": LATER}, {}),
    StatusReason.CLOSED_BY_HAND: ({"state": EventState.CLOSED}, {}),
    StatusReason.CLOSED_BY_CLOCK: ({"registration_closes_at": CLOSING}, {}),
    StatusReason.OTHERS_WAIT: ({}, {"taken": 9, "waiting": 2, "has_waiting_list": True}),
    StatusReason.ALL_TAKEN: ({}, {"taken": 10}),
    StatusReason.FEW_LEFT: ({}, {"taken": 9}),
    StatusReason.PLACES_LEFT: ({}, {"capacity": 900, "ceiling": 900}),
}


@pytest.mark.parametrize("reason", EVERY_REASON)
@pytest.mark.parametrize("language", ["ur", "en"])
def test_every_reason_has_words_whose_numbers_keep_their_order(
    reason: StatusReason, language: str
) -> None:
    schedule, places = EVERY_REASON[reason]
    walk = make_walk(**schedule)
    Places.objects.update(**places) if places else None

    said = words(walk, language)

    assert status_reason(Event.objects.get(), NOW) == reason
    assert said
    assert language == "en" or raw_runs(said) == []
    assert "%(" not in said
