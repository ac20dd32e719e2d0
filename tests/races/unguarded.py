"""The site with the guard of its places switched off: what a race must show to be worth its name.

Served instead of config.wsgi by the control only. It counts, compares and inserts, as one would
without thinking, with a pause in between so that the gap is as wide as on a slow machine.
"""

import time
from typing import Any

from django.db.models import Sum

from config.wsgi import application
from events.enums import RegistrationState
from events.errors import NoPlacesLeft
from events.models import Event, Registration
from events.registration.services import places
from events.registration.services import register as register_service
from events.registration.views import register as register_view

GAP_SECONDS = 0.1

_register_party = register_service.register_party


def _take_places_unseen(*, event_id: int, count: int) -> bool:
    return True


def _register_party_unguarded(*, event: Event, submission: Any, **rest: Any) -> Registration:
    held = Registration.objects.filter(event=event, state=RegistrationState.CONFIRMED)
    taken = held.aggregate(total=Sum("party_size"))["total"] or 0
    if taken + submission.party_size > event.places.capacity:
        raise NoPlacesLeft
    time.sleep(GAP_SECONDS)
    return _register_party(event=event, submission=submission, **rest)


places.take_places = _take_places_unseen
# The view holds a name of its own for it, which mypy does not count as exported.
register_view.register_party = _register_party_unguarded  # type: ignore[attr-defined]

__all__ = ["application"]
