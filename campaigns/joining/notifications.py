"""What applicants are told: received, in the network, declined with the reason."""

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from campaigns.joining.lists import REASON_LABELS
from campaigns.models import JoinApplication
from messaging.enums import MessageKind
from messaging.services.applicants import tell_applicant


def own_address(token: str, language: str) -> str:
    """Return the whole address of an organisation's own page, in its contact's language."""
    with translation.override(language):
        return str(settings.BASE_URL + reverse("campaigns:join_link", args=[token]))


def queue_received(*, application: JoinApplication, token: str, now: datetime.datetime) -> int:
    """Say that an application has arrived, with the link to its page."""
    return _queue_with_link(application, MessageKind.JOIN_RECEIVED, token, now)


def queue_approved(*, application: JoinApplication, token: str, now: datetime.datetime) -> int:
    """Say that the organisation is in the network, with the link to its page."""
    return _queue_with_link(application, MessageKind.JOIN_APPROVED, token, now)


def queue_declined(*, application: JoinApplication, now: datetime.datetime) -> int:
    """Say that the organisation could not be taken in, and why, in the contact's language."""
    language = application.contact.language
    with translation.override(language):
        reason = str(REASON_LABELS[application.decline_reason])
    words = {"reason": reason, "answer": getattr(application, f"answer_{language}")}
    return tell_applicant(
        application=application, kind=MessageKind.JOIN_DECLINED, words=words, now=now
    )


def _queue_with_link(
    application: JoinApplication, kind: MessageKind, token: str, now: datetime.datetime
) -> int:
    link = own_address(token, application.contact.language)
    return tell_applicant(application=application, kind=kind, words={"own_link": link}, now=now)
