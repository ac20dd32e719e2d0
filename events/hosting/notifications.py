"""What applicants are told: received, approved with the way in, declined with the reason."""

import datetime
from collections.abc import Mapping

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from events.hosting.lists import REASON_LABELS
from events.hosting.rules import ABOUT
from events.models import HostApplication
from events.notifications import message_id_for
from events.staff.notifications import link_address
from messaging.enums import Channel, MessageKind
from messaging.selectors import channels_of
from messaging.services import Draft, queue_messages


def own_address(token: str, language: str) -> str:
    """Return the whole address of an applicant's own page, in their language."""
    return _absolute("events:host_link", language, token)


def queue_received(*, application: HostApplication, token: str, now: datetime.datetime) -> int:
    """Say that an application has arrived, with the link to its page."""
    link = own_address(token, application.contact.language)
    return _queue(application, MessageKind.HOST_RECEIVED, {"own_link": link}, now)


def queue_approved(
    *, application: HostApplication, token: str, username: str, now: datetime.datetime
) -> int:
    """Say that an application is approved, with the link that opens the desk; once."""
    link = link_address(token, application.contact.language)
    words = {"own_link": link, "username": username}
    return _queue(application, MessageKind.HOST_APPROVED, words, now)


def queue_declined(*, application: HostApplication, now: datetime.datetime) -> int:
    """Say that an application could not be accepted, and why, in the applicant's language."""
    language = application.contact.language
    with translation.override(language):
        reason = str(REASON_LABELS[application.decline_reason])
    words = {"reason": reason, "answer": getattr(application, f"answer_{language}")}
    return _queue(application, MessageKind.HOST_DECLINED, words, now)


def _absolute(name: str, language: str, token: str) -> str:
    with translation.override(language):
        return str(settings.BASE_URL + reverse(name, args=[token]))


def _queue(
    application: HostApplication,
    kind: MessageKind,
    words: Mapping[str, object],
    now: datetime.datetime,
) -> int:
    contact = application.contact
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
            message_id=message_id_for(kind, application.reference, channel),
            about=ABOUT,
            reference=application.reference,
        )
        for channel in channels_of([contact], kind)[0]
    ]
    return queue_messages(drafts=drafts, now=now)
