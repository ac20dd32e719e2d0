"""Taking, keeping and giving back places: each one statement, the same on every database."""

from django.db.models import F
from django.db.models.functions import Greatest

from events.models import Places


def take_places(*, event_id: int, count: int) -> bool:
    """Take places in one conditional UPDATE; False when too few are left or people wait.

    Newcomers never overtake the waiting list, and no two writers can take the same place:
    the condition and the change are one statement on every database.
    """
    changed = Places.objects.filter(
        event_id=event_id, waiting=0, taken__lte=F("capacity") - count
    ).update(taken=F("taken") + count)
    return changed == 1


def give_back_places(*, event_id: int, count: int) -> None:
    """Return places; a ceiling raised by a lowered capacity sinks with them."""
    Places.objects.filter(event_id=event_id).update(
        taken=F("taken") - count, ceiling=Greatest(F("capacity"), F("taken") - count)
    )


def lock_places(*, event_id: int) -> Places:
    """Return the places row, locked until the transaction ends.

    Whoever changes registrations that exist locks this row first, so that nobody waits for
    somebody who waits for him. On SQLite every transaction is alone anyway.
    """
    return Places.objects.select_for_update(no_key=True).get(event_id=event_id)


def draw_waiting_number(*, event_id: int, count: int) -> int:
    """Count people as waiting and return the party's number in the queue."""
    Places.objects.filter(event_id=event_id).update(
        waiting=F("waiting") + count, next_waiting_number=F("next_waiting_number") + 1
    )
    return Places.objects.get(event_id=event_id).next_waiting_number - 1


def leave_queue(*, event_id: int, count: int) -> None:
    """Count people as no longer waiting."""
    Places.objects.filter(event_id=event_id).update(waiting=F("waiting") - count)


def move_from_queue(*, event_id: int, count: int) -> None:
    """Give places to people who waited for them; the row must be locked."""
    Places.objects.filter(event_id=event_id).update(
        taken=F("taken") + count, waiting=F("waiting") - count
    )
