"""What people are told about their pledge; discreet, in their own language."""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from campaigns.models import Pledge
from messaging.enums import MessageKind
from messaging.services import queue_email, render_email


def queue_pledge_confirmation(*, pledge: Pledge, token: str, now: datetime.datetime) -> None:
    """Queue the e-mail whose button has the pledge counted."""
    contact = pledge.contact
    with translation.override(contact.language):
        path = reverse("campaigns:pledge_confirm", args=[token])
    context = {"name": contact.full_name, "confirm_link": settings.BASE_URL + path}
    rendered = render_email("pledge_to_confirm", context, contact.language)
    host = urlsplit(settings.BASE_URL).hostname
    queue_email(
        kind=MessageKind.PLEDGE_TO_CONFIRM,
        recipient=contact.email,
        language=contact.language,
        words=rendered,
        message_id=f"<pledge.{pledge.submission_key}@{host}>",
        now=now,
    )
