"""What applicants are told: received, approved with the way in, declined with the reason."""

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from events.hosting.lists import REASON_LABELS
from events.models import HostApplication
from events.staff.notifications import link_address
from messaging.enums import MessageKind
from messaging.services.applicants import tell_applicant


def own_address(token: str, language: str) -> str:
    """Return the whole address of an applicant's own page, in their language."""
    with translation.override(language):
        return str(settings.BASE_URL + reverse("events:host_link", args=[token]))


def queue_received(*, application: HostApplication, token: str, now: datetime.datetime) -> int:
    """Say that an application has arrived, with the link to its page."""
    link = own_address(token, application.contact.language)
    return tell_applicant(
        application=application, kind=MessageKind.HOST_RECEIVED, words={"own_link": link}, now=now
    )


def queue_approved(
    *, application: HostApplication, token: str, username: str, now: datetime.datetime
) -> int:
    """Say that an application is approved, with the link that opens the desk; once."""
    link = link_address(token, application.contact.language)
    return tell_applicant(
        application=application,
        kind=MessageKind.HOST_APPROVED,
        words={"own_link": link, "username": username},
        now=now,
    )


def queue_declined(*, application: HostApplication, now: datetime.datetime) -> int:
    """Say that an application could not be accepted, and why, in the applicant's language."""
    language = application.contact.language
    with translation.override(language):
        reason = str(REASON_LABELS[application.decline_reason])
    words = {"reason": reason, "answer": getattr(application, f"answer_{language}")}
    return tell_applicant(
        application=application, kind=MessageKind.HOST_DECLINED, words=words, now=now
    )
