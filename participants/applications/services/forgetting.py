"""Forgetting applicants: on their wish, and once their time is over; rows stay for the counts."""

import datetime
from collections.abc import Callable

from django.db import transaction
from django.db.models import QuerySet

from participants.enums import ApplicationState
from participants.models import Application
from participants.services import erase_contacts, issue_own_link

BATCH = 500
EMPTIED = ("organisation_name", "answer_en", "answer_ur", "submission_hash")
# Wipes what has not left yet to people of these `references`.
ForgetMessages = Callable[..., object]


def issue_link(*, application: Application, now: datetime.datetime) -> str:
    """Make a new way back for whoever has just proved to hold the application."""
    return issue_own_link(contact=application.contact, now=now)


@transaction.atomic
def erase_application(
    *, application: Application, forget_messages: ForgetMessages, now: datetime.datetime
) -> None:
    """Leave nothing of the person in any table; that somebody of a city applied stays.

    An application without an answer is withdrawn with it. What an approval made stays: it
    holds nothing of the person.
    """
    rows = type(application)._default_manager.filter(pk=application.pk)
    rows.filter(state=ApplicationState.RECEIVED).update(
        state=ApplicationState.WITHDRAWN, changed_at=now
    )
    _empty(rows, forget_messages)


def purge_applications(
    *, due: QuerySet[Application], forget_messages: ForgetMessages, is_dry_run: bool
) -> int:
    """Erase the applicants whose time is over; return how many were, or would be, emptied.

    `due` finds only people who are still known, so that a second run finds nothing.
    """
    if is_dry_run:
        return due.count()
    purged = 0
    while keys := list(due.values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            _empty(due.model._default_manager.filter(pk__in=keys), forget_messages)
        purged += len(keys)
    return purged


def _empty(rows: QuerySet[Application], forget_messages: ForgetMessages) -> None:
    held = list(rows.values_list("contact_id", "reference"))
    forget_messages(references=[reference for _contact, reference in held])
    rows.update(**dict.fromkeys((*EMPTIED, *rows.model.OWN_WORDS), ""))
    erase_contacts(contact_ids=[contact for contact, _reference in held])
