"""How an event's state, clock and places become what a reader sees; pure functions."""

import datetime
from dataclasses import dataclass

from events.enums import Audience, ChangeKind, EventState, EventStatus, StatusReason

# Below this share of places, or this many, a page says that few are left.
FEW_PLACES_SHARE = 0.1
FEW_PLACES_COUNT = 20
# An event of twenty is not short of places from the start.
FEW_PLACES_SHARE_OF_SMALL = 0.25
LARGEST_PARTY = 6
LARGEST_GROUP = 500


@dataclass(frozen=True, slots=True)
class PlaceCounts:
    """How many places there are and are free, and how many people wait for one."""

    capacity: int
    free: int
    waiting: int = 0
    has_waiting_list: bool = False


def has_few_places(capacity: int, free: int) -> bool:
    """Tell whether so few places are left that a reader should hurry."""
    few = min(FEW_PLACES_COUNT, capacity * FEW_PLACES_SHARE_OF_SMALL)
    return free <= max(few, capacity * FEW_PLACES_SHARE)


def reason_of(
    *,
    state: EventState,
    ends_by: datetime.datetime | None,
    opens_at: datetime.datetime | None,
    closes_at: datetime.datetime | None,
    places: PlaceCounts | None,
    now: datetime.datetime,
    audience: Audience = Audience.OPEN,
) -> StatusReason:
    """Return why a reader sees what they see.

    `places` is None for an event without registration; `ends_by` is the
    moment after which the event is over, None when no day is known: what had no registration and
    is closed all the same has then taken place, on a day nobody recorded.
    """
    decided = {
        EventState.CANCELLED: StatusReason.CANCELLED,
        EventState.POSTPONED: StatusReason.POSTPONED,
    }.get(state)
    if decided is not None:
        return decided
    if ends_by is not None and now >= ends_by:
        return StatusReason.ENDED
    if ends_by is None and places is None and state == EventState.CLOSED:
        return StatusReason.ENDED_UNDATED
    registration = _reason_of_registration(state, opens_at, closes_at, places, now)
    is_closed = registration in (StatusReason.CLOSED_BY_HAND, StatusReason.CLOSED_BY_CLOCK)
    if audience == Audience.INVITATION and not is_closed:
        return StatusReason.BY_INVITATION
    return registration


def _reason_of_registration(
    state: EventState,
    opens_at: datetime.datetime | None,
    closes_at: datetime.datetime | None,
    places: PlaceCounts | None,
    now: datetime.datetime,
) -> StatusReason:
    opens_later = opens_at is not None and now < opens_at
    if places is None:
        return StatusReason.NO_PLACES_SET
    if state == EventState.ANNOUNCED:
        return StatusReason.OPENS_LATER if opens_later else StatusReason.NOT_OPENED
    if state == EventState.CLOSED:
        return StatusReason.CLOSED_BY_HAND
    if closes_at is not None and now >= closes_at:
        return StatusReason.CLOSED_BY_CLOCK
    return StatusReason.OPENS_LATER if opens_later else _reason_of_places(places)


def _reason_of_places(places: PlaceCounts) -> StatusReason:
    if places.waiting:
        return StatusReason.OTHERS_WAIT
    if places.free <= 0:
        return StatusReason.ALL_TAKEN
    is_few = has_few_places(places.capacity, places.free)
    return StatusReason.FEW_LEFT if is_few else StatusReason.PLACES_LEFT


_STATUS_BY_REASON = {
    StatusReason.CANCELLED: EventStatus.CANCELLED,
    StatusReason.POSTPONED: EventStatus.POSTPONED,
    StatusReason.ENDED: EventStatus.OVER,
    StatusReason.ENDED_UNDATED: EventStatus.OVER,
    StatusReason.BY_INVITATION: EventStatus.INVITATION,
    StatusReason.NO_PLACES_SET: EventStatus.ANNOUNCED,
    StatusReason.NOT_OPENED: EventStatus.ANNOUNCED,
    StatusReason.OPENS_LATER: EventStatus.SOON,
    StatusReason.CLOSED_BY_HAND: EventStatus.CLOSED,
    StatusReason.CLOSED_BY_CLOCK: EventStatus.CLOSED,
    StatusReason.FEW_LEFT: EventStatus.FEW,
    StatusReason.PLACES_LEFT: EventStatus.OPEN,
}


def status_of(
    *,
    state: EventState,
    ends_by: datetime.datetime | None,
    opens_at: datetime.datetime | None,
    closes_at: datetime.datetime | None,
    places: PlaceCounts | None,
    now: datetime.datetime,
    audience: Audience = Audience.OPEN,
) -> EventStatus:
    """Return what a reader sees; see reason_of, from which alone it follows."""
    reason = reason_of(
        state=state,
        ends_by=ends_by,
        opens_at=opens_at,
        closes_at=closes_at,
        places=places,
        now=now,
        audience=audience,
    )
    if reason in (StatusReason.OTHERS_WAIT, StatusReason.ALL_TAKEN):
        may_wait = places is not None and places.has_waiting_list
        return EventStatus.QUEUE if may_wait else EventStatus.FULL
    return _STATUS_BY_REASON[reason]


def possible_changes(state: EventState, *, is_past: bool) -> tuple[ChangeKind, ...]:
    """Return what organisers can do with an event in this state.

    What was postponed can take place after all whatever day it once had; nobody is told about
    a day that is over.
    """
    if state == EventState.POSTPONED:
        return (ChangeKind.RESUMED, ChangeKind.CANCELLED)
    if is_past:
        return ()
    if state == EventState.CANCELLED:
        return (ChangeKind.RESUMED,)
    return (ChangeKind.MOVED, ChangeKind.POSTPONED, ChangeKind.CANCELLED)


def is_still_to_come(status: EventStatus) -> bool:
    """Tell whether people may still plan to go."""
    return status not in (EventStatus.OVER, EventStatus.CANCELLED)
