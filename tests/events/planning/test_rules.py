"""Fridays, heat, and how a day moves to another year."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.enums.hosting import Caution, DateShift
from events.planning.rules import When, cautions_about, free_name, is_hot, moved_to_year

TODAY = datetime.date(2027, 5, 1)
WORLD_DAY = datetime.date(2027, 7, 30)
LAHORE, GILGIT = 31.558, 35.9187


def when(day: datetime.date, *hours: int) -> When:
    """Return a day with its hours."""
    starts, ends = (*(datetime.time(hour) for hour in hours), None, None)[:2]
    return When(day, starts, ends)


def test_world_day_of_2027_is_warned_of_as_a_friday() -> None:
    assert cautions_about(when(WORLD_DAY, 7, 9), LAHORE, TODAY) == [Caution.FRIDAY]
    assert Caution.FRIDAY_PRAYER in cautions_about(when(WORLD_DAY, 12, 14), LAHORE, TODAY)
    assert Caution.FRIDAY_PRAYER in cautions_about(when(WORLD_DAY), LAHORE, TODAY)


@pytest.mark.parametrize(
    ("first", "last", "meets"),
    [((12, 0), (13, 0), False), ((14, 30), (16, 0), False), ((14, 29), (16, 0), True),
     ((9, 0), (13, 1), True), ((13, 30), (14, 0), True)],
)  # fmt: skip
def test_friday_prayer_is_met_to_the_minute(
    first: tuple[int, int], last: tuple[int, int], meets: bool
) -> None:
    friday = When(WORLD_DAY, datetime.time(*first), datetime.time(*last))

    assert (Caution.FRIDAY_PRAYER in cautions_about(friday, LAHORE, TODAY)) is meets


def test_sunday_morning_is_warned_of_nothing() -> None:
    assert cautions_about(when(datetime.date(2027, 8, 1), 7, 9), LAHORE, TODAY) == []


@pytest.mark.parametrize(
    ("latitude", "month", "hours", "hot"),
    [(LAHORE, 7, (11, 13), True), (LAHORE, 7, (7, 10), False), (LAHORE, 7, (17, 19), False),
     (LAHORE, 1, (11, 13), False), (LAHORE, 4, (11, 13), True), (GILGIT, 4, (11, 13), False),
     (GILGIT, 7, (11, 13), True), (LAHORE, 7, (), True)],
)  # fmt: skip
def test_heat_depends_on_place_month_and_hour(
    latitude: float, month: int, hours: tuple[int, ...], hot: bool
) -> None:
    assert is_hot(when(datetime.date(2027, month, 15), *hours), latitude) is hot


def test_a_day_that_is_over_is_said() -> None:
    assert Caution.PAST in cautions_about(when(TODAY, 7, 9), LAHORE, TODAY)


def test_moved_to_year_keeps_date_or_weekday() -> None:
    sunday = datetime.date(2026, 8, 2)

    assert moved_to_year(sunday, 2027, DateShift.DATE) == datetime.date(2027, 8, 2)
    assert moved_to_year(sunday, 2027, DateShift.WEEKDAY) == datetime.date(2027, 8, 1)
    leap = datetime.date(2028, 2, 29)
    assert moved_to_year(leap, 2029, DateShift.DATE) == datetime.date(2029, 2, 28)


@given(st.dates(datetime.date(2020, 1, 1), datetime.date(2090, 12, 31)), st.integers(2021, 2095))
def test_moved_to_year_finds_the_nearest_day_of_that_weekday(day: datetime.date, year: int) -> None:
    moved = moved_to_year(day, year, DateShift.WEEKDAY)

    assert moved.weekday() == day.weekday()
    assert abs((moved - moved_to_year(day, year, DateShift.DATE)).days) <= 3


def test_free_name_counts_on() -> None:
    assert free_name("walk", {"walk", "walk-2"}) == "walk-3"
    assert free_name("walk", set()) == "walk"
