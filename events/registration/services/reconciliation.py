"""Proving that counters equal rows, and mending those that do not, each under its lock."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from events.models import Event, Places, SeatQuota
from events.registration.selectors import miscounted_places, miscounted_seats
from events.registration.services import places
from events.registration.services.seats import seats_by_rows


@dataclass(frozen=True, slots=True)
class Miscount:
    """One counter that differs from the rows it counts."""

    event: str
    counter: str
    stored: int
    counted: int


def miscounts() -> list[Miscount]:
    """Return every counter that differs; an empty list proves the counters."""
    found = []
    for slug, taken, rows_taken, waiting, rows_waiting in miscounted_places():
        pairs = (("taken", taken, rows_taken), ("waiting", waiting, rows_waiting))
        found += [
            Miscount(slug, name, stored, rows) for name, stored, rows in pairs if stored != rows
        ]
    for slug, group, stored, rows in miscounted_seats():
        found.append(Miscount(slug, f"seats of {group}", stored, rows))
    return found


@transaction.atomic
def mend_counters(*, slug: str) -> None:
    """Count an event's places and seats anew; people keep what they hold, even beyond a limit."""
    event = Event.objects.get(slug=slug)
    places.lock_places(event_id=event.pk)
    for row in miscounted_places():
        if row[0] == slug:
            _mend_places(event, taken=row[2], waiting=row[4])
    held = seats_by_rows(event_id=event.pk)
    for quota in SeatQuota.objects.filter(event=event):
        taken = held.get(quota.group, 0)
        if taken != quota.taken:
            SeatQuota.objects.filter(pk=quota.pk).update(
                taken=taken, seats=Greatest(F("seats"), taken)
            )


def _mend_places(event: Event, *, taken: int, waiting: int) -> None:
    Places.objects.filter(event=event).update(
        taken=taken, waiting=waiting, ceiling=Greatest(F("capacity"), taken)
    )
