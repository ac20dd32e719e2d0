"""What people are told about their pledge; discreet, in their own language."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from campaigns.models import Pledge
from campaigns.selectors.pledges import pledge_reference
from messaging.enums import Channel, MessageKind
from messaging.selectors import channels_of
from messaging.services import Draft, queue_messages


def link_address(token: str, language: str) -> str:
    """Return the whole address of a pledge's own link, in its person's language."""
    with translation.override(language):
        return str(settings.BASE_URL + reverse("campaigns:pledge_confirm", args=[token]))


def queue_pledge_confirmation(*, pledge: Pledge, token: str, now: datetime.datetime) -> None:
    """Queue the e-mail whose button has the pledge counted."""
    link = {"confirm_link": link_address(token, pledge.contact.language)}
    draft = _draft(pledge, MessageKind.PLEDGE_TO_CONFIRM, Channel.EMAIL, link, "")
    queue_messages(drafts=[draft], now=now)


def queue_pledge_code(
    *, pledge: Pledge, digits: str, expires_at: datetime.datetime, now: datetime.datetime
) -> None:
    """Queue the text with the six digits; a new one for each time it was asked for."""
    for channel in channels_of([pledge.contact], MessageKind.PLEDGE_CODE)[0]:
        named = f".{int(now.timestamp())}"
        draft = _draft(pledge, MessageKind.PLEDGE_CODE, channel, {"digits": digits}, named)
        queue_messages(drafts=[_urgent(draft, expires_at)], now=now)


def queue_pledge_thanks(*, pledge: Pledge, token: str, now: datetime.datetime) -> int:
    """Queue the thanks once a pledge counts, with the link that takes it back."""
    return _queue(pledge, MessageKind.PLEDGE_COUNTED, token, now)


def queue_pledge_reminder(*, pledge: Pledge, token: str, now: datetime.datetime) -> int:
    """Queue the one reminder of a pledge that waits."""
    return _queue(pledge, MessageKind.PLEDGE_REMINDER, token, now)


def _queue(pledge: Pledge, kind: MessageKind, token: str, now: datetime.datetime) -> int:
    words = {"own_link": link_address(token, pledge.contact.language)}
    channels = channels_of([pledge.contact], kind)[0]
    drafts = [_draft(pledge, kind, channel, words, "") for channel in channels]
    return queue_messages(drafts=drafts, now=now)


def _draft(
    pledge: Pledge,
    kind: MessageKind,
    channel: Channel,
    words: Mapping[str, object],
    repeat: str,
) -> Draft:
    contact, host = pledge.contact, urlsplit(settings.BASE_URL).hostname
    first = kind == MessageKind.PLEDGE_TO_CONFIRM
    named = "pledge" if first else f"{kind.value}{repeat}"
    return Draft(
        kind=kind,
        channel=channel,
        recipient=contact.email if channel == Channel.EMAIL else contact.phone,
        language=contact.language,
        context={"name": contact.full_name, **words},
        message_id=f"<{named}.{pledge.submission_key}@{host}>",
        about=f"pledge-{pledge.campaign.year}",
        reference=pledge_reference(pledge.pk),
    )


def _urgent(draft: Draft, not_after: datetime.datetime) -> Draft:
    return replace(draft, is_urgent=True, not_after=not_after)
