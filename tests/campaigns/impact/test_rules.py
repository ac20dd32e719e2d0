"""What is told gives no small number away, even to somebody who knows how it is hidden."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.enums import TallyMeasure
from campaigns.impact.rules import (
    Published,
    is_in_progress,
    large_enough,
    published,
    share_of,
)
from tests.campaigns.impact.worlds import SMALLEST, publication_of, recovered

COUNTS = st.lists(st.integers(min_value=0, max_value=5), min_size=1, max_size=3)
# The site knows 32 cities, most without a pledge, and nothing tells those from small ones.
EMPTY_CITIES = [0, 0]


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_nobody_can_work_out_a_small_city_from_what_is_published(counts: list[int]) -> None:
    world = dict(enumerate([*counts, *EMPTY_CITIES]))

    seen = publication_of(world)

    told = {**seen.cities, **recovered(seen, len(world))}
    assert [city for city, count in told.items() if 0 < world[city] < SMALLEST] == []


@given(COUNTS)
def test_no_sum_of_what_is_published_is_small(counts: list[int]) -> None:
    world = dict(enumerate(counts))

    seen = publication_of(world)

    told = [*seen.cities.values(), *(part for part in (seen.total, seen.others) if part)]
    assert all(count >= SMALLEST for count in told)
    assert (seen.total or 0) - sum(seen.cities.values()) == (seen.others or 0)


def test_published_hides_a_total_below_ten() -> None:
    assert published(TallyMeasure.REGISTERED, 9, {1: 9}) == Published()


def test_published_hides_a_single_small_city_behind_a_larger_one() -> None:
    found = published(TallyMeasure.PLEDGES, 38, {1: 21, 2: 14, 3: 3})

    assert found == Published(38, {1: 21}, 17)


@pytest.mark.parametrize("measure", [TallyMeasure.EVENTS, TallyMeasure.ORGANISATIONS])
def test_published_tells_events_and_organisations_to_the_last_one(measure: TallyMeasure) -> None:
    assert published(measure, 3, {1: 2, 2: 1}) == Published(3, {1: 2, 2: 1})


def test_large_enough_leaves_small_events_out() -> None:
    assert large_enough([9, 10, 0, 120]) == [10, 120]


def test_share_of_shows_a_small_number_as_something() -> None:
    assert [share_of(value, 400) for value in (400, 100, 1, 0)] == [100, 25, 1, 0]
    assert share_of(0, 0) == 0


@pytest.mark.parametrize(
    ("day", "is_so"), [("2026-11-22", True), ("2027-12-31", True), ("2028-01-01", False)]
)
def test_a_year_is_in_progress_until_its_last_day_is_over(day: str, *, is_so: bool) -> None:
    assert is_in_progress(2027, datetime.date.fromisoformat(day)) == is_so
