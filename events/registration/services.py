"""Taking, keeping and giving back places; the only writers of registrations."""

import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from events.enums import RegistrationState
from events.errors import NoPlacesLeft, RegistrationNotOpen
from events.models import Attendee, Event, Guardian, Places, Registration
from events.notifications import queue_cancellation, queue_confirmation
from events.registration.rules import PartySubmission, new_reference
from events.registration.selectors import may_cancel
from events.selectors import OPEN_STATUSES, event_status
from participants.enums import ConsentPurpose
from participants.errors import KeyReused
from participants.models import Contact
from participants.rules.consents import CONSENT_WORDINGS
from participants.services import (
    ContactDetails,
    erase_contacts,
    issue_own_link,
    record_consent,
    store_contact,
)
from urdu.sorting import sort_key

REFERENCE_ATTEMPTS = 6
PURGE_BATCH = 500


def take_places(*, event_id: int, count: int) -> bool:
    """Take places in one conditional UPDATE; False when too few are left or people wait.

    Newcomers never overtake the waiting list, and no two writers can take the same place:
    the condition and the change are one statement on every database.
    """
    changed = Places.objects.filter(
        event_id=event_id, waiting=0, taken__lte=F("capacity") - count
    ).update(taken=F("taken") + count)
    return changed == 1


def give_back_places(*, event_id: int, count: int) -> None:
    """Return places; a ceiling raised by a lowered capacity sinks with them."""
    Places.objects.filter(event_id=event_id).update(
        taken=F("taken") - count, ceiling=Greatest(F("capacity"), F("taken") - count)
    )


def register_party(
    *, event: Event, submission: PartySubmission, key: str, language: str, now: datetime.datetime
) -> Registration:
    """Register a party whole or not at all, with consent and message in one transaction.

    The same key with the same content gives the same registration, however often it comes.
    Raises KeyReused for the same key with other content, RegistrationNotOpen when the event
    takes none now, NoPlacesLeft when fewer places are left than the party needs.
    """
    for _attempt in range(REFERENCE_ATTEMPTS):
        earlier = _earlier_result(key, submission)
        if earlier is not None:
            return earlier
        try:
            with transaction.atomic():
                return _register(event, submission, key, language, now)
        except IntegrityError:
            # Either a double tap won the race for the key, which the next round finds,
            # or the reference is taken, and the next round draws another.
            continue
    raise IntegrityError(f"no free reference for {event.slug}")


def _earlier_result(key: str, submission: PartySubmission) -> Registration | None:
    earlier = Registration.objects.filter(submission_key=key).first()
    if earlier is not None and earlier.submission_hash != submission.content_hash():
        raise KeyReused
    return earlier


def _register(
    event: Event, submission: PartySubmission, key: str, language: str, now: datetime.datetime
) -> Registration:
    fresh = Event.objects.published().get(pk=event.pk)
    status = event_status(fresh, now)
    if status not in OPEN_STATUSES:
        raise RegistrationNotOpen(status)
    contact = _store_leader(submission, language, now)
    registration = Registration.objects.create(
        event=fresh,
        contact=contact,
        reference=new_reference(fresh.city.code),
        party_size=submission.party_size,
        minors_count=submission.minors_count,
        sort_key=sort_key(submission.full_name),
        is_repeat=_is_like_repeat(fresh, contact),
        submission_key=key,
        submission_hash=submission.content_hash(),
        created_at=now,
    )
    if not take_places(event_id=fresh.pk, count=submission.party_size):
        raise NoPlacesLeft
    _store_party(registration, submission, now)
    token = issue_own_link(contact=contact, now=now)
    queue_confirmation(registration=registration, token=token, now=now)
    return registration


def _store_leader(submission: PartySubmission, language: str, now: datetime.datetime) -> Contact:
    details = ContactDetails(submission.full_name, submission.phone, submission.email, language)
    contact = store_contact(details=details, now=now)
    record_consent(contact=contact, purpose=ConsentPurpose.REGISTRATION, now=now)
    return contact


def _store_party(
    registration: Registration, submission: PartySubmission, now: datetime.datetime
) -> None:
    Attendee.objects.bulk_create(
        Attendee(registration=registration, position=position, full_name=name)
        for position, name in enumerate(submission.names, start=2)
    )
    if submission.minors_count:
        version, _wording = CONSENT_WORDINGS[ConsentPurpose.GUARDIAN]
        Guardian.objects.create(
            registration=registration,
            full_name=submission.guardian_name,
            phone=submission.guardian_phone,
            wording_version=version,
            language=registration.contact.language,
            consented_at=now,
        )


def _is_like_repeat(event: Event, contact: Contact) -> bool:
    return (
        Registration.objects.filter(
            event=event,
            state=RegistrationState.CONFIRMED,
            contact__phone=contact.phone,
            contact__folded_name=contact.folded_name,
        )
        .exclude(contact=contact)
        .exists()
    )


@transaction.atomic
def cancel_registration(*, registration: Registration, now: datetime.datetime) -> bool:
    """Cancel and give the places back once, however often it is asked for; True when it acted.

    Once the event is over it does nothing: who was registered is then history, and nobody is
    written to about it.
    """
    if not may_cancel(registration, now):
        return False
    changed = Registration.objects.filter(
        pk=registration.pk, state=RegistrationState.CONFIRMED
    ).update(state=RegistrationState.CANCELLED, cancelled_at=now)
    if not changed:
        return False
    give_back_places(event_id=registration.event_id, count=registration.party_size)
    queue_cancellation(registration=registration, now=now)
    return True


def issue_link(*, registration: Registration, now: datetime.datetime) -> str:
    """Make a new way back for whoever has just proved to hold the registration."""
    return issue_own_link(contact=registration.contact, now=now)


def purge_registrations(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Erase the people of events that ended more than RETENTION_DAYS ago; counts stay.

    Returns how many registrations were (or, on a dry run, would be) emptied; running it again
    finds nothing.
    """
    last_day = timezone.localtime(now).date() - datetime.timedelta(days=settings.RETENTION_DAYS)
    due = Registration.objects.filter(event__schedule__happens_on__lt=last_day).exclude(
        contact__full_name=""
    )
    if is_dry_run:
        return due.count()
    purged = 0
    while batch := list(due.values_list("pk", "contact_id")[:PURGE_BATCH]):
        _purge(batch)
        purged += len(batch)
    return purged


@transaction.atomic
def _purge(batch: list[tuple[int, int]]) -> None:
    registrations = [registration for registration, _contact in batch]
    Attendee.objects.filter(registration__in=registrations).delete()
    Guardian.objects.filter(registration__in=registrations).delete()
    Registration.objects.filter(pk__in=registrations).update(sort_key="", submission_hash="")
    erase_contacts(contact_ids=[contact for _registration, contact in batch])
