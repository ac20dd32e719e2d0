"""Taking, mending and withdrawing an application to join."""

import datetime

from django.db import IntegrityError, transaction

from campaigns.enums import JoinState
from campaigns.errors import JoinIsDecided
from campaigns.joining.notifications import queue_received
from campaigns.joining.rules import JoinSubmission, may_change, may_withdraw, new_reference
from campaigns.joining.services.membership import set_membership
from campaigns.models import JoinApplication
from directory.models import City
from participants.enums import ConsentPurpose
from participants.errors import KeyReused
from participants.models import Contact
from participants.rules.limits import JOIN_APPLICATIONS_OF_CONTACT, mailbox_of
from participants.services import (
    ContactDetails,
    change_contact,
    issue_own_link,
    keep_within,
    record_consent,
    store_contact,
)

ATTEMPTS = 5


def apply_to_join(
    *, submission: JoinSubmission, key: str, language: str, now: datetime.datetime
) -> JoinApplication:
    """Keep an application with consents and message in one transaction.

    The same key with the same content gives the same application, however often it comes.
    Raises KeyReused for the same key with other content, TooManyTries when one phone or
    mailbox has applied more often in an hour than people do.
    """
    for _attempt in range(ATTEMPTS):
        earlier = _earlier_result(key, submission)
        if earlier is not None:
            return earlier
        try:
            with transaction.atomic():
                return _apply(submission, key, language, now)
        except IntegrityError:
            # A double tap won the race for the key, or the reference is taken: look again.
            continue
    raise IntegrityError("no free reference for an application")


def _earlier_result(key: str, submission: JoinSubmission) -> JoinApplication | None:
    earlier = JoinApplication.objects.filter(submission_key=key).first()
    if earlier is not None and earlier.submission_hash != submission.content_hash():
        raise KeyReused
    return earlier


def _apply(
    submission: JoinSubmission, key: str, language: str, now: datetime.datetime
) -> JoinApplication:
    contact = store_contact(details=_details(submission, language), now=now)
    application = JoinApplication.objects.create(
        contact=contact,
        reference=new_reference(),
        submission_key=key,
        submission_hash=submission.content_hash(),
        created_at=now,
        changed_at=now,
        **_fields(submission),
    )
    subject = submission.phone or mailbox_of(submission.email)
    keep_within(limit=JOIN_APPLICATIONS_OF_CONTACT, subject=subject, now=now)
    for purpose in (ConsentPurpose.JOIN, ConsentPurpose.NETWORK):
        record_consent(contact=contact, purpose=purpose, now=now)
    token = issue_own_link(contact=contact, now=now)
    queue_received(application=application, token=token, now=now)
    return application


def _details(submission: JoinSubmission, language: str) -> ContactDetails:
    return ContactDetails(submission.full_name, submission.phone, submission.email, language)


def _fields(submission: JoinSubmission) -> dict[str, object]:
    return {
        "organisation_kind": submission.organisation_kind,
        "organisation_name": submission.organisation_name,
        "city": City.objects.get(slug=submission.city),
        "work": submission.work,
        "website": submission.website,
        "people_count": submission.people_count,
    }


def locked(*, application: JoinApplication) -> JoinApplication:
    """Return the application as it stands now, its row locked until the transaction ends."""
    # Its own row only: an outer join cannot be locked on PostgreSQL.
    return JoinApplication.objects.select_for_update(no_key=True).get(pk=application.pk)


@transaction.atomic
def mend_application(
    *, application: JoinApplication, submission: JoinSubmission, now: datetime.datetime
) -> None:
    """Write other facts over an application nobody has answered.

    Raises JoinIsDecided.
    """
    found = locked(application=application)
    if not may_change(found.state):
        raise JoinIsDecided
    contact = Contact.objects.get(pk=found.contact_id)
    change_contact(contact=contact, details=_details(submission, contact.language))
    for name, value in _fields(submission).items():
        setattr(found, name, value)
    found.changed_at = now
    found.save()


@transaction.atomic
def withdraw_application(*, application: JoinApplication, now: datetime.datetime) -> None:
    """Take an application back, or leave the network where it was approved.

    Raises JoinIsDecided when there is nothing to take back.
    """
    found = locked(application=application)
    if not may_withdraw(found.state):
        raise JoinIsDecided
    set_membership(application=found, is_in_network=False)
    found.state, found.changed_at = JoinState.WITHDRAWN, now
    found.save(update_fields=["state", "changed_at"])
