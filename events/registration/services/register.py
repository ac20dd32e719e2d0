"""Registering a party whole, or putting it on the waiting list whole, or not at all."""

import datetime
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from campaigns.models import Placement
from campaigns.services.placements import record_partner_consent
from events.enums import EventStatus, PartyKind, RegistrationState
from events.errors import NoPlacesLeft, RegistrationNotOpen
from events.models import Attendee, Event, Registration, Schedule
from events.notifications import queue_received, queue_repeated
from events.registration.rules import PartySubmission
from events.registration.selectors import like_registration, position_in_queue
from events.registration.services import groups, places
from events.registration.services.waiting import promote_waiting
from events.selectors import OPEN_STATUSES, as_it_is_now, event_status, places_of
from participants.enums import ConsentPurpose
from participants.errors import KeyReused, TooManyTries
from participants.models import Contact
from participants.rules.limits import REGISTRATIONS_OF_PHONE
from participants.rules.references import new_reference
from participants.services import (
    ContactDetails,
    issue_own_link,
    keep_within,
    record_consent,
    store_contact,
)
from urdu.sorting import sort_key

ATTEMPTS = 6
NOT_TAKING_PLACE = (EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.OVER)


class _ChangedMeanwhile(Exception):
    """The free places went, or the event was moved, after we had looked."""


@dataclass(frozen=True, slots=True)
class _New:
    """A party that wants to be registered; hopeful while nothing says that it has to wait."""

    event: Event
    submission: PartySubmission
    key: str
    language: str
    placement: Placement | None
    is_hopeful: bool


def register_party(
    *,
    event: Event,
    submission: PartySubmission,
    key: str,
    language: str,
    now: datetime.datetime,
    placement: Placement | None = None,
) -> Registration:
    """Register a party whole, or let it wait whole, with consent and message in one transaction.

    The same key with the same content gives the same registration, however often it comes.
    `placement` is the code they came by.
    Raises KeyReused for the same key with other content, RegistrationNotOpen when the event
    takes none now, NoPlacesLeft when too few places are left and nobody may wait, TooManyTries
    when one phone has registered more parties in an hour than people do.
    """
    for attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                new = _New(event, submission, key, language, placement, is_hopeful=attempt == 0)
                return _register(new, now)
        except _ChangedMeanwhile:
            continue
        except (IntegrityError, RegistrationNotOpen, NoPlacesLeft, TooManyTries) as problem:
            # Asked afterwards, since hardly anybody presses twice: the key has its result
            # already, even if the event is full or closed by now.
            earlier = _earlier_result(key, submission)
            if earlier is not None:
                return earlier
            if not isinstance(problem, IntegrityError):
                raise
            # The reference is taken: the next round draws another.
    raise IntegrityError(f"no free reference for {event.slug}")


def _earlier_result(key: str, submission: PartySubmission) -> Registration | None:
    earlier = Registration.objects.filter(submission_key=key).first()
    if earlier is not None and earlier.submission_hash != submission.content_hash():
        raise KeyReused
    return earlier


def _register(new: _New, now: datetime.datetime) -> Registration:
    fresh = as_it_is_now(new.event)
    status = event_status(fresh, now)
    if status not in OPEN_STATUSES:
        raise RegistrationNotOpen(status)
    submission = new.submission
    contact = _store_leader(new, now)
    # INSERT first: its unique key catches the double tap before any place is taken.
    registration = _insert(fresh, contact, new, now)
    keep_within(limit=REGISTRATIONS_OF_PHONE, subject=submission.phone, now=now)
    _store_party(registration, submission, now)
    token = issue_own_link(contact=contact, now=now)
    if registration.repeat_of is not None:
        queue_repeated(earlier=registration.repeat_of, now=now)
    limits = places_of(fresh)
    if new.is_hopeful and limits is not None and submission.party_size <= limits.free:
        _confirm(registration, token, now)
    else:
        _give_places_or_wait(registration, now)
        _see_what_changed_meanwhile(registration, now)
        _tell(registration, token, now)
    return registration


def _confirm(registration: Registration, token: str, now: datetime.datetime) -> None:
    """Take the places last: everybody else who registers waits from there to the commit.

    Raises _ChangedMeanwhile when they are gone, or when the event was moved or cancelled since
    the message was written; then nothing is kept, and the next attempt goes the careful way.
    """
    _tell(registration, token, now)
    event_id, count = registration.event_id, registration.party_size
    if not places.take_places(event_id=event_id, count=count) or _has_moved(registration.event):
        raise _ChangedMeanwhile


def _tell(registration: Registration, token: str, now: datetime.datetime) -> None:
    is_waiting = registration.state == RegistrationState.WAITING
    position = position_in_queue(registration) if is_waiting else 0
    queue_received(registration=registration, token=token, now=now, position=position)


def _see_what_changed_meanwhile(registration: Registration, now: datetime.datetime) -> None:
    """Look again once places are taken: a cancelling or moving organiser holds that row first.

    Whoever registers in that instant is refused, or told the new day, and never missed.
    """
    if not _has_moved(registration.event):
        return
    registration.event = as_it_is_now(registration.event)
    status = event_status(registration.event, now)
    if status in NOT_TAKING_PLACE:
        raise RegistrationNotOpen(status)


def _has_moved(event: Event) -> bool:
    known = event.schedule
    seen = Schedule.objects.filter(pk=known.pk).values_list("sequence", "state").first()
    return seen != (known.sequence, known.state)


def _insert(
    event: Event,
    contact: Contact,
    new: _New,
    now: datetime.datetime,
) -> Registration:
    submission = new.submission
    return Registration.objects.create(
        event=event,
        contact=contact,
        reference=new_reference(event.city.code),
        party_size=submission.party_size,
        minors_count=submission.minors_count,
        kind=submission.kind,
        group_name=submission.group_name,
        wants_no_photographs=submission.wants_no_photographs,
        sort_key=sort_key(submission.full_name),
        repeat_of=like_registration(event, contact, submission.kind),
        placement=new.placement,
        submission_key=new.key,
        submission_hash=submission.content_hash(),
        created_at=now,
    )


def _give_places_or_wait(registration: Registration, now: datetime.datetime) -> None:
    event_id, count = registration.event_id, registration.party_size
    if places.take_places(event_id=event_id, count=count):
        return
    limits = places_of(registration.event)
    if limits is None or not limits.has_waiting_list or count > limits.capacity:
        raise NoPlacesLeft
    number = places.draw_waiting_number(event_id=event_id, count=count)
    registration.state, registration.waiting_number = RegistrationState.WAITING, number
    registration.save(update_fields=["state", "waiting_number"])
    # A small party may fit where those before it do not: the rule stated to everybody.
    promote_waiting(event=registration.event, now=now, at_once=registration)
    registration.refresh_from_db(fields=["state", "offer_expires_at"])


def _store_leader(new: _New, now: datetime.datetime) -> Contact:
    submission = new.submission
    details = ContactDetails(submission.full_name, submission.phone, submission.email, new.language)
    contact = store_contact(details=details, now=now)
    record_consent(contact=contact, purpose=ConsentPurpose.REGISTRATION, now=now)
    record_partner_consent(
        contact=contact, placement=new.placement, wording=submission.partner_wording, now=now
    )
    return contact


def _store_party(
    registration: Registration, submission: PartySubmission, now: datetime.datetime
) -> None:
    # Of a group everybody is counted; a family's leader is its first person.
    first = 1 if submission.kind == PartyKind.GROUP else 2
    Attendee.objects.bulk_create(
        Attendee.named(registration, position, name)
        for position, name in enumerate(submission.names, start=first)
    )
    if not submission.minors_count:
        return
    if submission.guardian_name:
        groups.store_guardian(
            registration=registration,
            name=submission.guardian_name,
            phone=submission.guardian_phone,
            now=now,
        )
    else:
        # A school brings slips signed at home: one code per child, ticked off at the desk.
        groups.follow_slips(registration=registration)
