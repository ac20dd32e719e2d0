"""What a pass is worth at this moment, and where its people came in."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet

from events.attendance.rules import Entry, PassFacts, Refusal, pass_code, verdict_on
from events.enums import CheckInKind, ConflictKind, GateOutcome, RegistrationState
from events.models import Attendance, CheckIn, Event, Registration, WalkIn


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where and when somebody came in."""

    gate: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GateAnswer:
    """What a gate is told: what became of the entry, and how many of the party are in now.

    `counted` is by how many the count changed; `first` where and when somebody came in on this
    pass before; `line` what stands in the ledger, None where nothing was written.
    """

    outcome: GateOutcome
    arrived: int
    size: int
    counted: int = 0
    first: Sighting | None = None
    conflict: ConflictKind | None = None
    refusal: Refusal | None = None
    line: CheckIn | None = None


def standing_arrivals(registration: Registration) -> QuerySet[CheckIn]:
    """Return the lines that count for a party and were not taken back, the first one first."""
    return CheckIn.objects.filter(
        registration=registration,
        kind=CheckInKind.ARRIVAL,
        counted__gt=0,
        undone_by__isnull=True,
    ).order_by("pk")


def first_sighting(registration: Registration) -> Sighting | None:
    """Return where and when the first of a party came in, of those not taken back."""
    first = standing_arrivals(registration).first()
    return sighting_of(first) if first else None


def sighting_of(line: CheckIn | WalkIn) -> Sighting:
    """Return where and when a line happened."""
    return Sighting(line.place, line.happened_at)


def find_pass(event: Event, typed: str) -> Registration | Refusal:
    """Return the party of a pass or slip, or why it is none of this event."""
    code = pass_code(typed)
    if code is None:
        return Refusal.UNKNOWN
    city, letters = code
    reference = f"{city or event.city.code}-{letters}"
    found = (
        Registration.objects.select_related("contact", "attendance")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        return Refusal.UNKNOWN
    return found if found.event_id == event.pk else Refusal.OTHER_EVENT


def facts_of(registration: Registration, attendance: Attendance | None) -> PassFacts:
    """Return what a gate's rules ask of a party, of its size as it is now."""
    extra, arrived = (attendance.extra, attendance.arrived) if attendance else (0, 0)
    return PassFacts(
        state=RegistrationState(registration.state),
        allowed=max(registration.party_size + extra, arrived),
        arrived=arrived,
    )


def refused(
    registration: Registration, attendance: Attendance | None, refusal: Refusal
) -> GateAnswer:
    """Return the answer to a pass that is not valid, with who is in on it all the same."""
    facts = facts_of(registration, attendance)
    return GateAnswer(
        outcome=GateOutcome.REFUSED,
        arrived=facts.arrived,
        size=facts.allowed,
        first=first_sighting(registration) if facts.arrived else None,
        refusal=refusal,
    )


def practise_check_in(registration: Registration, count: int, entry: Entry) -> GateAnswer:
    """Return what check_in would answer now; nothing is written."""
    attendance = Attendance.objects.filter(registration=registration).first()
    facts = facts_of(registration, attendance)
    verdict = verdict_on(facts, count, entry)
    if verdict.refusal is not None:
        return refused(registration, attendance, verdict.refusal)
    return GateAnswer(
        outcome=verdict.outcome,
        counted=verdict.counted,
        arrived=facts.arrived + verdict.counted,
        size=facts.allowed,
        first=None if verdict.counted == count else first_sighting(registration),
        conflict=verdict.conflict,
    )


def latest_arrivals(event: Event) -> dict[int, CheckIn]:
    """Return the latest line that counts of every party that is in, by registration."""
    lines = CheckIn.objects.filter(
        event=event, kind=CheckInKind.ARRIVAL, counted__gt=0, undone_by__isnull=True
    )
    return {line.registration_id: line for line in lines.order_by("pk")}
