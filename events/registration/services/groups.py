"""What a party brings: the names of those who come, its guardian, slips signed by guardians."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from directory.models import User
from events.enums import PartyKind
from events.errors import GuardianMissing, RegistrationIsClosed, TooManyNames
from events.models import Attendee, ConsentSlip, Event, Guardian, Registration
from events.registration.rules import slip_code
from events.registration.selectors import may_change, most_names
from events.registration.services import places
from participants.enums import ConsentPurpose
from participants.rules.consents import CONSENT_WORDINGS


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
        Attendee.named(current, position, name) for position, name in enumerate(names, first)
    )


def remove_names(*, registration: Registration, leaving: Collection[int] = ()) -> None:
    """Remove those who drop out, by position; then, while there are too many, the last ones."""
    registration.attendees.filter(position__in=leaving).delete()
    known = list(registration.attendees.order_by("position").values_list("pk", flat=True))
    Attendee.objects.filter(pk__in=known[most_names(registration) :]).delete()


def store_guardian(
    *, registration: Registration, name: str, phone: str, now: datetime.datetime
) -> None:
    """Keep who answers for the children of a party, and which words were agreed to."""
    version, _wording = CONSENT_WORDINGS[ConsentPurpose.GUARDIAN]
    Guardian.objects.create(
        registration=registration,
        full_name=name,
        phone=phone,
        wording_version=version,
        language=registration.contact.language,
        consented_at=now,
    )


def follow_guardian(
    *, registration: Registration, name: str, phone: str, now: datetime.datetime
) -> None:
    """Keep a family's guardian while children come: ask for one, and forget one not needed.

    Raises GuardianMissing.
    """
    known = Guardian.objects.filter(registration=registration)
    if not registration.minors_count:
        known.delete()
    elif not known.exists():
        if not (name and phone):
            raise GuardianMissing
        store_guardian(registration=registration, name=name, phone=phone, now=now)


def follow_slips(*, registration: Registration) -> None:
    """Keep as many slips as a group has children: more get the next numbers.

    Of fewer, those go that are not here yet, the last first. What the desk has received stays,
    even when it is one too many: somebody signed it, and only the desk knows for which child.
    """
    slips = registration.consent_slips
    missing = registration.minors_count - slips.count()
    if missing > 0:
        _add_slips(registration, missing)
    elif missing < 0:
        not_here = slips.filter(received_at=None).order_by("-position")
        slips.filter(pk__in=list(not_here.values_list("pk", flat=True)[:-missing])).delete()


def _add_slips(registration: Registration, count: int) -> None:
    last = registration.consent_slips.aggregate(last=Max("position"))["last"] or 0
    ConsentSlip.objects.bulk_create(
        ConsentSlip(
            registration=registration,
            position=position,
            code=slip_code(registration.reference, position),
        )
        for position in range(last + 1, last + count + 1)
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
