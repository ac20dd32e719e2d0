"""How an event's state, clock and places become what a reader sees; pure functions."""

import datetime
from urllib.parse import quote

from events.enums import EventState, EventStatus

# Below this share of places, or this many, a page says that few are left.
FEW_PLACES_SHARE = 0.1
FEW_PLACES_COUNT = 20
# An event of twenty is not short of places from the start.
FEW_PLACES_SHARE_OF_SMALL = 0.25
LARGEST_PARTY = 6


def has_few_places(capacity: int, free: int) -> bool:
    """Tell whether so few places are left that a reader should hurry."""
    few = min(FEW_PLACES_COUNT, capacity * FEW_PLACES_SHARE_OF_SMALL)
    return free <= max(few, capacity * FEW_PLACES_SHARE)


def status_of(
    *,
    state: EventState,
    ends_by: datetime.datetime | None,
    opens_at: datetime.datetime | None,
    closes_at: datetime.datetime | None,
    places: tuple[int, int] | None,
    now: datetime.datetime,
) -> EventStatus:
    """Return what a reader sees.

    `places` is (capacity, free) or None for an event without registration; `ends_by` is the
    moment after which the event is over, None when no day is known: what had no registration and
    is closed all the same has then taken place, on a day nobody recorded.
    """
    decided = {
        EventState.CANCELLED: EventStatus.CANCELLED,
        EventState.POSTPONED: EventStatus.POSTPONED,
    }.get(state)
    if decided is not None:
        return decided
    is_past_undated = ends_by is None and places is None and state == EventState.CLOSED
    if is_past_undated or (ends_by is not None and now >= ends_by):
        return EventStatus.OVER
    if places is None or state == EventState.ANNOUNCED:
        is_promised = opens_at is not None and now < opens_at and places is not None
        return EventStatus.SOON if is_promised else EventStatus.ANNOUNCED
    return _status_of_registration(state, opens_at, closes_at, places, now)


def _status_of_registration(
    state: EventState,
    opens_at: datetime.datetime | None,
    closes_at: datetime.datetime | None,
    places: tuple[int, int],
    now: datetime.datetime,
) -> EventStatus:
    if state == EventState.CLOSED or (closes_at is not None and now >= closes_at):
        return EventStatus.CLOSED
    if opens_at is not None and now < opens_at:
        return EventStatus.SOON
    capacity, free = places
    if free <= 0:
        return EventStatus.FULL
    return EventStatus.FEW if has_few_places(capacity, free) else EventStatus.OPEN


def is_still_to_come(status: EventStatus) -> bool:
    """Tell whether people may still plan to go."""
    return status not in (EventStatus.OVER, EventStatus.CANCELLED)


def whatsapp_address(text: str) -> str:
    """Return a link that opens WhatsApp with a text to send on; nothing is sent by itself."""
    return f"https://wa.me/?text={quote(text)}"
