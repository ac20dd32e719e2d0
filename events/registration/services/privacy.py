"""The way back, and forgetting: the person's own links, erasure on request and in time."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from events.models import (
    Attendee,
    Certificate,
    ConsentSlip,
    Guardian,
    Invitation,
    LinkRequest,
    ListFile,
    ListPrint,
    Registration,
)
from events.registration.services.changes import cancel_registration
from events.registration.services.invitations import forget_invited
from events.registration.services.links import withdraw_messages
from messaging.services import forget_messages
from participants.services import erase_contacts, issue_own_link

PURGE_BATCH = 500


def issue_link(*, registration: Registration, now: datetime.datetime) -> str:
    """Make a new way back for whoever has just proved to hold the registration."""
    return issue_own_link(contact=registration.contact, now=now)


@transaction.atomic
def erase_registration(*, registration: Registration, now: datetime.datetime) -> None:
    """Cancel if need be, then leave nothing of the person in any table; the number stays.

    Nothing is written to them about it: a message still in the queue would hold their details.
    """
    cancel_registration(registration=registration, now=now)
    withdraw_messages(registration=registration)
    _empty([(registration.pk, registration.contact_id)])


def purge_registrations(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Erase the people of events that ended more than RETENTION_DAYS ago; counts stay.

    Returns how many registrations were (or, on a dry run, would be) emptied; running it again
    finds nothing.
    """
    due = Registration.objects.filter(event__schedule__happens_on__lt=_last_day(now)).exclude(
        contact__full_name=""
    )
    if is_dry_run:
        return due.count()
    purged = 0
    while batch := list(due.values_list("pk", "contact_id")[:PURGE_BATCH]):
        _empty(batch)
        purged += len(batch)
    ListPrint.objects.filter(event__schedule__happens_on__lt=_last_day(now)).delete()
    return purged


def purge_typed_certificates(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Empty the names organisers typed onto certificates of events that ended as long ago.

    Returns how many were (or, on a dry run, would be) emptied; their codes stay.
    """
    due = Certificate.objects.filter(
        event__schedule__happens_on__lt=_last_day(now), registration__isnull=True
    ).exclude(full_name="")
    return due.count() if is_dry_run else due.update(full_name="")


def _last_day(now: datetime.datetime) -> datetime.date:
    return timezone.localtime(now).date() - datetime.timedelta(days=settings.RETENTION_DAYS)


@transaction.atomic
def _empty(batch: list[tuple[int, int]]) -> None:
    registrations = [registration for registration, _contact in batch]
    # Kept for another try, a message holds name, address and link for as long as it waits.
    references = Registration.objects.filter(pk__in=registrations).values_list(
        "reference", flat=True
    )
    forget_messages(references=list(references))
    for model in (Attendee, Guardian, ConsentSlip, LinkRequest):
        model._base_manager.filter(registration__in=registrations).delete()
    Registration.objects.filter(pk__in=registrations).update(
        sort_key="", submission_hash="", group_name="", repeat_of=None
    )
    # The code stays, so that a certificate on paper is not called a forgery later.
    Certificate.objects.filter(registration__in=registrations).update(full_name="")
    # Made before, they may hold the name; whoever wants the list makes it anew.
    ListFile.objects.filter(event__registrations__in=registrations).delete()
    erase_contacts(contact_ids=[contact for _registration, contact in batch])
    forget_invited(invitations=Invitation.objects.filter(registration__in=registrations))
