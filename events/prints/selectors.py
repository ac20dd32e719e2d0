"""Who is on badges and certificates, which certificates there are, what was printed before."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.utils import timezone

from events.enums import EventState, RegistrationState
from events.models import Attendance, Attendee, Certificate, Event, EventChange, Registration
from events.prints.rules import Edition, certificate_code, edition_of
from participants.enums import AuditAction
from participants.models import AuditEntry

SLIPS_KIND = "consent-slips"
KIT_KIND = "print-starter-kit"
KIND_PREFIX = "print-"


@dataclass(frozen=True, slots=True)
class PartyOnPaper:
    """A registration and the names known of it, the leader's first."""

    registration: Registration
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LastPrint:
    """When a sheet was printed last, and whether it still says what is true."""

    printed_at: datetime.datetime
    is_old: bool
    is_before_a_change: bool


def confirmed_registrations(event: Event) -> QuerySet[Registration]:
    """Return the registrations that hold places for sure, in name order."""
    return (
        Registration.objects.filter(event=event, state=RegistrationState.CONFIRMED)
        .exclude(contact__full_name="")
        .in_name_order()
    )


def registrations_that_took_part(event: Event) -> QuerySet[Registration] | None:
    """Return those of whom everybody came, or None while no gate has counted anybody.

    The one seam to the gate. Of a party that came in part nobody knows who it was: its people get
    their certificates one by one, on the organiser's word.
    """
    if not Attendance.objects.filter(event=event, arrived__gt=0).exists():
        return None
    return confirmed_registrations(event).filter(attendance__arrived__gte=F("party_size"))


def parties_on_paper(registrations: Sequence[Registration]) -> list[PartyOnPaper]:
    """Return these with their names, loaded with contact and invitation; two queries."""
    names: dict[int, list[str]] = defaultdict(list)
    members = Attendee.objects.filter(registration__in=[one.pk for one in registrations])
    for pk, name in members.order_by("registration", "position").values_list(
        "registration_id", "full_name"
    ):
        names[pk].append(name)
    return [PartyOnPaper(one, (one.contact.full_name, *names[one.pk])) for one in registrations]


def badge_count(event: Event) -> int:
    """Return how many people are named on confirmed registrations."""
    registrations = confirmed_registrations(event)
    members = Attendee.objects.filter(registration__in=registrations.order_by())
    return registrations.count() + members.count()


def has_begun(event: Event, now: datetime.datetime) -> bool:
    """Tell whether an event that takes place has begun, so that one can have taken part."""
    schedule = event.schedule
    if schedule.state in (EventState.CANCELLED, EventState.POSTPONED):
        return False
    if schedule.starts_at is not None and schedule.has_hour:
        return bool(schedule.starts_at <= now)
    day = schedule.happens_on
    return day is not None and day <= timezone.localtime(now).date()


def standing_certificates(event: Event) -> QuerySet[Certificate]:
    """Return an event's certificates that hold and can be printed, as they were issued."""
    found = Certificate.objects.filter(event=event, withdrawn_at__isnull=True)
    return found.exclude(full_name="").order_by("pk")


def certificate_by_code(typed: str) -> Certificate | None:
    """Return the certificate of a code, however it was typed, taken back or not."""
    code = certificate_code(typed)
    if not code:
        return None
    related = ("event__city", "event__schedule__venue", "event__lead_organiser")
    return Certificate.objects.select_related(*related).filter(code=code).first()


def last_change_at(event: Event) -> datetime.datetime | None:
    """Return when organisers last moved, postponed, cancelled or resumed an event."""
    newest = EventChange.objects.filter(event=event).first()
    return newest.made_at if newest else None


def last_prints(event: Event, now_made_of: Edition) -> dict[str, LastPrint]:
    """Return by kind of sheet when it was printed last; what changed since makes it old."""
    entries = AuditEntry.objects.filter(subject=event.slug, action=AuditAction.PRINT)
    changed_at = last_change_at(event)
    found: dict[str, LastPrint] = {}
    for entry in entries.order_by("at", "pk"):
        if entry.kind != SLIPS_KIND and not entry.kind.startswith(KIND_PREFIX):
            continue
        made_of = edition_of(entry.columns)
        is_before = changed_at is not None and entry.at < changed_at
        if made_of.sequence is not None:
            is_before = made_of.sequence < (now_made_of.sequence or 0)
        is_other = bool(made_of.facts) and made_of.facts != now_made_of.facts
        found[entry.kind] = LastPrint(entry.at, is_before or is_other, is_before)
    return found
