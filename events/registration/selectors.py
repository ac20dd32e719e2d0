"""Finding a registration by what its holder has, and what can still be done with it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from events.enums import (
    EventStatus,
    InvitationState,
    PartyKind,
    PromotionPolicy,
    RegistrationState,
)
from events.errors import NoPlacesLeft
from events.models import Event, EventChange, Invitation, Places, Registration, SeatQuota
from events.models.registration import HOLDING_PLACES
from events.registration.rules import Guest
from events.selectors import event_status
from messaging.enums import MessageKind
from messaging.models import OutboxMessage
from participants.models import Contact
from participants.rules.keys import hash_of
from participants.selectors import contact_of_token
from urdu.folding import fold

STANDING = (*HOLDING_PLACES, RegistrationState.WAITING)
# One number may stand for a madrasa full of families; nobody needs more links at once.
MOST_FOUND = 20
# An event without an hour ends with its day or month.
LONGEST_EVENT = datetime.timedelta(days=31)


def registration_by_reference(reference: str) -> Registration | None:
    """Return the registration with everything its own page shows."""
    return (
        Registration.objects.select_related(
            "contact",
            "event__city",
            "event__lead_organiser",
            "event__schedule__venue",
            "event__places",
        )
        .prefetch_related("attendees")
        .filter(reference=reference)
        .first()
    )


def registration_of_token(token: str) -> Registration | None:
    """Return the registration whose own link this is."""
    contact = contact_of_token(token)
    return Registration.objects.filter(contact=contact).first() if contact else None


def registrations_to_find(
    *, phone: str, email: str, reference: str, now: datetime.datetime
) -> list[Registration]:
    """Return the standing registrations for what is to come that have this number or address."""
    today = timezone.localtime(now).date()
    is_theirs = Q(contact__phone=phone) if phone else Q(contact__email__iexact=email)
    if reference:
        is_theirs &= Q(reference=reference)
    found = (
        Registration.objects.select_related("contact", "event__city", "event__schedule")
        .filter(is_theirs, state__in=STANDING)
        .exclude(event__schedule__happens_on__lt=today - LONGEST_EVENT)
        .order_by("pk")[:MOST_FOUND]
    )
    return [row for row in found if event_status(row.event, now) != EventStatus.OVER]


def may_change(registration: Registration, now: datetime.datetime) -> bool:
    """Tell whether cancelling or changing means anything: it stands, and the event is not over."""
    return (
        registration.state in STANDING and event_status(registration.event, now) != EventStatus.OVER
    )


def position_in_queue(registration: Registration) -> int:
    """Return how many parties are before this one, and itself: 1 is next."""
    ahead = Registration.objects.filter(
        event_id=registration.event_id,
        state=RegistrationState.WAITING,
        waiting_number__lt=registration.waiting_number or 0,
    )
    return ahead.count() + 1


def latest_change(registration: Registration) -> EventChange | None:
    """Return what organisers changed last about the event since this party registered."""
    return (
        EventChange.objects.filter(
            event_id=registration.event_id, made_at__gt=registration.created_at
        )
        .order_by("-made_at", "-pk")
        .first()
    )


def messages_of(registration: Registration) -> QuerySet[OutboxMessage]:
    """Return what was written to the present holder, oldest first."""
    return (
        OutboxMessage.objects.filter(
            about=registration.event.slug,
            reference=registration.reference,
            created_at__gte=registration.contact.created_at,
        )
        # Went to the earlier holder, at the moment the present one came.
        .exclude(kind=MessageKind.REGISTRATION_HANDED_OVER)
        .order_by("created_at", "pk")
    )


def most_names(registration: Registration) -> int:
    """Return how many names a party can give; its leader has one already, a group has none."""
    is_group = registration.kind == PartyKind.GROUP
    return registration.party_size if is_group else registration.party_size - 1


def has_repeats(registration: Registration) -> bool:
    """Tell whether a like registration came later with this number, and still stands."""
    return registration.repeats.filter(state__in=STANDING).exists()


@dataclass(frozen=True, slots=True)
class WaitingOutlook:
    """What a party would meet that registers now and finds too few places.

    `free` is how many a smaller party could have at once; `offer_hours` is 0 where whoever is
    next is registered without being asked.
    """

    position: int
    free: int
    offer_hours: int


def waiting_outlook(event: Event, size: int) -> WaitingOutlook | None:
    """Return how a party of this size would wait now; None when it would be registered.

    A smaller party may go ahead of those that do not fit: what counts is what nobody has taken.
    Raises NoPlacesLeft when it cannot even wait.
    """
    limits = Places.objects.get(event=event)
    may_wait = limits.has_waiting_list and size <= limits.capacity
    if size <= (limits.unclaimed if may_wait else limits.free):
        return None
    if not may_wait:
        raise NoPlacesLeft
    before = Registration.objects.filter(event=event, state=RegistrationState.WAITING).count()
    asks_first = limits.promotion == PromotionPolicy.OFFER
    return WaitingOutlook(before + 1, limits.unclaimed, limits.offer_hours if asks_first else 0)


def like_registration(event: Event, contact: Contact, kind: str) -> Registration | None:
    """Return the standing registration with this phone and a like name, in either script.

    A teacher who brings a class and a family repeats nothing: only one kind of party is like.
    """
    # In two steps: nearly always nobody else has the phone, and that is quickly said.
    with_phone = Contact.objects.filter(phone=contact.phone).exclude(pk=contact.pk)
    alike = [
        key
        for key, folded_name, name_key in with_phone.values_list("pk", "folded_name", "name_key")
        if folded_name == contact.folded_name or (name_key and name_key == contact.name_key)
    ]
    if not alike:
        return None
    standing = Registration.objects.filter(
        event=event, contact__in=alike, kind=kind, state__in=STANDING
    )
    return standing.order_by("pk").first()


def miscounted_places() -> list[tuple[str, int, int, int, int]]:
    """Return (event, taken, taken by rows, waiting, waiting by rows) wherever they differ."""
    found = Places.objects.annotate(
        rows_taken=_people(HOLDING_PLACES), rows_waiting=_people([RegistrationState.WAITING])
    ).select_related("event")
    return [
        (row.event.slug, row.taken, row.rows_taken, row.waiting, row.rows_waiting)
        for row in found.order_by("event__slug")
        if (row.taken, row.waiting) != (row.rows_taken, row.rows_waiting)
    ]


def _people(states: Sequence[str]) -> Coalesce:
    of_event = Registration.objects.filter(event=OuterRef("event"), state__in=states).order_by()
    total = of_event.values("event").annotate(total=Sum("party_size")).values("total")
    return Coalesce(Subquery(total), 0)


def invitation_of_code(code: str) -> Invitation | None:
    """Return whose invitation this is: its first code, or one made for it later."""
    hashed = hash_of(code)
    known = Q(code_hash=hashed) | Q(contact__own_links__token_hash=hashed)
    return _invitations().filter(known).first()


def invitation_by_number(number: int) -> Invitation | None:
    """Return an invitation with everything its page shows."""
    return _invitations().filter(pk=number).first()


def _invitations() -> QuerySet[Invitation]:
    """Return those whose people are still known here."""
    return Invitation.objects.exclude(contact__full_name="").select_related(
        "contact", "registration", "event__city", "event__schedule__venue", "event__places"
    )


def invited_like(event: Event, guest: Guest) -> Invitation | None:
    """Return the standing invitation of the same name to the same e-mail or phone."""
    ways = Q(pk__in=())
    if guest.email:
        ways |= Q(contact__email__iexact=guest.email)
    if guest.phone:
        ways |= Q(contact__phone=guest.phone)
    standing = Invitation.objects.filter(event=event).exclude(state=InvitationState.WITHDRAWN)
    return standing.filter(ways, contact__folded_name=fold(guest.full_name)[:160]).first()


def unanswered_invitations(
    event: Event, reminded_before: datetime.datetime
) -> QuerySet[Invitation]:
    """Return whom to remind: not answered, and neither invited nor reminded since that moment."""
    return Invitation.objects.filter(
        Q(reminded_at__isnull=True) | Q(reminded_at__lte=reminded_before),
        event=event,
        state=InvitationState.SENT,
        created_at__lte=reminded_before,
    ).order_by("pk")


def miscounted_seats() -> list[tuple[str, str, int, int]]:
    """Return (event, group, taken, taken by rows) wherever they differ."""
    of_group = Registration.objects.filter(
        event=OuterRef("event"), invitation__group=OuterRef("group"), state__in=HOLDING_PLACES
    ).order_by()
    total = of_group.values("event").annotate(total=Sum("party_size")).values("total")
    found = SeatQuota.objects.annotate(rows_taken=Coalesce(Subquery(total), 0))
    return [
        (row.event.slug, row.group, row.taken, row.rows_taken)
        for row in found.select_related("event").order_by("event__slug", "pk")
        if row.taken != row.rows_taken
    ]
