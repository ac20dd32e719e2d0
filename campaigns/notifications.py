"""What people are told about their pledge; discreet, in their own language."""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from campaigns.models import Pledge
from messaging.enums import Channel, MessageKind
from messaging.services import Draft, queue_messages


def pledge_reference(key: int) -> str:
    """Return under which name a pledge's messages are found again; it says nothing of a person."""
    return f"pledge-{key}"


def queue_pledge_confirmation(*, pledge: Pledge, token: str, now: datetime.datetime) -> None:
    """Queue the e-mail whose button has the pledge counted."""
    contact = pledge.contact
    with translation.override(contact.language):
        path = reverse("campaigns:pledge_confirm", args=[token])
    context = {"name": contact.full_name, "confirm_link": settings.BASE_URL + path}
    host = urlsplit(settings.BASE_URL).hostname
    draft = Draft(
        kind=MessageKind.PLEDGE_TO_CONFIRM,
        channel=Channel.EMAIL,
        recipient=contact.email,
        language=contact.language,
        context=context,
        message_id=f"<pledge.{pledge.submission_key}@{host}>",
        about=f"pledge-{pledge.campaign.year}",
        reference=pledge_reference(pledge.pk),
    )
    queue_messages(drafts=[draft], now=now)
