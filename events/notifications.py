"""What people are told about their registration; discreet, in their own language."""

import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from events.models import Registration
from events.selectors import clock_words, day_words
from messaging.enums import MessageKind
from messaging.services import queue_email, render_email
from urdu.isolation import isolate_text


def queue_confirmation(*, registration: Registration, token: str, now: datetime.datetime) -> None:
    """Queue the confirmation with the own link, for whoever left an e-mail address."""
    with translation.override(registration.contact.language):
        path = reverse("events:own_link", args=[token])
    _queue(
        registration,
        MessageKind.REGISTRATION_CONFIRMED,
        {"own_link": settings.BASE_URL + path},
        now,
    )


def queue_cancellation(*, registration: Registration, now: datetime.datetime) -> None:
    """Queue the word that a registration is cancelled."""
    _queue(registration, MessageKind.REGISTRATION_CANCELLED, {}, now)


def _queue(
    registration: Registration, kind: MessageKind, extra: dict[str, str], now: datetime.datetime
) -> None:
    contact = registration.contact
    if not contact.email:
        return
    template = kind.value.replace("-", "_")
    context = _context(registration) | extra
    rendered = render_email(template, context, contact.language)
    host = urlsplit(settings.BASE_URL).hostname
    queue_email(
        kind=kind,
        recipient=contact.email,
        language=contact.language,
        words=rendered,
        message_id=f"<{template}.{registration.reference.lower()}@{host}>",
        now=now,
    )


def _context(registration: Registration) -> dict[str, Any]:
    event, language = registration.event, registration.contact.language
    with translation.override(language):
        event_path = reverse("events:detail", args=[event.slug])
        day = day_words(event.schedule, language)
    return {
        "registration": registration,
        "reference": isolate_text(registration.reference),
        "title": getattr(event, f"title_{language}"),
        "day_words": day,
        "clock_words": clock_words(event.schedule, language, isolate=isolate_text),
        "clock_html": clock_words(event.schedule, language),
        "assembly_point": getattr(event.schedule, f"assembly_point_{language}"),
        "event_link": settings.BASE_URL + event_path,
    }
