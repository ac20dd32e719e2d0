"""Proving that the count of every party equals its ledger, and mending what does not."""

from django.db import transaction

from events.attendance.selectors import miscounted_attendance
from events.models import Attendance
from events.registration.services.reconciliation import Miscount


def attendance_miscounts() -> list[Miscount]:
    """Return every count that differs from the ledger; an empty list proves the counts."""
    return [
        Miscount(slug, f"arrived of {reference}", stored, counted)
        for slug, reference, stored, counted in miscounted_attendance()
    ]


@transaction.atomic
def mend_attendance(*, slug: str) -> None:
    """Set the counts of an event's parties to what the ledger says, each under its lock."""
    for event, reference, _stored, _counted in miscounted_attendance():
        if event == slug:
            _mend(reference)


def _mend(reference: str) -> None:
    rows = Attendance.objects.select_for_update(no_key=True)
    row = rows.get(registration__reference=reference)
    # Counted again under the lock: a gate may have let somebody in meanwhile.
    lines = row.registration.check_ins.values_list("counted", flat=True)
    row.arrived = max(0, sum(lines))
    row.allowed = max(row.allowed, row.arrived)
    row.save(update_fields=["arrived", "allowed"])
