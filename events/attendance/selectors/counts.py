"""How many are in, when they came, and what does not add up."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from events.enums import RegistrationState
from events.models import Attendance, CheckIn, Conflict, Event, Registration, WalkIn


@dataclass(frozen=True, slots=True)
class AttendanceCount:
    """How many people are in (walk-ins among them), and how many registered people may come."""

    arrived: int
    expected: int
    walk_ins: int
    conflicts: int


def attendance_count(event: Event) -> AttendanceCount:
    """Return the live count of an event; four short queries."""
    confirmed = Registration.objects.filter(event=event, state=RegistrationState.CONFIRMED)
    walk_ins = walk_in_people(event)
    return AttendanceCount(
        arrived=_total(Attendance.objects.filter(event=event), "arrived") + walk_ins,
        expected=_total(confirmed, "party_size"),
        walk_ins=walk_ins,
        conflicts=open_conflicts(event).count(),
    )


def _total(rows: QuerySet, field: str) -> int:  # type: ignore[type-arg]  # of any model
    return int(rows.order_by().aggregate(total=Sum(field))["total"] or 0)


def arrived_by_registration(registration_ids: Iterable[int]) -> dict[int, int]:
    """Return how many of each of these parties are in; parties of whom nobody came are left out."""
    rows = Attendance.objects.filter(registration__in=list(registration_ids), arrived__gt=0)
    return dict(rows.values_list("registration_id", "arrived"))


def arrived_of(registration: Registration) -> int:
    """Return how many of this party are in."""
    return arrived_by_registration([registration.pk]).get(registration.pk, 0)


def walk_ins_of(event: Event) -> QuerySet[WalkIn]:
    """Return the walk-ins that stand, the first one first."""
    return WalkIn.objects.filter(event=event, undone_at__isnull=True).order_by("pk")


def name_of_walk_in(event: Event, client_id: str) -> str:
    """Return the name of who walked in by this entry, "" for nobody."""
    walk_in = walk_ins_of(event).filter(client_id=client_id).first() if client_id else None
    return walk_in.full_name if walk_in else ""


def walk_in_people(event: Event) -> int:
    """Return how many people came in without a registration."""
    return _total(walk_ins_of(event), "people_count")


def open_conflicts(event: Event) -> QuerySet[Conflict]:
    """Return what an organiser has to decide, the oldest first."""
    return Conflict.objects.filter(event=event, resolved_at__isnull=True).order_by("pk")


def conflicts_of(event: Event) -> QuerySet[Conflict]:
    """Return all conflicts with what they are about: open ones first, then the latest decided."""
    found = Conflict.objects.filter(event=event).select_related(
        "check_in__registration__contact",
        "check_in__registration__attendance",
        "earlier",
        "walk_in",
        "resolved_by",
    )
    return found.order_by(F("resolved_at").desc(nulls_first=True), "pk")


def arrivals_over_time(event: Event) -> list[tuple[datetime.datetime, int]]:
    """Return (moment, people) of everything that changed the count, in order of time.

    Walk-ins are among them; what was taken back has a negative number at its own time.
    """
    lines = CheckIn.objects.filter(event=event).exclude(counted=0)
    found = list(lines.values_list("happened_at", "counted"))
    found += walk_ins_of(event).values_list("happened_at", "people_count")
    return sorted(found)


def miscounted_attendance() -> list[tuple[str, str, int, int]]:
    """Return (event, reference, arrived, arrived by the ledger) wherever they differ."""
    lines = CheckIn.objects.filter(registration=OuterRef("registration")).order_by()
    total = lines.values("registration").annotate(total=Sum("counted")).values("total")
    rows = Attendance.objects.annotate(by_ledger=Coalesce(Subquery(total), 0))
    differing = rows.exclude(arrived=F("by_ledger")).select_related("event", "registration")
    return [
        (row.event.slug, row.registration.reference, row.arrived, row.by_ledger)
        for row in differing.order_by("pk")
    ]
