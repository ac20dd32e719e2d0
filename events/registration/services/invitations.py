"""Inviting, reminding, answering and withdrawing: the only writers of invitations."""

import datetime
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from events.enums import EventStatus, InvitationState, RegistrationState
from events.errors import InvitationIsClosed, NoPlacesLeft
from events.models import Event, Invitation, Registration
from events.models.registration import HOLDING_PLACES
from events.notifications import queue_received
from events.registration.notifications import invitation_reference, queue_invitations
from events.registration.rules import Guest
from events.registration.selectors import invited_like, unanswered_invitations
from events.registration.services import places, seats
from events.registration.services.changes import cancel_registration, resize_party
from events.selectors import event_status
from events.services import lock_schedule
from messaging.enums import MessageKind
from messaging.services import forget_messages
from participants.enums import ConsentPurpose
from participants.rules.keys import hash_of
from participants.rules.references import new_reference
from participants.services import (
    ContactDetails,
    erase_contacts,
    issue_own_link,
    issue_own_links,
    record_consent,
    store_contact,
)
from urdu.sorting import sort_key

REFERENCE_ATTEMPTS = 6
PURGE_BATCH = 500
# Nobody is reminded twice in a day, however often the button is pressed.
BETWEEN_REMINDERS = datetime.timedelta(hours=20)


@dataclass(frozen=True, slots=True)
class Invited:
    """What one sending came to: new ones, known ones, and new ones a message goes to."""

    new_count: int
    known_count: int
    told_count: int


@transaction.atomic
def invite(
    *, event: Event, guests: Sequence[Guest], language: str, now: datetime.datetime
) -> Invited:
    """Invite those who are not invited yet, and send each a link that is theirs alone.

    Sent twice by two taps, nobody is invited twice: the event's schedule is locked meanwhile.
    """
    lock_schedule(event=event)
    fresh = [guest for guest in guests if invited_like(event, guest) is None]
    codes = [secrets.token_urlsafe(32) for _guest in fresh]
    invitations = [
        _insert(event, guest, code, language, now) for guest, code in zip(fresh, codes, strict=True)
    ]
    told = queue_invitations(
        event=event, kind=MessageKind.INVITATION, invitations=invitations, codes=codes, now=now
    )
    return Invited(len(fresh), len(guests) - len(fresh), len(told))


def _insert(
    event: Event, guest: Guest, code: str, language: str, now: datetime.datetime
) -> Invitation:
    details = ContactDetails(guest.full_name, guest.phone, guest.email, language)
    return Invitation.objects.create(
        event=event,
        contact=store_contact(details=details, now=now),
        group=guest.group,
        organisation=guest.organisation,
        seats=guest.seats,
        code_hash=hash_of(code),
        created_at=now,
    )


def issue_code(*, invitation: Invitation, now: datetime.datetime) -> str:
    """Make another code for the same invitation, readable this once; earlier ones stay good."""
    return issue_own_link(contact=invitation.contact, now=now)


@transaction.atomic
def remind_invited(*, event: Event, now: datetime.datetime) -> int:
    """Remind everybody who has not answered and was not reminded today; return how many."""
    lock_schedule(event=event)
    due = unanswered_invitations(event, now - BETWEEN_REMINDERS)
    invitations = list(due.select_related("contact"))
    codes = issue_own_links(contacts=[found.contact for found in invitations], now=now)
    told = queue_invitations(
        event=event,
        kind=MessageKind.INVITATION_REMINDER,
        invitations=invitations,
        codes=codes,
        now=now,
    )
    Invitation.objects.filter(pk__in=[found.pk for found in told]).update(reminded_at=now)
    return len(told)


def accept_invitation(
    *, invitation: Invitation, size: int, language: str, now: datetime.datetime
) -> Registration:
    """Register the invited party, or change how many of it come; in one transaction.

    Accepting again with the same number changes nothing. Raises InvitationIsClosed when it was
    withdrawn or no answers are taken, NoPlacesLeft when the event, the group or the invitation
    has not so many seats.
    """
    for _attempt in range(REFERENCE_ATTEMPTS):
        try:
            with transaction.atomic():
                return _accept(invitation, size, language, now)
        except IntegrityError:
            # The reference is taken; the next round draws another.
            continue
    raise IntegrityError(f"no free reference for {invitation}")


def _accept(
    invitation: Invitation, size: int, language: str, now: datetime.datetime
) -> Registration:
    current = _locked(invitation)
    if not takes_answers(current, now):
        raise InvitationIsClosed
    registration = current.registration
    if registration is not None and registration.state in HOLDING_PLACES:
        if registration.party_size != size:
            registration = resize_party(registration=registration, size=size, now=now)
        return registration
    if size > current.seats or not _take(current, size):
        raise NoPlacesLeft
    if registration is None:
        registration = _register(current, size, language, now)
    else:
        _revive(registration, size)
    Invitation.objects.filter(pk=current.pk).update(
        state=InvitationState.ACCEPTED, registration=registration, answered_at=now
    )
    token = issue_own_link(contact=registration.contact, now=now)
    queue_received(registration=registration, token=token, now=now)
    return registration


def _locked(invitation: Invitation) -> Invitation:
    """Lock the event's places first, as everybody does, then read the invitation as it is now."""
    places.lock_places(event_id=invitation.event_id)
    return Invitation.objects.select_related(
        "contact", "registration__contact", "event__city", "event__schedule", "event__places"
    ).get(pk=invitation.pk)


def takes_answers(invitation: Invitation, now: datetime.datetime) -> bool:
    """Tell whether one can still say yes: not withdrawn, and the event takes invited people."""
    is_standing = invitation.state != InvitationState.WITHDRAWN
    return is_standing and event_status(invitation.event, now) == EventStatus.INVITATION


def _take(invitation: Invitation, size: int) -> bool:
    event_id = invitation.event_id
    return places.take_places(event_id=event_id, count=size) and seats.take_seats(
        event_id=event_id, group=invitation.group, count=size
    )


def _register(
    invitation: Invitation, size: int, language: str, now: datetime.datetime
) -> Registration:
    """Write a registration with details of its own, so that handing it over leaves ours alone."""
    invited = invitation.contact
    details = ContactDetails(invited.full_name, invited.phone, invited.email, language)
    contact = store_contact(details=details, now=now)
    record_consent(contact=contact, purpose=ConsentPurpose.REGISTRATION, now=now)
    return Registration.objects.create(
        event=invitation.event,
        contact=contact,
        reference=new_reference(invitation.event.city.code),
        party_size=size,
        sort_key=sort_key(invited.full_name),
        submission_key=f"invitation-{invitation.pk}",
        submission_hash="",
        created_at=now,
    )


def _revive(registration: Registration, size: int) -> None:
    registration.state, registration.cancelled_at = RegistrationState.CONFIRMED, None
    registration.party_size = size
    registration.save(update_fields=["state", "cancelled_at", "party_size"])


@transaction.atomic
def decline_invitation(*, invitation: Invitation, now: datetime.datetime) -> None:
    """Note that somebody is not coming, and give back what was kept for them.

    Raises InvitationIsClosed when the invitation was withdrawn or the event is over.
    """
    current = _locked(invitation)
    is_over = event_status(current.event, now) == EventStatus.OVER
    if current.state == InvitationState.WITHDRAWN or is_over:
        raise InvitationIsClosed
    _end(current, InvitationState.DECLINED, now)


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, now: datetime.datetime) -> None:
    """Take an invitation back; whoever had accepted is told that the registration is cancelled."""
    _end(_locked(invitation), InvitationState.WITHDRAWN, now)


def _end(invitation: Invitation, state: InvitationState, now: datetime.datetime) -> None:
    if invitation.state == state:
        return
    if invitation.registration is not None:
        cancel_registration(registration=invitation.registration, now=now)
    Invitation.objects.filter(pk=invitation.pk).update(state=state, answered_at=now)


def purge_invitations(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Empty the details of everybody invited to what ended more than RETENTION_DAYS ago.

    Returns how many invitations were (or, on a dry run, would be) emptied.
    """
    last_day = timezone.localtime(now).date() - datetime.timedelta(days=settings.RETENTION_DAYS)
    due = Invitation.objects.filter(event__schedule__happens_on__lt=last_day).exclude(
        contact__full_name=""
    )
    if is_dry_run:
        return due.count()
    purged = 0
    while batch := list(due.values_list("pk", flat=True)[:PURGE_BATCH]):
        forget_invited(invitations=Invitation.objects.filter(pk__in=batch))
        purged += len(batch)
    return purged


@transaction.atomic
def forget_invited(*, invitations: QuerySet[Invitation]) -> None:
    """Leave nothing of these people, whose links end too; the answers stay as numbers."""
    contacts = list(invitations.values_list("contact", flat=True))
    references = [invitation_reference(key) for key in invitations.values_list("pk", flat=True)]
    forget_messages(references=references)
    invitations.update(organisation="")
    erase_contacts(contact_ids=contacts)
