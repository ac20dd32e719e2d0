"""What a party brings later: the names of those who come, and slips signed by guardians."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction

from directory.models import User
from events.enums import PartyKind
from events.errors import RegistrationIsClosed, TooManyNames
from events.models import Attendee, ConsentSlip, Event, Registration
from events.registration.selectors import may_change, most_names
from events.registration.services import places


@dataclass(frozen=True, slots=True)
class SlipReport:
    """Codes of slips that were changed, that were so already, and that this event does not know."""

    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    unknown: tuple[str, ...]


@transaction.atomic
def set_names(*, registration: Registration, names: Sequence[str], now: datetime.datetime) -> None:
    """Write the names of those who come, in order, in place of those written before.

    A party's leader is its first person and not among them; of a group everybody is. Raises
    TooManyNames, or RegistrationIsClosed when nothing can be changed any more.
    """
    places.lock_places(event_id=registration.event_id)
    current = Registration.objects.select_related("event__schedule").get(pk=registration.pk)
    if not may_change(current, now):
        raise RegistrationIsClosed
    if len(names) > most_names(current):
        raise TooManyNames
    first = 1 if current.kind == PartyKind.GROUP else 2
    current.attendees.all().delete()
    Attendee.objects.bulk_create(
        Attendee(registration=current, position=position, full_name=name)
        for position, name in enumerate(names, first)
    )


@transaction.atomic
def receive_slips(
    *, event: Event, codes: Collection[str], actor: User, now: datetime.datetime
) -> SlipReport:
    """Mark slips as received; those that were keep who took them in, and when."""
    known = _slips(event, codes)
    fresh = [code for code, received_at in known.items() if received_at is None]
    ConsentSlip.objects.filter(code__in=fresh, received_at=None).update(
        received_at=now, received_by=actor
    )
    return _report(codes, known, fresh)


@transaction.atomic
def return_slips(*, event: Event, codes: Collection[str]) -> SlipReport:
    """Undo the mark: these slips are not here after all."""
    known = _slips(event, codes)
    marked = [code for code, received_at in known.items() if received_at is not None]
    ConsentSlip.objects.filter(code__in=marked).update(received_at=None, received_by=None)
    return _report(codes, known, marked)


def _slips(event: Event, codes: Collection[str]) -> dict[str, datetime.datetime | None]:
    slips = ConsentSlip.objects.select_for_update().filter(
        registration__event=event, code__in=list(codes)
    )
    return dict(slips.order_by("pk").values_list("code", "received_at"))


def _report(
    codes: Collection[str],
    known: dict[str, datetime.datetime | None],
    changed: Collection[str],
) -> SlipReport:
    return SlipReport(
        changed=tuple(code for code in codes if code in changed),
        unchanged=tuple(code for code in codes if code in known and code not in changed),
        unknown=tuple(code for code in codes if code not in known),
    )
