"""State, clock and places become what a reader sees."""

import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.enums import EventState, EventStatus
from events.rules import has_few_places, is_still_to_come, status_of, whatsapp_address

NOW = datetime.datetime(2027, 5, 1, 12, 0, tzinfo=datetime.UTC)
BEFORE, AFTER = NOW - datetime.timedelta(hours=1), NOW + datetime.timedelta(hours=1)
OPEN: dict[str, Any] = {
    "state": EventState.OPEN,
    "ends_by": AFTER,
    "opens_at": None,
    "closes_at": None,
    "places": (100, 50),
    "now": NOW,
}


@pytest.mark.parametrize(
    ("given_facts", "status"),
    [
        ({}, EventStatus.OPEN),
        ({"opens_at": NOW, "closes_at": AFTER}, EventStatus.OPEN),
        ({"ends_by": None}, EventStatus.OPEN),
        ({"places": (100, 20)}, EventStatus.FEW),
        ({"places": (1000, 100)}, EventStatus.FEW),
        ({"places": (1000, 101)}, EventStatus.OPEN),
        ({"places": (100, 0)}, EventStatus.FULL),
        ({"places": (0, 0)}, EventStatus.FULL),
        ({"opens_at": AFTER}, EventStatus.SOON),
        ({"state": EventState.ANNOUNCED, "opens_at": AFTER}, EventStatus.SOON),
        ({"state": EventState.ANNOUNCED, "opens_at": BEFORE}, EventStatus.ANNOUNCED),
        ({"state": EventState.ANNOUNCED}, EventStatus.ANNOUNCED),
        ({"places": None}, EventStatus.ANNOUNCED),
        ({"places": None, "opens_at": AFTER}, EventStatus.ANNOUNCED),
        ({"state": EventState.CLOSED}, EventStatus.CLOSED),
        ({"closes_at": NOW}, EventStatus.CLOSED),
        ({"closes_at": NOW, "places": (100, 0)}, EventStatus.CLOSED),
        ({"ends_by": NOW}, EventStatus.OVER),
        ({"ends_by": BEFORE, "state": EventState.CLOSED}, EventStatus.OVER),
        ({"ends_by": BEFORE, "state": EventState.ANNOUNCED}, EventStatus.OVER),
        ({"ends_by": None, "state": EventState.CLOSED, "places": None}, EventStatus.OVER),
        ({"state": EventState.CANCELLED}, EventStatus.CANCELLED),
        ({"state": EventState.CANCELLED, "ends_by": BEFORE}, EventStatus.CANCELLED),
        ({"state": EventState.POSTPONED}, EventStatus.POSTPONED),
        ({"state": EventState.POSTPONED, "ends_by": BEFORE}, EventStatus.POSTPONED),
    ],
    ids=str,
)
def test_status_of(given_facts: dict[str, Any], status: EventStatus) -> None:
    assert status_of(**(OPEN | given_facts)) == status


def test_status_of_is_tested_for_every_status() -> None:
    (marker,) = test_status_of.pytestmark

    tested = {status for _facts, status in marker.args[1]}

    assert tested == set(EventStatus)


moments = st.none() | st.integers(-3, 3).map(lambda hour: NOW + datetime.timedelta(hours=hour))
counts = st.integers(0, 2000)


@given(
    state=st.sampled_from(EventState),
    ends_by=moments,
    opens_at=moments,
    closes_at=moments,
    capacity=counts,
    free=counts,
)
def test_status_of_takes_people_only_while_everything_allows_it(
    state: EventState,
    ends_by: datetime.datetime | None,
    opens_at: datetime.datetime | None,
    closes_at: datetime.datetime | None,
    capacity: int,
    free: int,
) -> None:
    status = status_of(
        state=state,
        ends_by=ends_by,
        opens_at=opens_at,
        closes_at=closes_at,
        places=(capacity, min(free, capacity)),
        now=NOW,
    )

    allowed = (
        state == EventState.OPEN
        and (ends_by is None or ends_by > NOW)
        and (opens_at is None or opens_at <= NOW)
        and (closes_at is None or closes_at > NOW)
        and min(free, capacity) > 0
    )
    assert (status in (EventStatus.OPEN, EventStatus.FEW)) == allowed


@given(capacity=counts, free=counts)
def test_has_few_places_stays_true_as_places_go(capacity: int, free: int) -> None:
    is_few_later = has_few_places(capacity, max(0, free - 1))

    assert is_few_later or not has_few_places(capacity, free)


@pytest.mark.parametrize("status", EventStatus)
def test_is_still_to_come_unless_over_or_cancelled(status: EventStatus) -> None:
    is_past = status in (EventStatus.OVER, EventStatus.CANCELLED)

    assert is_still_to_come(status) is not is_past


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatsapp_address_carries_any_text_whole(text: str) -> None:
    query = urlsplit(whatsapp_address(text)).query

    assert parse_qs(query, keep_blank_values=True) == {"text": [text]}
