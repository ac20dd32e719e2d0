"""Changing when, where and how many."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from directory.models import City
from events.enums import DatePrecision, EventKind, EventState
from events.models import Event, Places, Schedule, Venue
from events.services import (
    ScheduleDetails,
    announce_event,
    set_places,
    set_schedule,
)

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2027, 6, 1, 9, 0, tzinfo=datetime.UTC)
START = datetime.datetime(2027, 8, 1, 2, 0, tzinfo=datetime.UTC)
DETAILS = ScheduleDetails(
    state=EventState.OPEN,
    precision=DatePrecision.TIME,
    starts_at=START,
    ends_at=START + datetime.timedelta(hours=2),
    happens_on=START.date(),
    assembly_point_en="Gate 1",
    assembly_point_ur="گیٹ 1",
)


@pytest.fixture
def city() -> City:
    """A city."""
    return City.objects.create(
        slug="lahore",
        code="LHE",
        name_en="Lahore",
        name_ur="لاہور",
        province_en="Punjab",
        province_ur="پنجاب",
        latitude="31.5580",
        longitude="74.3507",
        sort_key="ل",
    )


@pytest.fixture
def event(city: City) -> Event:
    """A walk whose schedule stands as DETAILS say."""
    walk: Event = Event.objects.create(
        slug="walk-lahore-2027", kind=EventKind.WALK, city=city, title_en="Walk", title_ur="واک"
    )
    announce_event(event=walk, now=NOW)
    set_schedule(event=walk, details=DETAILS, now=NOW)
    return walk


def sequence_after(event: Event, **changes: Any) -> int:
    """Return how far the sequence rises by a change."""
    before = Schedule.objects.get(event=event).sequence
    after = set_schedule(event=event, details=replace(DETAILS, **changes), now=NOW).sequence
    assert Schedule.objects.get(event=event).sequence == after
    return after - before


def test_announce_event_invents_no_day(city: City) -> None:
    walk = Event.objects.create(
        slug="w", kind=EventKind.WALK, city=city, title_en="W", title_ur="و"
    )

    schedule = announce_event(event=walk, now=NOW)

    assert (schedule.state, schedule.precision) == (EventState.ANNOUNCED, DatePrecision.UNKNOWN)
    assert announce_event(event=walk, now=NOW) == schedule


@pytest.mark.parametrize(
    "change",
    [
        {"starts_at": START + datetime.timedelta(minutes=30)},
        {"ends_at": START + datetime.timedelta(hours=3)},
        {"assembly_point_ur": "گیٹ 2"},
        {"state": EventState.CANCELLED},
        {"state": EventState.POSTPONED},
        {"precision": DatePrecision.DAY, "starts_at": None, "ends_at": None},
    ],
)
def test_set_schedule_material_change_raises_sequence(event: Event, change: dict[str, Any]) -> None:
    assert sequence_after(event, **change) == 1


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"route_en": "Along the canal"},
        {"landmarks_ur": "نہر"},
        {"state": EventState.CLOSED},
        {"registration_closes_at": START},
    ],
)
def test_set_schedule_small_change_leaves_sequence(event: Event, change: dict[str, Any]) -> None:
    assert sequence_after(event, **change) == 0


def test_set_schedule_venue_is_material(event: Event, city: City) -> None:
    venue = Venue.objects.create(city=city, name_en="Alhamra", name_ur="الحمرا")

    assert sequence_after(event, venue=venue) == 1


def test_set_schedule_called_off_and_on_again_rises_twice(event: Event) -> None:
    assert sequence_after(event, state=EventState.CANCELLED) == 1
    assert sequence_after(event, state=EventState.OPEN) == 1


def test_set_places_makes_the_row(event: Event) -> None:
    places = set_places(event=event, capacity=50)

    assert (places.capacity, places.ceiling, places.taken) == (50, 50, 0)


@pytest.mark.parametrize(("capacity", "ceiling", "free"), [(10, 30, 0), (30, 30, 0), (40, 40, 10)])
def test_set_places_drops_nobody_and_adds_nobody(
    event: Event, capacity: int, ceiling: int, free: int
) -> None:
    set_places(event=event, capacity=30)
    Places.objects.filter(event=event).update(taken=30)

    places = set_places(event=event, capacity=capacity)

    assert (places.capacity, places.ceiling, places.taken, places.free) == (
        capacity,
        ceiling,
        30,
        free,
    )


def test_set_places_raised_again_takes_the_ceiling_along(event: Event) -> None:
    set_places(event=event, capacity=30)
    Places.objects.filter(event=event).update(taken=30)
    set_places(event=event, capacity=10)

    places = set_places(event=event, capacity=20)

    assert (places.capacity, places.ceiling) == (20, 30)
