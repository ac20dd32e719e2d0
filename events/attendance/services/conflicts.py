"""What an organiser decides where gates do not agree."""

import datetime
import secrets
from dataclasses import dataclass

from django.db import transaction

from directory.models import User
from events.attendance.rules import Entry, Gate
from events.attendance.services.check_in import count_in, locked_count, write_line
from events.enums import CheckInKind, CheckInSource, ConflictResolution, GateOutcome
from events.errors import ConflictIsResolved
from events.models import Attendance, CheckIn, Conflict


@dataclass(frozen=True, slots=True)
class Decision:
    """What holds: the count as it is, both check-ins, or the number of people who are in."""

    resolution: ConflictResolution
    reason: str
    people_in: int | None = None


@transaction.atomic
def resolve_conflict(
    *, conflict: Conflict, decision: Decision, actor: User, now: datetime.datetime
) -> None:
    """Write what an organiser decided, with a line in the ledger where the count changes.

    Raises ConflictIsResolved when somebody decided before.
    """
    changed = Conflict.objects.filter(pk=conflict.pk, resolved_at__isnull=True).update(
        resolution=decision.resolution,
        reason=decision.reason,
        resolved_at=now,
        resolved_by=actor,
    )
    if changed != 1:
        raise ConflictIsResolved
    if conflict.check_in is not None:
        _correct(conflict.check_in, decision, actor, now)


def _correct(line: CheckIn, decision: Decision, actor: User, now: datetime.datetime) -> None:
    party, attendance = locked_count(line.registration)
    people_in = attendance.arrived
    if decision.resolution == ConflictResolution.BOTH:
        people_in += line.people_count - line.counted
    elif decision.resolution == ConflictResolution.CORRECTED and decision.people_in is not None:
        people_in = decision.people_in
    difference = people_in - attendance.arrived
    if not difference:
        return
    extra = max(0, people_in - party.party_size)
    Attendance.objects.filter(pk=attendance.pk).update(
        extra=extra, allowed=max(party.party_size + extra, people_in, attendance.arrived)
    )
    count_in(attendance=attendance, count=difference)
    write_line(
        registration=party,
        line=CheckIn(
            kind=CheckInKind.CORRECTION,
            outcome=GateOutcome.IN,
            people_count=max(1, abs(difference)),
            counted=difference,
        ),
        gate=Gate(source=CheckInSource.DESK, user_id=actor.pk),
        entry=Entry(f"desk-{secrets.token_hex(12)}", now),
        now=now,
    )
