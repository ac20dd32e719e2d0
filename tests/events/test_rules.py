"""State, clock and places become what a reader sees."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.enums import Audience, ChangeKind, EventState, EventStatus, StatusReason
from events.rules import (
    PlaceCounts,
    has_few_places,
    is_still_to_come,
    possible_changes,
    reason_of,
    status_of,
)

NOW = datetime.datetime(2027, 5, 1, 12, 0, tzinfo=datetime.UTC)
BEFORE, AFTER = NOW - datetime.timedelta(hours=1), NOW + datetime.timedelta(hours=1)
OPEN: dict[str, Any] = {
    "state": EventState.OPEN,
    "ends_by": AFTER,
    "opens_at": None,
    "closes_at": None,
    "places": PlaceCounts(100, 50),
    "now": NOW,
}


@pytest.mark.parametrize(
    ("given_facts", "status"),
    [
        ({}, EventStatus.OPEN),
        ({"opens_at": NOW, "closes_at": AFTER}, EventStatus.OPEN),
        ({"ends_by": None}, EventStatus.OPEN),
        ({"places": PlaceCounts(100, 20)}, EventStatus.FEW),
        ({"places": PlaceCounts(1000, 100)}, EventStatus.FEW),
        ({"places": PlaceCounts(1000, 101)}, EventStatus.OPEN),
        ({"places": PlaceCounts(100, 0)}, EventStatus.FULL),
        ({"places": PlaceCounts(0, 0)}, EventStatus.FULL),
        ({"places": PlaceCounts(100, 0, has_waiting_list=True)}, EventStatus.QUEUE),
        ({"places": PlaceCounts(100, 0, 3, has_waiting_list=True)}, EventStatus.QUEUE),
        ({"places": PlaceCounts(100, 0, 3)}, EventStatus.FULL),
        ({"opens_at": AFTER}, EventStatus.SOON),
        ({"audience": Audience.INVITATION}, EventStatus.INVITATION),
        ({"audience": Audience.INVITATION, "places": None}, EventStatus.INVITATION),
        ({"audience": Audience.INVITATION, "opens_at": AFTER}, EventStatus.INVITATION),
        ({"audience": Audience.INVITATION, "places": PlaceCounts(9, 0)}, EventStatus.INVITATION),
        ({"audience": Audience.INVITATION, "closes_at": NOW}, EventStatus.CLOSED),
        ({"audience": Audience.INVITATION, "ends_by": NOW}, EventStatus.OVER),
        ({"audience": Audience.INVITATION, "state": EventState.POSTPONED}, EventStatus.POSTPONED),
        ({"state": EventState.ANNOUNCED, "opens_at": AFTER}, EventStatus.SOON),
        ({"state": EventState.ANNOUNCED, "opens_at": BEFORE}, EventStatus.ANNOUNCED),
        ({"state": EventState.ANNOUNCED}, EventStatus.ANNOUNCED),
        ({"places": None}, EventStatus.ANNOUNCED),
        ({"places": None, "opens_at": AFTER}, EventStatus.ANNOUNCED),
        ({"state": EventState.CLOSED}, EventStatus.CLOSED),
        ({"closes_at": NOW}, EventStatus.CLOSED),
        ({"closes_at": NOW, "places": PlaceCounts(100, 0)}, EventStatus.CLOSED),
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


@pytest.mark.parametrize(
    ("given_facts", "reason"),
    [
        ({}, StatusReason.PLACES_LEFT),
        ({"places": PlaceCounts(100, 3)}, StatusReason.FEW_LEFT),
        ({"places": PlaceCounts(100, 0)}, StatusReason.ALL_TAKEN),
        ({"places": PlaceCounts(100, 0, 3, has_waiting_list=True)}, StatusReason.OTHERS_WAIT),
        ({"places": None}, StatusReason.NO_PLACES_SET),
        ({"state": EventState.ANNOUNCED}, StatusReason.NOT_OPENED),
        ({"state": EventState.ANNOUNCED, "opens_at": AFTER}, StatusReason.OPENS_LATER),
        ({"opens_at": AFTER}, StatusReason.OPENS_LATER),
        ({"state": EventState.CLOSED, "closes_at": BEFORE}, StatusReason.CLOSED_BY_HAND),
        ({"closes_at": BEFORE, "opens_at": AFTER}, StatusReason.CLOSED_BY_CLOCK),
        ({"ends_by": BEFORE, "state": EventState.CLOSED}, StatusReason.ENDED),
        ({"ends_by": None, "state": EventState.CLOSED, "places": None},
         StatusReason.ENDED_UNDATED),
        ({"audience": Audience.INVITATION}, StatusReason.BY_INVITATION),
        ({"state": EventState.CANCELLED, "ends_by": BEFORE}, StatusReason.CANCELLED),
        ({"state": EventState.POSTPONED, "closes_at": BEFORE}, StatusReason.POSTPONED),
    ],
    ids=str,
)  # fmt: skip
def test_reason_of_names_what_an_organiser_would_have_to_change(
    given_facts: dict[str, Any], reason: StatusReason
) -> None:
    assert reason_of(**(OPEN | given_facts)) == reason


def test_reason_of_is_tested_for_every_reason() -> None:
    (marker,) = test_reason_of_names_what_an_organiser_would_have_to_change.pytestmark

    assert {reason for _facts, reason in marker.args[1]} == set(StatusReason)


@pytest.mark.parametrize(
    ("state", "is_past", "possible"),
    [
        (EventState.OPEN, False, {ChangeKind.MOVED, ChangeKind.POSTPONED, ChangeKind.CANCELLED}),
        (EventState.OPEN, True, set()),
        (EventState.POSTPONED, False, {ChangeKind.RESUMED, ChangeKind.CANCELLED}),
        (EventState.POSTPONED, True, {ChangeKind.RESUMED, ChangeKind.CANCELLED}),
        (EventState.CANCELLED, False, {ChangeKind.RESUMED}),
        (EventState.CANCELLED, True, set()),
    ],
)
def test_possible_changes_tell_nobody_about_a_day_that_is_over(
    state: EventState, is_past: bool, possible: set[ChangeKind]
) -> None:
    assert set(possible_changes(state, is_past=is_past)) == possible


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
        places=PlaceCounts(capacity, min(free, capacity)),
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
