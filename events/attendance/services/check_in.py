"""Letting people in: one line in the ledger and one count, however many gates try at once."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from events.attendance.rules import Entry, Gate, Verdict, moment_of, verdict_on
from events.attendance.selectors import (
    GateAnswer,
    Sighting,
    facts_of,
    first_sighting,
    refused,
    sighting_of,
    standing_arrivals,
)
from events.attendance.services.log_lines import LET_IN_KIND, TAKEN_BACK_KIND, log_gate
from events.enums import (
    CheckInKind,
    CheckInSource,
    ConflictKind,
    GateOutcome,
    UndoReason,
)
from events.models import Attendance, CheckIn, Conflict, Registration

ATTEMPTS = 6


class _ChangedMeanwhile(Exception):
    """Another gate counted between our look and our write."""


def check_in(
    *, registration: Registration, count: int, gate: Gate, entry: Entry, now: datetime.datetime
) -> GateAnswer:
    """Let `count` people of a party in; the same entry again gives the same answer.

    Two gates with one pass count its people once: the second is told so, or becomes a conflict
    where it had let them in already (see rules.verdict_on).
    """
    return _once(registration, entry, lambda: _check_in(registration, count, gate, entry, now))


def undo_check_in(
    *,
    registration: Registration,
    check_in: CheckIn | None,
    reason: UndoReason,
    gate: Gate,
    entry: Entry,
    now: datetime.datetime,
) -> GateAnswer:
    """Take one check-in of a party back, or its latest one; what is taken back already stays so."""
    return _once(
        registration,
        entry,
        lambda: _undo(registration, check_in, reason, _Writing(gate, entry, now)),
    )


@dataclass(frozen=True, slots=True)
class _Writing:
    gate: Gate
    entry: Entry
    now: datetime.datetime


def _once(registration: Registration, entry: Entry, write: Callable[[], GateAnswer]) -> GateAnswer:
    """Write in one transaction; an entry that came before gives what it gave then."""
    earlier = _earlier_answer(registration, entry)
    if earlier is not None:
        return earlier
    for _attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                return write()
        except _ChangedMeanwhile:
            continue
        except IntegrityError:
            # Its twin was faster: the unique client id let only one of them in.
            earlier = _earlier_answer(registration, entry)
            if earlier is None:
                raise
            return earlier
    raise IntegrityError(f"the count of {registration} changes too fast")


def _earlier_answer(registration: Registration, entry: Entry) -> GateAnswer | None:
    line = (
        CheckIn.objects.select_related("conflict__earlier")
        .filter(event=registration.event_id, client_id=entry.client_id)
        .first()
    )
    if line is None:
        return None
    conflict = getattr(line, "conflict", None)
    found = Attendance.objects.filter(registration=line.registration_id).first()
    return GateAnswer(
        outcome=GateOutcome(line.outcome),
        counted=line.counted,
        arrived=found.arrived if found else 0,
        size=found.allowed if found else registration.party_size,
        first=_sighting_before(line, conflict),
        conflict=ConflictKind(conflict.kind) if conflict else None,
        line=line,
    )


def _sighting_before(line: CheckIn, conflict: Conflict | None) -> Sighting | None:
    if conflict is not None:
        return sighting_of(conflict.earlier) if conflict.earlier else None
    if line.outcome != GateOutcome.ALREADY_IN:
        return None
    return first_sighting(line.registration)


def _check_in(
    registration: Registration, count: int, gate: Gate, entry: Entry, now: datetime.datetime
) -> GateAnswer:
    current, attendance = locked_count(registration)
    verdict = verdict_on(facts_of(current, attendance), count, entry)
    if verdict.refusal is not None:
        return refused(current, attendance, verdict.refusal)
    before = None if verdict.counted == count else standing_arrivals(current).first()
    arrived = count_in(attendance=attendance, count=verdict.counted)
    line = _write_arrival(current, count, verdict, _Writing(gate, entry, now))
    log_gate(
        kind=LET_IN_KIND,
        event=registration.event,
        gate=gate,
        people_count=verdict.counted,
        now=now,
    )
    if verdict.conflict is not None:
        Conflict.objects.create(
            event_id=current.event_id,
            kind=verdict.conflict,
            check_in=line,
            earlier=before,
            found_at=now,
        )
    return GateAnswer(
        outcome=verdict.outcome,
        counted=verdict.counted,
        arrived=arrived,
        size=attendance.allowed,
        first=sighting_of(before) if before else None,
        conflict=verdict.conflict,
        line=line,
    )


def locked_count(registration: Registration) -> tuple[Registration, Attendance]:
    """Return the party as it is now and its count, locked until the transaction ends.

    Whoever changes a count goes through here first: gates, undoing, organisers who decide.
    """
    current = Registration.objects.get(pk=registration.pk)
    fresh = Attendance(registration=current, event_id=current.event_id, allowed=current.party_size)
    Attendance.objects.bulk_create([fresh], ignore_conflicts=True)
    attendance = Attendance.objects.select_for_update(no_key=True).get(registration=current)
    allowed = facts_of(current, attendance).allowed
    if allowed != attendance.allowed:
        attendance.allowed = allowed
        Attendance.objects.filter(pk=attendance.pk).update(allowed=allowed)
    return current, attendance


def count_in(*, attendance: Attendance, count: int) -> int:
    """Change the count of a party and return it; `count` is negative for what is taken back.

    One conditional UPDATE: it changes nothing where another gate counted since we looked.
    Raises what makes check_in look again.
    """
    arrived = attendance.arrived + count
    changed = Attendance.objects.filter(pk=attendance.pk, arrived=attendance.arrived).update(
        arrived=arrived
    )
    if changed != 1:
        raise _ChangedMeanwhile
    return arrived


def _write_arrival(
    registration: Registration, count: int, verdict: Verdict, writing: _Writing
) -> CheckIn:
    return write_line(
        registration=registration,
        line=CheckIn(
            kind=CheckInKind.ARRIVAL,
            outcome=verdict.outcome,
            people_count=count,
            counted=verdict.counted,
        ),
        gate=writing.gate,
        entry=writing.entry,
        now=writing.now,
    )


def write_line(
    *, registration: Registration, line: CheckIn, gate: Gate, entry: Entry, now: datetime.datetime
) -> CheckIn:
    """Write a line of the ledger: what it says comes in `line`, where and when from the rest."""
    is_late = gate.source == CheckInSource.GATE and entry.is_alone
    line.event_id = registration.event_id
    line.registration = registration
    line.source = CheckInSource.OFFLINE if is_late else gate.source
    line.place, line.user_id, line.device_id = gate.place, gate.user_id, gate.device_id
    line.client_id = entry.client_id
    line.happened_at, line.recorded_at = moment_of(entry, gate, now), now
    line.save()
    return line


def _undo(
    registration: Registration, check_in: CheckIn | None, reason: UndoReason, writing: _Writing
) -> GateAnswer:
    current, attendance = locked_count(registration)
    standing = standing_arrivals(current)
    wanted = standing.last() if check_in is None else standing.filter(pk=check_in.pk).first()
    if wanted is None:
        return GateAnswer(
            outcome=GateOutcome.UNDONE, arrived=attendance.arrived, size=attendance.allowed
        )
    count = min(wanted.counted, attendance.arrived)
    arrived = count_in(attendance=attendance, count=-count)
    line = write_line(
        registration=current,
        line=CheckIn(
            kind=CheckInKind.UNDO,
            outcome=GateOutcome.UNDONE,
            people_count=wanted.counted,
            counted=-count,
            undoes=wanted,
            reason=reason,
        ),
        gate=writing.gate,
        entry=writing.entry,
        now=writing.now,
    )
    log_gate(
        kind=TAKEN_BACK_KIND,
        event=registration.event,
        gate=writing.gate,
        people_count=count,
        now=writing.now,
    )
    return GateAnswer(
        outcome=GateOutcome.UNDONE,
        counted=-count,
        arrived=arrived,
        size=attendance.allowed,
        line=line,
    )
