"""Taking, mending and withdrawing an application."""

import datetime
from collections.abc import Callable, Collection
from typing import TypeVar

from django.db import IntegrityError, transaction

from directory.models import City
from participants.applications.rules import Submission
from participants.enums import ApplicationState
from participants.errors import ApplicationIsDecided, KeyReused
from participants.models import Application, Contact
from participants.rules.limits import mailbox_of
from participants.rules.references import new_reference
from participants.services import (
    ContactDetails,
    change_contact,
    issue_own_link,
    keep_within,
    record_consent,
    store_contact,
)

ATTEMPTS = 5
A = TypeVar("A", bound=Application)


def take_application(
    *,
    model: type[A],
    submission: Submission,
    key: str,
    language: str,
    tell: Callable[..., object],
    now: datetime.datetime,
) -> A:
    """Keep an application with consents and message in one transaction.

    `tell` is called with `application`, the `token` of its own link, and `now`.
    The same key with the same content gives the same application, however often it comes.
    Raises KeyReused for the same key with other content, TooManyTries when one phone or
    mailbox has applied more often in an hour than people do.
    """
    for _attempt in range(ATTEMPTS):
        earlier = _earlier_result(model, key, submission)
        if earlier is not None:
            return earlier
        try:
            with transaction.atomic():
                made = _store(model, submission, key, language, now)
                token = issue_own_link(contact=made.contact, now=now)
                tell(application=made, token=token, now=now)
                return made
        except IntegrityError:
            # A double tap won the race for the key, or the reference is taken: look again.
            continue
    raise IntegrityError("no free reference for an application")


def _earlier_result(model: type[A], key: str, submission: Submission) -> A | None:
    earlier = model._default_manager.filter(submission_key=key).first()
    if earlier is not None and earlier.submission_hash != submission.content_hash():
        raise KeyReused
    return earlier


def _store(
    model: type[A], submission: Submission, key: str, language: str, now: datetime.datetime
) -> A:
    contact = store_contact(details=_details(submission, language), now=now)
    made = model._default_manager.create(
        contact=contact,
        reference=new_reference(model.WORD.upper()),
        submission_key=key,
        submission_hash=submission.content_hash(),
        created_at=now,
        changed_at=now,
        **_fields(submission),
    )
    subject = submission.phone or mailbox_of(submission.email)
    keep_within(limit=model.LIMIT, subject=subject, now=now)
    for purpose in model.CONSENTS:
        record_consent(contact=contact, purpose=purpose, now=now)
    return made


def _details(submission: Submission, language: str) -> ContactDetails:
    return ContactDetails(submission.full_name, submission.phone, submission.email, language)


def _fields(submission: Submission) -> dict[str, object]:
    return submission.wish() | {"city": City.objects.get(slug=submission.city)}


def locked_in(*, application: A, states: Collection[str]) -> A:
    """Return the application as it stands now, its row locked until the transaction ends.

    Raises ApplicationIsDecided when it stands in none of these states.
    """
    # Its own row only: an outer join cannot be locked on PostgreSQL.
    rows = type(application)._default_manager.select_for_update(no_key=True)
    found = rows.get(pk=application.pk)
    if found.state not in states:
        raise ApplicationIsDecided
    return found


@transaction.atomic
def mend_application(
    *, application: Application, submission: Submission, now: datetime.datetime
) -> None:
    """Write other facts over an application nobody has answered.

    Raises ApplicationIsDecided.
    """
    found = locked_in(application=application, states=[ApplicationState.RECEIVED])
    contact = Contact.objects.get(pk=found.contact_id)
    change_contact(contact=contact, details=_details(submission, contact.language))
    for name, value in _fields(submission).items():
        setattr(found, name, value)
    found.changed_at = now
    found.save()


@transaction.atomic
def withdraw_application(
    *,
    application: A,
    states: Collection[str] = (ApplicationState.RECEIVED,),
    now: datetime.datetime,
) -> A:
    """Take an application back while it stands in one of these states.

    Raises ApplicationIsDecided.
    """
    found = locked_in(application=application, states=states)
    found.state, found.changed_at = ApplicationState.WITHDRAWN, now
    found.save(update_fields=["state", "changed_at"])
    return found
