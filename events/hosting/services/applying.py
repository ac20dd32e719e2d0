"""Taking, mending and withdrawing an application to host."""

import datetime

from django.db import IntegrityError, transaction

from directory.models import City
from events.enums.hosting import HostApplicationState
from events.errors import ApplicationIsDecided
from events.hosting.notifications import queue_received
from events.hosting.rules import HostSubmission, may_change, new_reference
from events.models import HostApplication
from participants.enums import ConsentPurpose
from participants.errors import KeyReused
from participants.models import Contact
from participants.rules.limits import HOST_APPLICATIONS_OF_PHONE
from participants.services import (
    ContactDetails,
    change_contact,
    issue_own_link,
    keep_within,
    record_consent,
    store_contact,
)

ATTEMPTS = 5


def apply_to_host(
    *, submission: HostSubmission, key: str, language: str, now: datetime.datetime
) -> HostApplication:
    """Keep an application with consent and message in one transaction.

    The same key with the same content gives the same application, however often it comes.
    Raises KeyReused for the same key with other content, TooManyTries when one phone has
    applied more often in an hour than people do.
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


def _earlier_result(key: str, submission: HostSubmission) -> HostApplication | None:
    earlier = HostApplication.objects.filter(submission_key=key).first()
    if earlier is not None and earlier.submission_hash != submission.content_hash():
        raise KeyReused
    return earlier


def _apply(
    submission: HostSubmission, key: str, language: str, now: datetime.datetime
) -> HostApplication:
    contact = store_contact(details=_details(submission, language), now=now)
    application = HostApplication.objects.create(
        contact=contact,
        reference=new_reference(),
        submission_key=key,
        submission_hash=submission.content_hash(),
        created_at=now,
        changed_at=now,
        **_fields(submission),
    )
    keep_within(limit=HOST_APPLICATIONS_OF_PHONE, subject=submission.phone, now=now)
    record_consent(contact=contact, purpose=ConsentPurpose.HOST, now=now)
    token = issue_own_link(contact=contact, now=now)
    queue_received(application=application, token=token, now=now)
    return application


def _details(submission: HostSubmission, language: str) -> ContactDetails:
    return ContactDetails(submission.full_name, submission.phone, submission.email, language)


def _fields(submission: HostSubmission) -> dict[str, object]:
    return {
        "organisation_kind": submission.organisation_kind,
        "organisation_name": submission.organisation_name,
        "city": City.objects.get(slug=submission.city),
        "gathering_place": submission.gathering_place,
        "wished_on": submission.wished_on,
        "wished_from": submission.wished_from,
        "people_count": submission.people_count,
    }


def lock_undecided(*, application: HostApplication) -> HostApplication:
    """Return the application, locked until the transaction ends.

    Raises ApplicationIsDecided when it is not waiting for an answer any more.
    """
    # Its own row only: an outer join cannot be locked on PostgreSQL.
    found = HostApplication.objects.select_for_update(no_key=True).get(pk=application.pk)
    if not may_change(found.state):
        raise ApplicationIsDecided
    return found


@transaction.atomic
def mend_application(
    *, application: HostApplication, submission: HostSubmission, now: datetime.datetime
) -> None:
    """Write other facts over an application nobody has decided on.

    Raises ApplicationIsDecided.
    """
    found = lock_undecided(application=application)
    contact = Contact.objects.get(pk=found.contact_id)
    change_contact(contact=contact, details=_details(submission, contact.language))
    for name, value in _fields(submission).items():
        setattr(found, name, value)
    found.changed_at = now
    found.save()


@transaction.atomic
def withdraw_application(*, application: HostApplication, now: datetime.datetime) -> None:
    """Take an application back before anybody decided on it.

    Raises ApplicationIsDecided.
    """
    found = lock_undecided(application=application)
    found.state, found.changed_at = HostApplicationState.WITHDRAWN, now
    found.save(update_fields=["state", "changed_at"])
