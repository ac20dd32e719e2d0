"""What a registrant changes afterwards: cancelling, shrinking, growing, names, handing over."""

import datetime
from collections.abc import Sequence

from django.db import transaction

from campaigns.services.placements import withdraw_partner_consents
from events.enums import PartyKind, RegistrationState
from events.errors import NoPlacesLeft, RegistrationIsClosed
from events.models import Attendee, Registration
from events.models.registration import HOLDING_PLACES
from events.notifications import queue_cancellation, queue_changed, queue_handed_over
from events.registration.rules import AS_BEFORE, PartyDetails
from events.registration.selectors import may_change
from events.registration.services import groups, places, seats
from events.registration.services.links import queue_own_link, withdraw_messages
from events.registration.services.waiting import promote_waiting
from participants.enums import ConsentPurpose
from participants.services import (
    ContactDetails,
    change_contact,
    issue_own_link,
    record_consent,
    store_contact,
)
from urdu.sorting import sort_key


@transaction.atomic
def cancel_registration(*, registration: Registration, now: datetime.datetime) -> bool:
    """Cancel and give the places back once, however often it is asked for; True when it acted.

    Once the event is over it does nothing: who was registered is then history, and nobody is
    written to about it.
    """
    current = _locked(registration)
    if not may_change(current, now):
        return False
    Registration.objects.filter(pk=current.pk).update(
        state=RegistrationState.CANCELLED, cancelled_at=now, offer_expires_at=None
    )
    _release(current, current.party_size)
    withdraw_partner_consents(contact_ids=[current.contact_id], now=now)
    seats.follow_cancellation(registration=current, now=now)
    queue_cancellation(registration=current, now=now)
    promote_waiting(event=current.event, now=now)
    return True


@transaction.atomic
def resize_party(
    *,
    registration: Registration,
    size: int,
    now: datetime.datetime,
    details: PartyDetails = AS_BEFORE,
) -> Registration:
    """Make a party smaller, or larger if the places are there; the places given up go on.

    Its holder is told once: that it has changed, or that by changing it has got its places.
    Raises NoPlacesLeft when too few are free for a larger party (or others wait for them),
    RegistrationIsClosed when nothing can be changed any more, GuardianMissing.
    """
    current = _locked(registration)
    if not may_change(current, now):
        raise RegistrationIsClosed
    difference = size - current.party_size
    if difference > 0:
        _grow(current, difference)
    elif difference < 0:
        _release(current, -difference)
    minors = current.minors_count if details.minors_count is None else details.minors_count
    current.party_size, current.minors_count = size, min(minors, size)
    current.save(update_fields=["party_size", "minors_count"])
    groups.remove_names(registration=current, leaving=details.leaving)
    _follow_children(current, details, now)
    if difference:
        promoted = promote_waiting(event=current.event, now=now)
        if current not in promoted:
            queue_changed(registration=current, now=now)
        current.refresh_from_db(fields=["state", "offer_expires_at"])
    return current


def _follow_children(
    registration: Registration, details: PartyDetails, now: datetime.datetime
) -> None:
    if registration.kind == PartyKind.GROUP:
        groups.follow_slips(registration=registration)
        return
    if details.minors_count is None and registration.minors_count:
        # The same children, or fewer: whoever answers for them still does.
        return
    groups.follow_guardian(
        registration=registration, name=details.guardian_name, phone=details.guardian_phone, now=now
    )


@transaction.atomic
def rename_party(
    *, registration: Registration, leader: str, names: Sequence[str] | None, now: datetime.datetime
) -> None:
    """Change the leader's name and the others' (without the leader, in order; None leaves them)."""
    current = _locked(registration)
    if not may_change(current, now):
        raise RegistrationIsClosed
    contact = current.contact
    details = ContactDetails(leader, contact.phone, contact.email, contact.language)
    change_contact(contact=contact, details=details)
    Registration.objects.filter(pk=current.pk).update(sort_key=sort_key(leader))
    if current.kind == PartyKind.GROUP:
        # A group's list counts everybody, its contact person or not; see services.groups.
        return
    if names is None:
        return
    current.attendees.all().delete()
    Attendee.objects.bulk_create(
        Attendee.named(current, position, name)
        for position, name in enumerate(names[: current.party_size - 1], start=2)
    )


@transaction.atomic
def hand_over(
    *, registration: Registration, details: ContactDetails, now: datetime.datetime
) -> str:
    """Make somebody else the holder and return the new token; nothing of the earlier one stays.

    The new holder is a new contact: links, grants and consents of the earlier one end with it,
    and so does what was queued for it. A form sent again does not lead to the new holder's page.
    """
    current = _locked(registration)
    if not may_change(current, now):
        raise RegistrationIsClosed
    earlier = current.contact
    withdraw_messages(registration=current)
    queue_handed_over(registration=current, now=now)
    current.contact = store_contact(details=details, now=now)
    record_consent(contact=current.contact, purpose=ConsentPurpose.HAND_OVER, now=now)
    current.sort_key = sort_key(details.full_name)
    current.repeat_of, current.submission_hash = None, ""
    current.save(update_fields=["contact", "sort_key", "repeat_of", "submission_hash"])
    earlier.delete()
    token = issue_own_link(contact=current.contact, now=now)
    queue_own_link(registration=current, token=token, now=now)
    return token


@transaction.atomic
def choose_photographs(
    *, registration: Registration, wants_none: bool, now: datetime.datetime
) -> None:
    """Keep whether these people want to be photographed; lists and badges show it."""
    if not may_change(registration, now):
        raise RegistrationIsClosed
    Registration.objects.filter(pk=registration.pk).update(wants_no_photographs=wants_none)


def _locked(registration: Registration) -> Registration:
    """Lock the event's places first, then read the registration as it is now."""
    places.lock_places(event_id=registration.event_id)
    return Registration.objects.select_related("contact", "event__schedule", "event__city").get(
        pk=registration.pk
    )


def _release(registration: Registration, count: int) -> None:
    if registration.state in HOLDING_PLACES:
        places.give_back_places(event_id=registration.event_id, count=count)
        seats.follow_size(registration=registration, difference=-count)
    else:
        places.leave_queue(event_id=registration.event_id, count=count)


def _grow(registration: Registration, count: int) -> None:
    if registration.state == RegistrationState.WAITING:
        places.leave_queue(event_id=registration.event_id, count=-count)
    elif places.take_places(event_id=registration.event_id, count=count):
        seats.follow_size(registration=registration, difference=count)
    else:
        raise NoPlacesLeft
