"""What people are told about their registration; discreet, in their own language."""

import datetime
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from events.enums import RegistrationState
from events.models import Event, Registration
from events.selectors import clock_words, day_words
from messaging.enums import Channel, MessageKind
from messaging.services import Draft, queue_messages
from participants.services import issue_own_links
from urdu.dates import format_clock, format_day
from urdu.isolation import isolate_html

RECEIVED_KINDS = {
    RegistrationState.CONFIRMED: MessageKind.REGISTRATION_CONFIRMED,
    RegistrationState.WAITING: MessageKind.REGISTRATION_WAITING,
}


def queue_received(*, registration: Registration, token: str, now: datetime.datetime) -> None:
    """Say that a registration is confirmed or waits, with the own link."""
    kind = RECEIVED_KINDS[RegistrationState(registration.state)]
    _queue([draft_for(registration, kind, token=token)], now)


def queue_promoted(
    *, event: Event, registrations: Sequence[Registration], now: datetime.datetime
) -> None:
    """Say to many that their turn has come: registered, or asked until the deadline."""
    if not registrations:
        return
    tokens = issue_own_links(contacts=[r.contact for r in registrations], now=now)
    words = {language: event_words(event, language) for language in ("ur", "en")}
    drafts = []
    for registration, token in zip(registrations, tokens, strict=True):
        is_offer = registration.state == RegistrationState.OFFERED
        kind = MessageKind.REGISTRATION_OFFERED if is_offer else MessageKind.REGISTRATION_PROMOTED
        known = words[registration.contact.language]
        drafts.append(draft_for(registration, kind, token=token, words=known))
    _queue(drafts, now)


def queue_lapsed(*, registration: Registration, now: datetime.datetime) -> None:
    """Say that an offer has run out."""
    _queue([draft_for(registration, MessageKind.REGISTRATION_LAPSED)], now)


def queue_changed(*, registration: Registration, now: datetime.datetime) -> None:
    """Say how many people a registration is now for."""
    kind = MessageKind.REGISTRATION_CHANGED
    _queue([draft_for(registration, kind, once=_stamp(now))], now)


def queue_cancellation(*, registration: Registration, now: datetime.datetime) -> None:
    """Say that a registration is cancelled."""
    _queue([draft_for(registration, MessageKind.REGISTRATION_CANCELLED)], now)


def queue_handed_over(*, registration: Registration, now: datetime.datetime) -> None:
    """Say to the old holder that somebody else holds it now; without any link."""
    kind = MessageKind.REGISTRATION_HANDED_OVER
    _queue([draft_for(registration, kind, once=_stamp(now))], now)


def event_words(event: Event, language: str) -> dict[str, object]:
    """Return what a message says of an event, JSON values only."""
    schedule = event.schedule
    with translation.override(language):
        path = reverse("events:detail", args=[event.slug])
        day = day_words(schedule, language)
    return {
        "title": getattr(event, f"title_{language}"),
        "day_words": day,
        "clock_html": str(clock_words(schedule, language)),
        "assembly_point": getattr(schedule, f"assembly_point_{language}"),
        "city": getattr(event.city, f"name_{language}"),
        "contact_name": getattr(event, f"contact_name_{language}"),
        "contact_phone": event.contact_phone,
        "event_link": settings.BASE_URL + path,
    }


def draft_for(
    registration: Registration,
    kind: MessageKind,
    *,
    token: str = "",
    once: str = "",
    words: dict[str, object] | None = None,
    extra: dict[str, object] | None = None,
) -> Draft:
    """Return the message of one kind to a registration's holder.

    The same registration and kind give the same Message-ID, so nobody hears a thing twice;
    `once` tells apart what may be said again, such as a second change.
    """
    contact, event = registration.contact, registration.event
    context = dict(words or event_words(event, contact.language))
    context |= _own_words(registration, token) | (extra or {})
    host = urlsplit(settings.BASE_URL).hostname
    parts = [kind.value, registration.reference.lower(), *([once] if once else [])]
    return Draft(
        kind=kind,
        channel=Channel.EMAIL,
        recipient=contact.email,
        language=contact.language,
        context=context,
        message_id=f"<{'.'.join(parts)}@{host}>",
        about=event.slug,
        not_after=event.schedule.ends_by,
    )


def _own_words(registration: Registration, token: str) -> dict[str, object]:
    language = registration.contact.language
    link = ""
    if token:
        with translation.override(language):
            link = settings.BASE_URL + reverse("events:own_link", args=[token])
    deadline = registration.offer_expires_at
    return {
        "name": registration.contact.full_name,
        "reference": registration.reference,
        "size": registration.party_size,
        "own_link": link,
        "deadline_html": _moment(deadline, language) if deadline else "",
    }


def _moment(moment: datetime.datetime, language: str) -> str:
    local = timezone.localtime(moment)
    comma = "، " if language == "ur" else ", "
    clock = format_clock(local, language, isolate=isolate_html)
    return f"{format_day(local.date(), language)}{comma}{clock}"


def _stamp(now: datetime.datetime) -> str:
    return f"{int(now.timestamp())}"


def _queue(drafts: Iterable[Draft], now: datetime.datetime) -> None:
    queue_messages(drafts=drafts, now=now)
