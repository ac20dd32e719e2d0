"""What an applicant is told, of whatever kind the application is."""

import datetime
from collections.abc import Mapping
from urllib.parse import urlsplit

from django.conf import settings

from messaging.enums import Channel, MessageKind
from messaging.selectors import channels_of
from messaging.services.outbox import Draft, queue_messages
from participants.models import Application


def tell_applicant(
    *,
    application: Application,
    kind: MessageKind,
    words: Mapping[str, object],
    now: datetime.datetime,
) -> int:
    """Queue a message to whoever applied, by every channel they gave; return how many.

    `words` join name, reference and city, which every message has.
    """
    contact, host = application.contact, urlsplit(settings.BASE_URL).hostname
    # An answer may be taken back and given again: then it is another message.
    named = f"{kind.value}.{application.reference.lower()}.{int(now.timestamp())}"
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
            about=application.ABOUT,
            reference=application.reference,
        )
        for channel in channels_of([contact], kind)[0]
    ]
    return queue_messages(drafts=drafts, now=now)
