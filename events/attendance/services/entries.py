"""What a phone did at a gate, carried out here: whatever it sends, it gets an answer."""

import datetime

from events.attendance.rules import EntryKind, Gate, Refusal, SentEntry
from events.attendance.selectors import GateAnswer, find_pass
from events.attendance.services.check_in import check_in, undo_check_in
from events.attendance.services.walk_ins import Arrivals, add_walk_in, undo_walk_in
from events.enums import ConflictKind, GateOutcome
from events.models import CheckIn, Conflict, Event, Registration, WalkIn


def carry_out(*, event: Event, sent: SentEntry, gate: Gate, now: datetime.datetime) -> GateAnswer:
    """Do what an entry says, in a transaction of its own; the same entry again changes nothing."""
    if sent.kind == EntryKind.WALK_IN:
        return _walk_in(event, sent, gate, now)
    if sent.kind == EntryKind.UNDO:
        return _undo(event, sent, gate, now)
    party = _party(event, sent)
    if isinstance(party, Refusal):
        return _not_valid(party)
    return check_in(
        registration=party, count=sent.people_count, gate=gate, entry=sent.entry, now=now
    )


def _party(event: Event, sent: SentEntry) -> Registration | Refusal:
    if sent.row_id is None:
        return find_pass(event, sent.code)
    return Registration.objects.filter(event=event, pk=sent.row_id).first() or Refusal.UNKNOWN


def _not_valid(refusal: Refusal) -> GateAnswer:
    return GateAnswer(outcome=GateOutcome.REFUSED, arrived=0, size=0, refusal=refusal)


def _walk_in(event: Event, sent: SentEntry, gate: Gate, now: datetime.datetime) -> GateAnswer:
    walk_in = add_walk_in(
        event=event,
        arrivals=Arrivals(sent.name, sent.people_count),
        gate=gate,
        entry=sent.entry,
        now=now,
    )
    conflict = Conflict.objects.filter(walk_in=walk_in).first()
    return GateAnswer(
        outcome=GateOutcome.WALK_IN,
        counted=walk_in.people_count,
        arrived=walk_in.people_count,
        size=walk_in.people_count,
        conflict=ConflictKind(conflict.kind) if conflict else None,
    )


def _undo(event: Event, sent: SentEntry, gate: Gate, now: datetime.datetime) -> GateAnswer:
    walk_in = WalkIn.objects.filter(event=event, client_id=sent.undoes).first()
    if walk_in is not None:
        was_in = undo_walk_in(walk_in=walk_in, reason=sent.reason, now=now, gate=gate)
        counted = -walk_in.people_count if was_in else 0
        return GateAnswer(outcome=GateOutcome.UNDONE, counted=counted, arrived=0, size=0)
    line = CheckIn.objects.filter(event=event, client_id=sent.undoes).first()
    party = line.registration if line else _party(event, sent)
    if isinstance(party, Refusal):
        return _not_valid(party)
    if sent.undoes and line is None:
        # What it takes back never arrived here: taking back another one would be wrong.
        return _not_valid(Refusal.UNKNOWN)
    return undo_check_in(
        registration=party,
        check_in=line,
        reason=sent.reason,
        gate=gate,
        entry=sent.entry,
        now=now,
    )
