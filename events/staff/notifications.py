"""What staff are sent about their accounts: an invitation, or a way back."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from directory.models import User
from events.notifications import message_id_for
from messaging.enums import Channel, MessageKind
from messaging.services import Draft


def link_address(token: str, language: str) -> str:
    """Return the whole address of an account's link, in its owner's language."""
    with translation.override(language):
        return f"{settings.BASE_URL}{reverse('events:staff:link', args=[token])}"


def account_draft(*, user: User, kind: MessageKind, token: str, once: str) -> Draft:
    """Return the e-mail with the link to an account; `once` tells this link from earlier ones."""
    words = {
        "link": link_address(token, user.language),
        "username": user.username,
        "name": user.known_as,
    }
    return Draft(
        kind=kind,
        channel=Channel.EMAIL,
        recipient=user.email,
        language=user.language,
        context=words,
        message_id=message_id_for(kind, f"account{user.pk}", Channel.EMAIL, once),
        is_urgent=True,
    )
