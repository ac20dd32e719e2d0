"""Finding a registration by what its holder has, and what can still be done with it."""

import datetime

from events.enums import EventStatus, RegistrationState
from events.models import Registration
from events.selectors import event_status
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


def may_cancel(registration: Registration, now: datetime.datetime) -> bool:
    """Tell whether cancelling means anything: places are held, and the event is not over."""
    is_confirmed = registration.state == RegistrationState.CONFIRMED
    return is_confirmed and event_status(registration.event, now) != EventStatus.OVER
