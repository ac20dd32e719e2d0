"""Forgetting applicants: on their wish, and once their time is over."""

import datetime

from django.conf import settings
from django.db import transaction

from campaigns.enums import JoinState
from campaigns.joining.selectors import applications_past_their_time
from campaigns.models import JoinApplication
from messaging.services import forget_messages
from participants.services import erase_contacts, issue_own_link

BATCH = 500


def issue_link(*, application: JoinApplication, now: datetime.datetime) -> str:
    """Make a new way back for whoever has just proved to hold the application."""
    return issue_own_link(contact=application.contact, now=now)


@transaction.atomic
def erase_application(*, application: JoinApplication, now: datetime.datetime) -> None:
    """Leave nothing of the person in any table; that somebody of a city applied stays.

    An application without an answer is withdrawn with it. An organisation that is in the
    network stays there: its entry holds nothing of the person.
    """
    JoinApplication.objects.filter(pk=application.pk, state=JoinState.RECEIVED).update(
        state=JoinState.WITHDRAWN, changed_at=now
    )
    _empty([(application.pk, application.contact_id, application.reference)])


def purge_applications(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Erase applicants RETENTION_DAYS after the answer, or after leaving the network; rows stay.

    Returns how many were (or, on a dry run, would be) emptied; again it finds nothing.
    """
    due = applications_past_their_time(now, datetime.timedelta(days=settings.RETENTION_DAYS))
    if is_dry_run:
        return due.count()
    purged = 0
    while batch := list(due.values_list("pk", "contact_id", "reference")[:BATCH]):
        with transaction.atomic():
            _empty(batch)
        purged += len(batch)
    return purged


def _empty(batch: list[tuple[int, int, str]]) -> None:
    forget_messages(references=[reference for _pk, _contact, reference in batch])
    JoinApplication.objects.filter(pk__in=[pk for pk, _contact, _reference in batch]).update(
        organisation_name="",
        work="",
        website="",
        answer_en="",
        answer_ur="",
        submission_hash="",
    )
    erase_contacts(contact_ids=[contact for _pk, contact, _reference in batch])
