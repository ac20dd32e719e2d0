"""What was ticked on paper, typed in afterwards at the desk."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from directory.models import User
from events.attendance.rules import Entry, Gate
from events.attendance.services.check_in import check_in
from events.enums import CheckInSource, GateOutcome
from events.models import Event, Registration


@dataclass(frozen=True, slots=True)
class PaperArrival:
    """One row of the paper: whose it is, and how many came; None for the whole party."""

    registration_id: int
    people_count: int | None = None


@dataclass(slots=True)
class PaperReport:
    """References of parties that were counted, that were in already, and that were refused."""

    counted: list[str] = field(default_factory=list)
    already_in: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    people: int = 0


@transaction.atomic
def record_paper_attendance(
    *,
    event: Event,
    arrivals: Sequence[PaperArrival],
    actor: User,
    key: str,
    happened_at: datetime.datetime,
    now: datetime.datetime,
) -> PaperReport:
    """Count the parties ticked on a sheet; what the gates have counted is not counted again.

    `key` names this sheet's entry: sent twice with the same key, it counts once. Registrations
    of another event are left out. For a whole party only those are counted who are not in yet.
    """
    gate = Gate(source=CheckInSource.PAPER, user_id=actor.pk)
    wanted = {one.registration_id: one.people_count for one in arrivals}
    report = PaperReport()
    parties = Registration.objects.filter(event=event, pk__in=wanted)
    for party in parties.select_related("attendance").order_by("pk"):
        attendance = getattr(party, "attendance", None)
        missing = party.party_size - (attendance.arrived if attendance else 0)
        answer = check_in(
            registration=party,
            count=wanted[party.pk] or max(1, missing),
            gate=gate,
            entry=Entry(f"paper-{key}-{party.pk}", happened_at),
            now=now,
        )
        if answer.outcome == GateOutcome.ALREADY_IN:
            report.already_in.append(party.reference)
        elif answer.outcome == GateOutcome.REFUSED:
            report.refused.append(party.reference)
        else:
            report.counted.append(party.reference)
            report.people += answer.line.counted if answer.line else 0
    return report
