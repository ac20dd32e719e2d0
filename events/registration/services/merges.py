"""Repeats: one registration out of two that are the same people, or both kept as they are."""

import datetime

from django.db import transaction

from events.enums import RegistrationState
from events.errors import NotARepeat
from events.models import Guardian, Registration
from events.models.registration import HOLDING_PLACES
from events.notifications import queue_cancellation, queue_changed
from events.registration.selectors import STANDING
from events.registration.services import places
from events.registration.services.waiting import promote_waiting


@transaction.atomic
def merge_registrations(*, later: Registration, now: datetime.datetime) -> Registration:
    """Make one registration of a repeat and the one it repeats; return the one that is kept.

    The earlier one is kept, with its reference and its links, unless only the later one holds
    places. It takes the larger number of people where the places allow; the other one is
    cancelled and gives its places back. No contact detail moves from one to the other: a
    stranger's would come into somebody's registration. Raises NotARepeat.
    """
    places.lock_places(event_id=later.event_id)
    kept, other = _pair(later)
    size = _larger_size(kept, other)
    _settle_places(kept, other, size)
    was_smaller = size > kept.party_size
    if was_smaller:
        _take_people(kept, other, size)
    _keep_received_slips(kept, other)
    kept.wants_no_photographs = kept.wants_no_photographs or other.wants_no_photographs
    kept.repeat_of, other.repeat_of = None, None
    kept.save(update_fields=["party_size", "minors_count", "wants_no_photographs", "repeat_of"])
    other.state, other.cancelled_at, other.offer_expires_at = RegistrationState.CANCELLED, now, None
    other.save(update_fields=["state", "cancelled_at", "offer_expires_at", "repeat_of"])
    Registration.objects.filter(repeat_of=other).update(repeat_of=kept)
    queue_cancellation(registration=other, now=now)
    if was_smaller:
        queue_changed(registration=kept, now=now)
    promote_waiting(event=kept.event, now=now)
    return kept


def keep_both(*, later: Registration) -> None:
    """Take the two as different people, or as the same people who want both."""
    Registration.objects.filter(pk=later.pk).update(repeat_of=None)


def keep_all_of(*, earlier: Registration) -> int:
    """The earlier holder wants nothing merged: return how many like ones are repeats no more."""
    return Registration.objects.filter(repeat_of=earlier).update(repeat_of=None)


def _pair(later: Registration) -> tuple[Registration, Registration]:
    """Return who is kept and who is cancelled, as they are now."""
    rows = Registration.objects.select_related("contact", "event__schedule", "event__city")
    second = rows.get(pk=later.pk)
    first = rows.filter(repeats=second).first()
    if first is None or not {first.state, second.state} <= set(STANDING):
        raise NotARepeat
    only_later_holds = second.state in HOLDING_PLACES and first.state not in HOLDING_PLACES
    return (second, first) if only_later_holds else (first, second)


def _larger_size(kept: Registration, other: Registration) -> int:
    """Return how many come: the larger number, if nobody who waits would be overtaken by it."""
    if _holds(kept) == _holds(other):
        # Both hold places, or both wait: what the other one has becomes free for this one.
        return max(kept.party_size, other.party_size)
    return kept.party_size


def _settle_places(kept: Registration, other: Registration, size: int) -> None:
    """Count the difference between both parties and the one that is left."""
    freed = kept.party_size + other.party_size - size
    if _holds(kept) and _holds(other):
        places.give_back_places(event_id=kept.event_id, count=freed)
    else:
        places.leave_queue(event_id=kept.event_id, count=freed)


def _holds(registration: Registration) -> bool:
    return registration.state in HOLDING_PLACES


def _take_people(kept: Registration, other: Registration, size: int) -> None:
    """Take over who comes: names, guardian and slips, where this party has given none."""
    if not kept.attendees.exists():
        other.attendees.update(registration=kept)
    if not Guardian.objects.filter(registration=kept).exists():
        Guardian.objects.filter(registration=other).update(registration=kept)
    other.consent_slips.filter(position__gt=kept.minors_count).update(registration=kept)
    kept.party_size = size
    kept.minors_count = max(kept.minors_count, other.minors_count)


def _keep_received_slips(kept: Registration, other: Registration) -> None:
    """Take over what the desk has received, in place of slips of that number still to come."""
    received = other.consent_slips.filter(received_at__isnull=False)
    numbers = list(received.values_list("position", flat=True))
    kept.consent_slips.filter(position__in=numbers, received_at=None).delete()
    both = kept.consent_slips.filter(position__in=numbers).values_list("position", flat=True)
    received.exclude(position__in=list(both)).update(registration=kept)
