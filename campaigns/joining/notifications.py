"""What applicants are told: received, in the network, declined with the reason."""

import datetime
from collections.abc import Mapping
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from campaigns.joining.lists import REASON_LABELS
from campaigns.joining.rules import ABOUT
from campaigns.models import JoinApplication
from messaging.enums import Channel, MessageKind
from messaging.selectors import channels_of
from messaging.services import Draft, queue_messages


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
    return _queue(application, MessageKind.JOIN_DECLINED, words, now)


def _queue_with_link(
    application: JoinApplication, kind: MessageKind, token: str, now: datetime.datetime
) -> int:
    link = own_address(token, application.contact.language)
    return _queue(application, kind, {"own_link": link}, now)


def _queue(
    application: JoinApplication,
    kind: MessageKind,
    words: Mapping[str, object],
    now: datetime.datetime,
) -> int:
    contact, host = application.contact, urlsplit(settings.BASE_URL).hostname
    # An answer may be taken back and given again: then it is another message.
    named = f"{kind.value}.{application.reference}.{int(now.timestamp())}"
    context = {
        "name": contact.full_name,
        "reference": application.reference,
        "city": getattr(application.city, f"name_{contact.language}"),
        **words,
    }
    drafts = [
        Draft(
            kind=kind,
            channel=channel,
            recipient=contact.email if channel == Channel.EMAIL else contact.phone,
            language=contact.language,
            context=context,
            message_id=f"<{named}.{channel.value}@{host}>",
            about=ABOUT,
            reference=application.reference,
        )
        for channel in channels_of([contact], kind)[0]
    ]
    return queue_messages(drafts=drafts, now=now)
