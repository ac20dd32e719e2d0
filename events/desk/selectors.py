"""Which events are whose, and who is on an event's list: the one place that decides."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from directory.models import User
from events.desk.enums import AttendeeSort
from events.desk.rules import SearchTerms
from events.enums import EventRoleKind, InvitationState, RegistrationState, StakeholderGroup
from events.models import (
    Attendee,
    ConsentSlip,
    Event,
    EventRole,
    Guardian,
    Invitation,
    Registration,
    SeatQuota,
)
from events.models.event import EventQuerySet
from events.registration.selectors import STANDING
from participants.models import Contact

LIST_ROLES = (EventRoleKind.ORGANISER, EventRoleKind.HOST)
BATCH_SIZE = 500

_ORDERS: dict[AttendeeSort, tuple[str, ...]] = {
    AttendeeSort.NAME: ("sort_key", "pk"),
    AttendeeSort.CODE: ("reference",),
    AttendeeSort.TIME: ("created_at", "pk"),
}


@dataclass(frozen=True, slots=True)
class AttendeeChoice:
    """Which registrations of an event to list, and in which order."""

    state: RegistrationState = RegistrationState.CONFIRMED
    sort: AttendeeSort = AttendeeSort.NAME
    terms: SearchTerms | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A registration with its contact loaded, and the names of those who come along.

    `consent_missing` counts the children for whom no guardian has agreed yet.
    """

    registration: Registration
    names: tuple[str, ...]
    consent_missing: int = 0


@dataclass(frozen=True, slots=True)
class SlipGroup:
    """A group whose children bring slips: which have come, and which have not, by number."""

    registration: Registration
    received: tuple[int, ...]
    missing: tuple[int, ...]


def events_visible_to(user: User, now: datetime.datetime | None = None) -> EventQuerySet:
    """Return the events this person works for; all of them for whoever manages every event.

    A role for the day alone counts on its event's own day. Without `now` the database's clock
    says which day it is, so that no caller can forget to ask.
    """
    return _events_of(user, user.event_roles.in_force(now))


def events_with_lists_for(user: User, now: datetime.datetime | None = None) -> EventQuerySet:
    """Return the events whose attendees this person may list; a gate volunteer sees no list."""
    return _events_of(user, user.event_roles.in_force(now).filter(role__in=LIST_ROLES))


def _events_of(user: User, roles: QuerySet[EventRole]) -> EventQuerySet:
    events: EventQuerySet = Event.objects.select_related(
        "city", "schedule", "schedule__venue", "places"
    )
    if user.has_perm("events.manage_every_event"):
        return events
    return events.filter(pk__in=roles.order_by().values("event"))


def events_to_come(events: EventQuerySet, now: datetime.datetime) -> EventQuerySet:
    """Return those of today and later, and those without a day; the next one first."""
    return events.filter(_is_to_come(now)).order_by(
        F("schedule__happens_on").asc(nulls_last=True), "slug"
    )


def events_gone_by(events: EventQuerySet, now: datetime.datetime) -> EventQuerySet:
    """Return those of days before today, the latest first."""
    return events.exclude(_is_to_come(now)).order_by("-schedule__happens_on", "slug")


def _is_to_come(now: datetime.datetime) -> Q:
    today = timezone.localtime(now).date()
    this_month = Q(schedule__precision="month", schedule__happens_on__gte=today.replace(day=1))
    return Q(schedule__happens_on__gte=today) | this_month | Q(schedule__happens_on__isnull=True)


def listed_ids(event: Event, choice: AttendeeChoice) -> QuerySet[Registration, int]:
    """Return ids of registrations in list order; a page or the whole list is fetched by them.

    Ids come from the list's index alone, so that a page deep in 100,000 rows costs no more
    than the first one.
    """
    found = Registration.objects.filter(event=event, state=choice.state)
    if choice.terms is not None:
        found = found.filter(_matches(choice.terms))
    return found.order_by(*_ORDERS[choice.sort]).values_list("pk", flat=True)


def _matches(terms: SearchTerms) -> Q:
    if terms.is_hopeless:
        return Q(pk__in=())
    matches = Q(pk__in=())
    contacts = Q(pk__in=())
    if terms.folded_name:
        contacts |= Q(folded_name__contains=terms.folded_name)
    if terms.phone_end:
        contacts |= Q(phone__endswith=terms.phone_end)
    if terms.reference_end:
        matches |= Q(reference__endswith=terms.reference_end)
    # A subquery: contacts are scanned once instead of being joined to every registration.
    return matches | Q(contact__in=Contact.objects.filter(contacts).order_by().values("pk"))


def parties_in_order(ids: Sequence[int]) -> list[Party]:
    """Return these registrations in this order, with contact and names; two queries."""
    wanted = list(ids)
    found = _with_consents().filter(pk__in=wanted).select_related("contact").in_bulk()
    names: dict[int, list[str]] = defaultdict(list)
    members = Attendee.objects.filter(registration__in=wanted).order_by("registration", "position")
    for registration_id, full_name in members.values_list("registration_id", "full_name"):
        names[registration_id].append(full_name)
    return [
        Party(found[pk], tuple(names[pk]), _consent_missing(found[pk]))
        for pk in wanted
        if pk in found
    ]


def _with_consents() -> QuerySet[Registration]:
    """Return registrations that know of their guardian and of slips received."""
    guardian = Guardian.objects.filter(registration=OuterRef("pk"))
    slips = ConsentSlip.objects.filter(registration=OuterRef("pk"), received_at__isnull=False)
    counted = slips.order_by().values("registration").annotate(count=Count("pk")).values("count")
    return Registration.objects.annotate(
        has_guardian=Exists(guardian), slip_count=Coalesce(Subquery(counted), 0)
    )


def _consent_missing(registration: Registration) -> int:
    if getattr(registration, "has_guardian", False):
        return 0
    return max(0, registration.minors_count - int(getattr(registration, "slip_count", 0)))


def parties_in_batches(ids: Sequence[int]) -> Iterator[list[Party]]:
    """Yield these registrations in this order, only a batch in memory at a time."""
    for start in range(0, len(ids), BATCH_SIZE):
        yield parties_in_order(ids[start : start + BATCH_SIZE])


def whole_list(ids: Sequence[int]) -> list[Party]:
    """Return all of these registrations in this order, for paper."""
    return list(chain.from_iterable(parties_in_batches(ids)))


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
