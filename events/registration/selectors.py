"""Finding a registration by what its holder has, and what can still be done with it."""

import datetime
from collections.abc import Sequence

from django.db.models import OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from events.enums import EventStatus, RegistrationState
from events.models import Event, Places, Registration
from events.models.registration import HOLDING_PLACES
from events.selectors import event_status
from participants.models import Contact
from participants.selectors import contact_of_token


def registration_by_reference(reference: str) -> Registration | None:
    """Return the registration with everything its own page shows."""
    return (
        Registration.objects.select_related(
            "contact", "event__city", "event__schedule__venue", "event__places"
        )
        .prefetch_related("attendees")
        .filter(reference=reference)
        .first()
    )


def registration_of_token(token: str) -> Registration | None:
    """Return the registration whose own link this is."""
    contact = contact_of_token(token)
    return Registration.objects.filter(contact=contact).first() if contact else None


def may_change(registration: Registration, now: datetime.datetime) -> bool:
    """Tell whether cancelling or changing means anything: it stands, and the event is not over."""
    stands = registration.state in (*HOLDING_PLACES, RegistrationState.WAITING)
    return stands and event_status(registration.event, now) != EventStatus.OVER


def position_in_queue(registration: Registration) -> int:
    """Return how many parties are before this one, and itself: 1 is next."""
    ahead = Registration.objects.filter(
        event_id=registration.event_id,
        state=RegistrationState.WAITING,
        waiting_number__lt=registration.waiting_number or 0,
    )
    return ahead.count() + 1


def like_registration(event: Event, contact: Contact) -> Registration | None:
    """Return the standing registration with this phone and a like name, in either script."""
    with_phone = Registration.objects.filter(
        event=event,
        contact__phone=contact.phone,
        state__in=(*HOLDING_PLACES, RegistrationState.WAITING),
    ).exclude(contact=contact)
    likeness = Q(contact__folded_name=contact.folded_name)
    if contact.name_key:
        likeness |= Q(contact__name_key=contact.name_key)
    return with_phone.filter(likeness).order_by("pk").first()


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
