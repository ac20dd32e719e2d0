"""People without a registration: let in, counted, and flagged beyond the capacity."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.attendance.rules import Entry, Gate, moment_of
from events.attendance.selectors import walk_in_people
from events.attendance.services.log_lines import WALK_IN_KIND, WALK_IN_UNDONE_KIND, log_gate
from events.enums import CheckInSource, ConflictKind, UndoReason
from events.models import Conflict, Event, Places, WalkIn


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Who walks in: the name one of them gave, and how many they are."""

    full_name: str
    people_count: int


def add_walk_in(
    *, event: Event, arrivals: Arrivals, gate: Gate, entry: Entry, now: datetime.datetime
) -> WalkIn:
    """Count people without a registration; the same entry again gives the same walk-in.

    Nobody is turned away by the program: beyond the capacity they carry a flag, and where a
    gate without network let them in, an organiser is told.
    """
    earlier = _earlier(event, entry)
    if earlier is not None:
        return earlier
    try:
        with transaction.atomic():
            return _add(event, arrivals, gate, entry, now)
    except IntegrityError:
        earlier = _earlier(event, entry)
        if earlier is None:
            raise
        return earlier


def _earlier(event: Event, entry: Entry) -> WalkIn | None:
    return WalkIn.objects.filter(event=event, client_id=entry.client_id).first()


def _add(
    event: Event, arrivals: Arrivals, gate: Gate, entry: Entry, now: datetime.datetime
) -> WalkIn:
    is_late = gate.source == CheckInSource.GATE and entry.is_alone
    walk_in = WalkIn.objects.create(
        event=event,
        full_name=arrivals.full_name,
        people_count=arrivals.people_count,
        exceeds_capacity=exceeds_capacity(event, arrivals.people_count),
        source=CheckInSource.OFFLINE if is_late else gate.source,
        place=gate.place,
        device_id=gate.device_id,
        user_id=gate.user_id,
        client_id=entry.client_id,
        happened_at=moment_of(entry, gate, now),
        recorded_at=now,
    )
    log_gate(
        kind=WALK_IN_KIND,
        event=event,
        gate=gate,
        people_count=arrivals.people_count,
        now=now,
    )
    if walk_in.exceeds_capacity and entry.is_alone:
        Conflict.objects.create(
            event=event, kind=ConflictKind.OVER_CAPACITY, walk_in=walk_in, found_at=now
        )
    return walk_in


def exceeds_capacity(event: Event, count: int) -> bool:
    """Tell whether so many more are too many; locks the places, so that two gates add up.

    Registered people keep their places whether they are in yet or not.
    """
    places = Places.objects.select_for_update(no_key=True).filter(event=event).first()
    return places is not None and places.taken + walk_in_people(event) + count > places.capacity


@transaction.atomic
def undo_walk_in(
    *, walk_in: WalkIn, reason: UndoReason, now: datetime.datetime, gate: Gate | None = None
) -> bool:
    """Take a walk-in back; False when it was taken back before."""
    standing = WalkIn.objects.filter(pk=walk_in.pk, undone_at__isnull=True)
    if standing.update(undone_at=now, undo_reason=reason) != 1:
        return False
    log_gate(
        kind=WALK_IN_UNDONE_KIND,
        event=walk_in.event,
        gate=gate,
        people_count=walk_in.people_count,
        now=now,
    )
    return True


PURGE_BATCH = 500


def purge_walk_ins(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Empty the names of walk-ins, and organisers' remarks, RETENTION_DAYS after the event.

    Numbers stay. Returns how many walk-ins were (or would be) emptied; again it finds nothing.
    """
    last_day = timezone.localtime(now).date() - datetime.timedelta(days=settings.RETENTION_DAYS)
    due = WalkIn.objects.filter(event__schedule__happens_on__lt=last_day).exclude(full_name="")
    if is_dry_run:
        return due.count()
    purged = 0
    while batch := list(due.values_list("pk", flat=True)[:PURGE_BATCH]):
        purged += WalkIn.objects.filter(pk__in=batch).update(full_name="")
    remarks = Conflict.objects.filter(event__schedule__happens_on__lt=last_day)
    remarks.exclude(reason="").update(reason="")
    return purged
