"""Calendars read back by vobject, which shares no line with the writer."""

import datetime
from typing import Any

import pytest
import vobject
from django.test import Client

from events.enums import ChangeKind, EventState
from events.models import Schedule
from events.registration.services.cascades import change_event
from tests.events.builders import make_event
from tests.events.registration.builders import NOW, WALK_DAY, make_walk
from tests.events.registration.test_cascades import change
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def entries(client: Client, language: str = "en", query: str = "") -> list[Any]:
    """Return the entries of a feed as another program understands them."""
    body = client.get(f"/{language}/events/feed.ics{query}").content.decode()
    (calendar,) = vobject.readComponents(body)
    return list(calendar.contents.get("vevent", []))


def test_the_hours_are_the_same_moment_for_another_program(client: Client) -> None:
    walk = make_walk()

    (entry,) = entries(client)

    assert entry.dtstart.value == walk.schedule.starts_at
    assert entry.dtend.value == walk.schedule.ends_at
    assert entry.dtstart.value.utcoffset() == datetime.timedelta(hours=5)
    assert entry.summary.value == "Awareness walk, Lahore"


def test_a_whole_day_is_a_date_for_another_program(client: Client) -> None:
    make_event("seminar", WALK_DAY)

    (entry,) = entries(client, "ur")

    assert entry.dtstart.value == WALK_DAY
    assert entry.summary.value == "سیمینار، لاہور"


def test_a_move_replaces_the_entry_another_program_holds(client: Client) -> None:
    walk = make_walk()
    (before,) = entries(client)
    actor = make_user("organiser")
    change_event(event=walk, change=change(walk, ChangeKind.MOVED), actor=actor, now=NOW)

    (after,) = entries(client)
    assert after.uid.value == before.uid.value
    assert (before.sequence.value, after.sequence.value) == ("0", "1")
    assert after.dtstart.value == before.dtstart.value + datetime.timedelta(days=7)
    assert after.dtstamp.value >= before.dtstamp.value


@pytest.mark.parametrize(
    ("state", "status", "titles"),
    [
        (EventState.CANCELLED, "CANCELLED", ("Cancelled: ", "منسوخ: ")),
        (EventState.POSTPONED, "TENTATIVE", ("Postponed: ", "ملتوی: ")),
        (EventState.OPEN, "CONFIRMED", ("", "")),
    ],
)
def test_what_is_off_stays_in_the_feed_and_says_so(
    state: EventState, status: str, titles: tuple[str, str], client: Client
) -> None:
    make_walk()
    Schedule.objects.update(state=state)

    (english,), (urdu,) = entries(client, "en"), entries(client, "ur")

    assert english.status.value == status
    assert english.summary.value == f"{titles[0]}Awareness walk, Lahore"
    assert urdu.summary.value == f"{titles[1]}آگاہی واک، لاہور"


def test_words_that_need_escaping_come_back_whole(client: Client) -> None:
    event = make_event("seminar", WALK_DAY)
    title = 'Semi;nar, "Lahore" \\ path ' + "آگاہی " * 20
    type(event).objects.update(title_en=title.strip())

    (entry,) = entries(client)

    assert entry.summary.value == title.strip()


def test_filters_narrow_the_feed_for_another_program(client: Client) -> None:
    make_walk()
    make_event("seminar", WALK_DAY, city="karachi")

    found = entries(client, query="?city=karachi")

    assert [entry.summary.value for entry in found] == ["Seminar, Karachi"]
