"""Forgetting applicants: on their wish, and once their time is over."""

import datetime

from django.conf import settings
from django.db import transaction

from events.enums.hosting import HostApplicationState
from events.hosting.selectors import applications_past_their_time
from events.models import HostApplication
from messaging.services import drop_messages
from participants.services import erase_contacts, issue_own_link

BATCH = 500


def issue_link(*, application: HostApplication, now: datetime.datetime) -> str:
    """Make a new way back for whoever has just proved to hold the application."""
    return issue_own_link(contact=application.contact, now=now)


@transaction.atomic
def erase_application(*, application: HostApplication, now: datetime.datetime) -> None:
    """Leave nothing of the person in any table; that somebody of a city applied stays.

    An application without an answer is withdrawn with it. An approved event and its account
    stay: they hold nothing of the person, and people may have registered.
    """
    HostApplication.objects.filter(pk=application.pk, state=HostApplicationState.RECEIVED).update(
        state=HostApplicationState.WITHDRAWN, changed_at=now
    )
    drop_messages(reference=application.reference)
    _empty([(application.pk, application.contact_id)])


def purge_applications(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Erase applicants RETENTION_DAYS after their event, or after their answer; rows stay.

    Returns how many were (or, on a dry run, would be) emptied; again it finds nothing.
    """
    retention = datetime.timedelta(days=settings.RETENTION_DAYS)
    due = applications_past_their_time(now, retention)
    if is_dry_run:
        return due.count()
    purged = 0
    while batch := list(due.values_list("pk", "contact_id")[:BATCH]):
        with transaction.atomic():
            _empty(batch)
        purged += len(batch)
    return purged


def _empty(batch: list[tuple[int, int]]) -> None:
    HostApplication.objects.filter(pk__in=[pk for pk, _contact in batch]).update(
        organisation_name="",
        gathering_place="",
        answer_en="",
        answer_ur="",
        submission_hash="",
    )
    erase_contacts(contact_ids=[contact for _pk, contact in batch])
