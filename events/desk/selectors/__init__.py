"""Which events are whose, and what waits at each desk: the one place that decides."""

import datetime
from dataclasses import dataclass
from itertools import chain

from django.db.models import Case, F, Q, QuerySet, Sum, When
from django.utils import timezone

from directory.models import User
from events.desk.selectors.attendees import (
    AttendeeChoice,
    Party,
    listed_ids,
    parties_in_batches,
    parties_in_order,
    whole_list,
)
from events.enums import EventRoleKind, EventState, InvitationState, StakeholderGroup
from events.models import ConsentSlip, Event, EventRole, Invitation, Registration, SeatQuota
from events.models.event import EventQuerySet
from events.registration.selectors import STANDING

__all__ = [
    "AttendeeChoice",
    "Party",
    "listed_ids",
    "parties_in_batches",
    "parties_in_order",
    "whole_list",
]

MANAGE_ALL = "events.manage_every_event"
LIST_ALL = "events.list_every_event"
LIST_ROLES = (EventRoleKind.ORGANISER, EventRoleKind.HOST)


@dataclass(frozen=True, slots=True)
class SlipGroup:
    """A group whose children bring slips: which have come, and which have not, by number."""

    registration: Registration
    received: tuple[int, ...]
    missing: tuple[int, ...]


def events_visible_to(user: User, now: datetime.datetime | None = None) -> EventQuerySet:
    """Return the events this person works for, or may list.

    A role for the day alone counts on its event's own day. Without `now` the database's clock
    says which day it is, so that no caller can forget to ask.
    """
    if user.has_perm(LIST_ALL):
        return _events()
    return events_with_gates_for(user, now)


def events_with_gates_for(user: User, now: datetime.datetime | None = None) -> EventQuerySet:
    """Return the events at whose gate this person may stand, in any role."""
    return _events_of(user, user.event_roles.in_force(now))


def events_with_lists_for(user: User, now: datetime.datetime | None = None) -> EventQuerySet:
    """Return the events whose attendees this person may list; a gate volunteer sees no list."""
    return _events() if user.has_perm(LIST_ALL) else events_run_by(user, now)


def events_run_by(user: User, now: datetime.datetime | None = None) -> EventQuerySet:
    """Return the events this person may change and write about; a data officer runs none."""
    return _events_of(user, user.event_roles.in_force(now).filter(role__in=LIST_ROLES))


def is_run_by(user: User, event: Event, now: datetime.datetime | None = None) -> bool:
    """Tell whether this person may change an event and write about it."""
    return events_run_by(user, now).filter(pk=event.pk).exists()


def _events_of(user: User, roles: QuerySet[EventRole]) -> EventQuerySet:
    if user.has_perm(MANAGE_ALL):
        return _events()
    return _events().filter(pk__in=roles.order_by().values("event"))


def _events() -> EventQuerySet:
    events: EventQuerySet = Event.objects.select_related(
        "city", "schedule", "schedule__venue", "places"
    )
    return events


def events_to_come(events: EventQuerySet, now: datetime.datetime) -> EventQuerySet:
    """Return those of today and later, and those whose day is not set yet; the next one first."""
    return events.filter(_is_to_come(now)).order_by(
        F("schedule__happens_on").asc(nulls_last=True), "slug"
    )


def events_gone_by(events: EventQuerySet, now: datetime.datetime) -> EventQuerySet:
    """Return those of days before today, the latest first; those without a day come last."""
    return events.exclude(_is_to_come(now)).order_by(
        F("schedule__happens_on").desc(nulls_last=True), "slug"
    )


def _is_to_come(now: datetime.datetime) -> Q:
    today = timezone.localtime(now).date()
    this_month = Q(schedule__precision="month", schedule__happens_on__gte=today.replace(day=1))
    return Q(schedule__happens_on__gte=today) | this_month | _waits_for_a_day()


def _waits_for_a_day() -> Q:
    # Closed and without registration: it was held, on a day nobody recorded; see rules.reason_of.
    was_held = Q(schedule__state=EventState.CLOSED, places__isnull=True)
    return Q(schedule__happens_on__isnull=True) & ~was_held


def slip_groups(event: Event) -> list[SlipGroup]:
    """Return the standing groups of an event whose children bring slips, by name."""
    registrations = (
        Registration.objects.filter(event=event, state__in=STANDING, consent_slips__isnull=False)
        .select_related("contact")
        .prefetch_related("consent_slips")
        .order_by("group_name", "pk")
        .distinct()
    )
    return [_slip_group(registration) for registration in registrations]


def _slip_group(registration: Registration) -> SlipGroup:
    slips = list(registration.consent_slips.all())
    return SlipGroup(
        registration=registration,
        received=tuple(slip.position for slip in slips if slip.received_at),
        missing=tuple(slip.position for slip in slips if not slip.received_at),
    )


def slips_to_print(event: Event, reference: str = "") -> QuerySet[ConsentSlip]:
    """Return the slips of an event's standing groups, or of one group, in printing order."""
    slips = ConsentSlip.objects.filter(
        registration__event=event, registration__state__in=STANDING
    ).select_related("registration__contact")
    if reference:
        slips = slips.filter(registration__reference=reference)
    return slips.order_by("registration", "position")


def repeats_of(event: Event) -> list[tuple[Party, Party]]:
    """Return pairs of a registration and a later like one, both standing; oldest pair first."""
    later = Registration.objects.filter(
        event=event, state__in=STANDING, repeat_of__state__in=STANDING
    ).order_by("pk")
    pairs = [(row.repeat_of_id or 0, row.pk) for row in later.only("pk", "repeat_of")]
    ids = list(dict.fromkeys(chain.from_iterable(pairs)))
    found = {party.registration.pk: party for party in parties_in_order(ids)}
    return [(found[first], found[second]) for first, second in pairs]


def invitations_of(event: Event) -> QuerySet[Invitation]:
    """Return an event's invitations, those without an answer first, then as they were made."""
    found = Invitation.objects.filter(event=event).exclude(contact__full_name="")
    is_open = Case(When(state=InvitationState.SENT, then=0), default=1)
    return found.select_related("contact", "registration").order_by(is_open, "pk")


@dataclass(frozen=True, slots=True)
class GroupSeats:
    """One group: seats kept (None where none are kept by group), taken, and invited in all."""

    code: str
    seats: int | None
    taken: int
    invited: int


def seats_by_group(event: Event) -> list[GroupSeats]:
    """Return every group of an event with its seats; two queries."""
    quotas = {quota.group: quota for quota in SeatQuota.objects.filter(event=event)}
    asked = Invitation.objects.filter(event=event).exclude(state=InvitationState.WITHDRAWN)
    accepted = Q(state=InvitationState.ACCEPTED)
    totals = {
        row["group"]: row
        for row in asked.order_by()
        .values("group")
        .annotate(invited=Sum("seats"), coming=Sum("registration__party_size", filter=accepted))
    }
    groups = []
    for code in StakeholderGroup.values:
        quota, total = quotas.get(code), totals.get(code)
        coming, invited = (total["coming"] or 0, total["invited"]) if total else (0, 0)
        taken = quota.taken if quota else coming
        groups.append(GroupSeats(code, quota.seats if quota else None, taken, invited))
    return groups
