"""Who is on an event's list: chosen, searched and sorted, the same on every database."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import and_
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat, TruncDate

from events.attendance.selectors.counts import arrived_by_registration
from events.desk.enums import AttendeeSort
from events.desk.rules import SearchTerms
from events.enums import PartyKind, RegistrationState
from events.models import Attendance, Attendee, ConsentSlip, Event, Guardian, Registration
from participants.models import Contact
from urdu.folding import fold
from urdu.romanisation import name_key
from urdu.sorting import sort_key

BATCH_SIZE = 2000
_SPACED_KEY = Concat(Value(" "), F("name_key"), Value(" "))

_ORDERS: dict[AttendeeSort, tuple[str, ...]] = {
    AttendeeSort.NAME: ("sort_key", "pk"),
    AttendeeSort.CODE: ("reference",),
    AttendeeSort.TIME: ("created_at", "pk"),
}
# By what a list without people shows: rows that look alike are in no order of their own.
_ANONYMOUS_ORDER = (
    "party_size", "minors_count", "kind", "wants_no_photographs", "contact__language", "state",
    "pk",
)  # fmt: skip
# Read by no list: of a hundred thousand rows each costs a second.
_NOT_ON_LISTS = (
    "submission_key", "submission_hash", "sort_key", "offer_expires_at", "cancelled_at",
    "contact__created_at", "contact__folded_name", "contact__name_key",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AttendeeChoice:
    """Which registrations of an event to list, and in which order; None and "" mean all.

    `is_anonymous` puts them in an order that says nothing of who they are.
    """

    state: RegistrationState = RegistrationState.CONFIRMED
    sort: AttendeeSort = AttendeeSort.NAME
    terms: SearchTerms | None = None
    kind: PartyKind | None = None
    language: str = ""
    lacks_consent: bool = False
    has_arrived: bool | None = None
    wants_no_photographs: bool = False
    is_anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A registration with its contact loaded, and the names of those who come along.

    `consent_missing` counts the children for whom no guardian has agreed yet, `arrived_count`
    the people of the party who have come.
    """

    registration: Registration
    names: tuple[str, ...]
    consent_missing: int = 0
    arrived_count: int = 0


def listed_ids(event: Event, choice: AttendeeChoice) -> QuerySet[Registration, int]:
    """Return ids of registrations in list order; a page or the whole list is fetched by them.

    Ids come from the list's index alone, so that a page deep in 100,000 rows costs no more
    than the first one.
    """
    found = Registration.objects.filter(event=event, state=choice.state)
    if choice.terms is not None:
        found = found.filter(_matches(event, choice.terms))
    return _in_order(event, _narrowed(found, choice), choice).values_list("pk", flat=True)


def _narrowed(found: QuerySet[Registration], choice: AttendeeChoice) -> QuerySet[Registration]:
    if choice.kind is not None:
        found = found.filter(kind=choice.kind)
    if choice.language:
        found = found.filter(contact__language=choice.language)
    if choice.wants_no_photographs:
        found = found.filter(wants_no_photographs=True)
    if choice.has_arrived is not None:
        has_come = Exists(Attendance.objects.filter(registration=OuterRef("pk"), arrived__gt=0))
        found = found.filter(has_come if choice.has_arrived else ~has_come)
    if choice.lacks_consent:
        found = found.filter(
            ~Exists(_guardian()), minors_count__gt=Coalesce(Subquery(_slip_count()), 0)
        )
    return found


def _in_order(
    event: Event, found: QuerySet[Registration], choice: AttendeeChoice
) -> QuerySet[Registration]:
    if choice.is_anonymous:
        return found.order_by(TruncDate("created_at"), *_ANONYMOUS_ORDER)
    if choice.sort == AttendeeSort.GROUP:
        return found.order_by(_place_of_group(event), "sort_key", "pk")
    return found.order_by(*_ORDERS[choice.sort])


def _group_names(event: Event) -> list[str]:
    named = Registration.objects.filter(event=event).exclude(group_name="")
    return list(named.order_by().values_list("group_name", flat=True).distinct())


def _place_of_group(event: Event) -> Case:
    """Return each group's place in Urdu order, as no database knows it; the others come last."""
    names = sorted(_group_names(event), key=lambda name: (sort_key(name), name))
    places = [When(group_name=name, then=Value(place)) for place, name in enumerate(names)]
    return Case(*places, default=Value(len(names)), output_field=IntegerField())


def _matches(event: Event, terms: SearchTerms) -> Q:
    if terms.is_hopeless:
        return Q(pk__in=())
    matches = Q(pk__in=())
    contacts = Q(pk__in=())
    people = Q(pk__in=())
    if terms.folded_name:
        people |= Q(folded_name__contains=terms.folded_name)
    if terms.name_key:
        people |= _sounds_like(terms.name_key)
    if terms.folded_name or terms.name_key:
        matches |= Q(group_name__in=_groups_named(event, terms))
        matches |= Q(pk__in=_companions(event).filter(people).values("registration"))
        contacts |= people
    if terms.phone_end:
        contacts |= Q(phone__endswith=terms.phone_end)
    if terms.reference_end:
        matches |= Q(reference__endswith=terms.reference_end)
    # A subquery: contacts are scanned once instead of being joined to every registration.
    spaced = Contact.objects.alias(words=_SPACED_KEY)
    return matches | Q(contact__in=spaced.filter(contacts).order_by().values("pk"))


def _companions(event: Event) -> QuerySet[Attendee]:
    return Attendee.objects.alias(words=_SPACED_KEY).filter(registration__event=event).order_by()


def _sounds_like(name_key: str) -> Q:
    """Match names of which every word sounds like one that was typed: Kausar finds کوثر."""
    return reduce(and_, (Q(words__contains=f" {word} ") for word in name_key.split()))


def _groups_named(event: Event, terms: SearchTerms) -> list[str]:
    return [name for name in _group_names(event) if _is_meant(name, terms)]


def _is_meant(group_name: str, terms: SearchTerms) -> bool:
    if terms.folded_name and terms.folded_name in fold(group_name):
        return True
    sounds = terms.name_key.split()
    return bool(sounds) and set(sounds) <= set(name_key(group_name).split())


def parties_in_order(ids: Sequence[int]) -> list[Party]:
    """Return these registrations in this order, with contact, names, consents and arrivals.

    At most four queries, each asking only for those who can have what it brings.
    """
    wanted = list(ids)
    bare = Registration.objects.filter(pk__in=wanted).select_related("contact")
    found = bare.defer(*_NOT_ON_LISTS).in_bulk()
    names = _names_of([pk for pk in wanted if pk in found and found[pk].party_size > 1])
    missing = _consents_missing([pk for pk in wanted if pk in found and found[pk].minors_count])
    arrived = arrived_by_registration(wanted)
    return [
        Party(found[pk], tuple(names.get(pk, ())), missing.get(pk, 0), arrived.get(pk, 0))
        for pk in wanted
        if pk in found
    ]


def _names_of(ids: Sequence[int]) -> dict[int, list[str]]:
    """Return the names of those who come along, by registration."""
    names: dict[int, list[str]] = defaultdict(list)
    members = Attendee.objects.filter(registration__in=ids).order_by("registration", "position")
    for registration_id, full_name in members.values_list("registration_id", "full_name"):
        names[registration_id].append(full_name)
    return names


def _consents_missing(ids: Sequence[int]) -> dict[int, int]:
    """Return for how many children nobody has agreed yet, by registration, where it is any."""
    without_guardian = Registration.objects.filter(~Exists(_guardian()), pk__in=ids)
    counted = without_guardian.annotate(slips=Coalesce(Subquery(_slip_count()), 0))
    facts = counted.order_by("pk").values_list("pk", "minors_count", "slips")
    return {pk: minors - slips for pk, minors, slips in facts if minors > slips}


def _guardian() -> QuerySet[Guardian]:
    return Guardian.objects.filter(registration=OuterRef("pk"))


def _slip_count() -> QuerySet[ConsentSlip, Any]:
    slips = ConsentSlip.objects.filter(registration=OuterRef("pk"), received_at__isnull=False)
    return slips.order_by().values("registration").annotate(count=Count("pk")).values("count")


def parties_in_batches(ids: Sequence[int]) -> Iterator[list[Party]]:
    """Yield these registrations in this order, only a batch in memory at a time."""
    for start in range(0, len(ids), BATCH_SIZE):
        yield parties_in_order(ids[start : start + BATCH_SIZE])


def whole_list(ids: Sequence[int]) -> list[Party]:
    """Return all of these registrations in this order, for paper."""
    return list(chain.from_iterable(parties_in_batches(ids)))
