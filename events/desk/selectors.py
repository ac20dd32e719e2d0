"""Which events are whose, and who is on an event's list: the one place that decides."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from directory.models import User
from events.desk.enums import AttendeeSort
from events.desk.rules import SearchTerms
from events.enums import EventRoleKind, RegistrationState
from events.models import Attendee, Event, Registration
from events.models.event import EventQuerySet
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
    """A registration with its contact loaded, and the names of those who come along."""

    registration: Registration
    names: tuple[str, ...]


def events_visible_to(user: User) -> EventQuerySet:
    """Return the events this person works for; all of them for whoever manages every event."""
    events: EventQuerySet = Event.objects.select_related(
        "city", "schedule", "schedule__venue", "places"
    )
    if user.has_perm("events.manage_every_event"):
        return events
    return events.filter(roles__user=user)


def events_with_lists_for(user: User) -> EventQuerySet:
    """Return the events whose attendees this person may list; a gate volunteer sees no list."""
    events = events_visible_to(user)
    if user.has_perm("events.manage_every_event"):
        return events
    # Both conditions in one filter() of their own: they must hold for the same role.
    return events.filter(
        pk__in=user.event_roles.filter(role__in=LIST_ROLES).order_by().values("event")
    )


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
    found = Registration.objects.filter(pk__in=wanted).select_related("contact").in_bulk()
    names: dict[int, list[str]] = defaultdict(list)
    members = Attendee.objects.filter(registration__in=wanted).order_by("registration", "position")
    for registration_id, full_name in members.values_list("registration_id", "full_name"):
        names[registration_id].append(full_name)
    return [Party(found[pk], tuple(names[pk])) for pk in wanted if pk in found]


def parties_in_batches(ids: Sequence[int]) -> Iterator[list[Party]]:
    """Yield these registrations in this order, only a batch in memory at a time."""
    for start in range(0, len(ids), BATCH_SIZE):
        yield parties_in_order(ids[start : start + BATCH_SIZE])


def whole_list(ids: Sequence[int]) -> list[Party]:
    """Return all of these registrations in this order, for paper."""
    return list(chain.from_iterable(parties_in_batches(ids)))
