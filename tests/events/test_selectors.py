"""Cards in order and in the page's language, however many there are."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from events.enums import DatePrecision, EventKind, EventState, EventStatus
from events.models import Event, Places, Schedule
from events.selectors import (
    KIND_LABELS,
    STATUS_LABELS,
    day_words,
    event_cards,
    event_status,
    filtered_events,
    past_events,
)
from tests.events.builders import hours, make_campaign, make_event
from tests.events.registration.builders import KARACHI, NOW, make_walk

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
YESTERDAY, TOMORROW = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)


def coming(**choice: object) -> list[str]:
    """Return the slugs of what is to come, in order."""
    cards = event_cards(language="en", now=NOW, events=filtered_events(**choice))  # type: ignore[arg-type]
    return [card.url.split("/")[3] for card in cards]


def past() -> list[str]:
    """Return the slugs of what has been, in order."""
    return [event.slug for event in past_events(filtered_events(), NOW)]


def test_coming_events_stand_first_to_last_and_undated_ones_at_the_end() -> None:
    make_event("undated", campaign=2027)
    make_event("later", TOMORROW + datetime.timedelta(days=9))
    make_event("tomorrow-at-ten", TOMORROW, **hours(TOMORROW, 10, 12))
    make_event("tomorrow-at-eight", TOMORROW, **hours(TOMORROW, 8, 9))
    make_event("today", TODAY)

    assert coming() == ["today", "tomorrow-at-eight", "tomorrow-at-ten", "later", "undated"]
    assert past() == []


def test_past_events_stand_last_to_first_and_undated_ones_at_the_end() -> None:
    make_event("yesterday", YESTERDAY)
    make_event("undated-of-2022", campaign=2022)
    make_event("undated")
    make_event("long-ago", datetime.date(2022, 7, 30), city="multan")
    make_event("long-ago-too", datetime.date(2022, 7, 30), city="karachi")

    dated = past()[:3]

    assert coming() == []
    assert dated == ["yesterday", "long-ago-too", "long-ago"]
    assert set(past()[3:]) == {"undated", "undated-of-2022"}


@pytest.mark.parametrize(
    ("slug", "day", "schedule"),
    [
        ("this-month", TODAY.replace(day=1), {"precision": DatePrecision.MONTH}),
        ("this-evening", TODAY, hours(TODAY, 18, 20)),
        ("now", TODAY, hours(TODAY, 11, 13)),
        ("since-yesterday", YESTERDAY, hours(YESTERDAY, 10, 24 + 13)),
        ("without-end", TODAY, {**hours(TODAY, 8, 9), "ends_at": None}),
    ],
)
def test_an_event_that_is_not_over_is_still_to_come(
    slug: str, day: datetime.date, schedule: dict[str, Any]
) -> None:
    make_event(slug, day, **schedule)

    assert (coming(), past()) == ([slug], [])


@pytest.mark.parametrize(
    ("slug", "day", "schedule"),
    [
        ("this-morning", TODAY, hours(TODAY, 8, 9)),
        ("last-month", datetime.date(2027, 4, 1), {"precision": DatePrecision.MONTH}),
        ("yesterday", YESTERDAY, hours(YESTERDAY, 10, 12)),
    ],
)
def test_an_event_that_is_over_is_past(
    slug: str, day: datetime.date, schedule: dict[str, Any]
) -> None:
    make_event(slug, day, **schedule)

    assert (coming(), past()) == ([], [slug])
    assert event_status(Event.objects.get(), NOW) == EventStatus.OVER


def test_the_day_is_that_of_pakistan() -> None:
    make_event("today", TODAY)
    just_after_midnight = datetime.datetime(2027, 5, 2, 0, 1, tzinfo=KARACHI)

    cards = event_cards(language="en", now=just_after_midnight.astimezone(datetime.UTC))

    assert cards == []


def test_every_event_is_either_to_come_or_past() -> None:
    days = [None, YESTERDAY, TODAY, TOMORROW]
    for number, day in enumerate(days):
        make_event(f"day-{number}", day)
        make_event(f"of-campaign-{number}", day, campaign=2022 if number % 2 else 2027)

    slugs = [*coming(), *past()]

    assert sorted(slugs) == sorted(Event.objects.values_list("slug", flat=True))


def test_filters_narrow_by_city_kind_and_campaign_together() -> None:
    make_walk()
    make_event("seminar", TOMORROW, campaign=2027)
    make_event("elsewhere", TOMORROW, city="karachi", campaign=2027)
    make_event("other-year", TOMORROW, campaign=2028)

    assert coming(city="lahore", kind="seminar", campaign=2027) == ["seminar"]
    assert coming(kind="walk") == ["walk-lahore-2027"]
    assert coming(city="multan") == []


def test_drafts_and_events_without_a_schedule_are_nowhere() -> None:
    draft, bare = make_event("draft", TOMORROW), make_event("bare", TOMORROW)
    Event.objects.filter(pk=draft.pk).update(live=False)
    Schedule.objects.filter(event=bare).delete()

    assert (coming(), past()) == ([], [])


def test_event_cards_with_a_limit_fill_up_with_past_ones() -> None:
    for number in range(3):
        make_event(f"coming-{number}", TOMORROW)
        make_event(f"past-{number}", YESTERDAY)

    counts = [
        len(event_cards(language="en", now=NOW, upcoming_only=False, limit=limit))
        for limit in (2, 4, 9, None)
    ]

    assert counts == [2, 4, 6, 6]


@pytest.mark.parametrize("count", [1, 30])
def test_event_cards_cost_one_query_for_any_number(count: int) -> None:
    for number in range(count):
        walk = make_walk(slug=f"walk-{number}")
        Event.objects.filter(pk=walk.pk).update(campaign=make_campaign(2027))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        cards = event_cards(language="ur", now=NOW)

    assert (len(cards), len(queries)) == (count, 1)


@pytest.mark.parametrize(
    ("language", "day", "clock", "city", "places"),
    [
        ("ur", "اتوار، 1 اگست 2027", "صبح", "لاہور", "10 افراد کی گنجائش باقی ہے"),
        ("en", "Sunday, 1 August 2027", "am", "Lahore", "10 places left"),
    ],
)
def test_a_card_says_everything_in_its_language(
    language: str, day: str, clock: str, city: str, places: str
) -> None:
    make_walk()

    with translation.override(language):
        (card,) = event_cards(language=language, now=NOW)

    assert (card.day_words, card.city, card.places_line) == (day, city, places)
    assert clock in card.clock_words
    assert '<bdi dir="ltr" class="num">7:00</bdi>' in card.clock_words
    assert card.register_url == f"/{language}/events/walk-lahore-2027/register/"


@pytest.mark.parametrize("state", [EventState.CLOSED, EventState.CANCELLED, EventState.POSTPONED])
def test_a_card_of_an_event_that_takes_nobody_offers_no_way_in(state: EventState) -> None:
    make_walk(state=state)

    (card,) = event_cards(language="en", now=NOW)

    assert (card.register_url, card.places_line) == ("", "")


@pytest.mark.parametrize(
    ("campaign", "state", "words"),
    [
        (None, EventState.CLOSED, "Date not recorded"),
        (2022, EventState.CLOSED, "Date not recorded"),
        (2027, EventState.ANNOUNCED, "Date to be announced"),
    ],
)
def test_day_words_of_an_unknown_day_promise_nothing_of_the_past(
    campaign: int | None, state: EventState, words: str
) -> None:
    event = make_event("undated", campaign=campaign, state=state)

    with translation.override("en"):
        said = day_words(event.schedule, "en")

    assert said == words


def test_day_words_of_a_month_name_no_day() -> None:
    event = make_event("month", datetime.date(2022, 7, 1), precision=DatePrecision.MONTH)

    assert day_words(event.schedule, "en") == "July 2022"


def test_free_places_are_never_negative_and_none_while_others_wait() -> None:
    lowered = Places(capacity=5, ceiling=8, taken=8)
    awaited = Places(capacity=5, ceiling=5, taken=2, waiting=1)

    assert (lowered.free, awaited.free) == (0, 0)


@pytest.mark.parametrize("language", ["ur", "en"])
def test_every_kind_and_status_has_words(language: str) -> None:
    with translation.override(language):
        words = [str(label) for label in (*KIND_LABELS.values(), *STATUS_LABELS.values())]

    assert len(words) == len(EventKind) + len(EventStatus)
    assert all(word.isascii() == (language == "en") for word in words)
