"""What people are told about their registration; discreet, in their own language."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from events.enums import RegistrationState
from events.models import Event, Registration, Schedule
from events.selectors import KIND_LABELS, clock_words, day_words
from messaging.enums import Channel, MessageKind
from messaging.rules.quiet_hours import is_urgent
from messaging.rules.reminders import Window
from messaging.selectors import channels_of
from messaging.services import Draft, drop_messages, queue_messages
from participants.services import issue_own_link, issue_own_links
from urdu.dates import format_clock, format_day
from urdu.isolation import isolate_html

LANGUAGES = ("ur", "en")
COMMA = {"ur": "، ", "en": ", "}
RECEIVED_KINDS = {
    RegistrationState.CONFIRMED: MessageKind.REGISTRATION_CONFIRMED,
    RegistrationState.WAITING: MessageKind.REGISTRATION_WAITING,
}


def queue_received(
    *, registration: Registration, token: str, now: datetime.datetime, position: int = 0
) -> None:
    """Say that a registration is confirmed or waits at a position, with the own link."""
    kind = RECEIVED_KINDS[RegistrationState(registration.state)]
    words = event_words(registration.event, registration.contact.language)
    words["position"] = position
    _queue(drafts_for(registration, kind, token=token, words=words), now)


def queue_promoted(
    *, event: Event, registrations: Sequence[Registration], now: datetime.datetime
) -> None:
    """Say to many that their turn has come: registered, or asked until the deadline."""
    if not registrations:
        return
    is_offer = registrations[0].state == RegistrationState.OFFERED
    kind = MessageKind.REGISTRATION_OFFERED if is_offer else MessageKind.REGISTRATION_PROMOTED
    queue_to_many(event=event, registrations=registrations, kind=kind, now=now)


def queue_lapsed(*, registration: Registration, now: datetime.datetime) -> None:
    """Say that an offer has run out."""
    _queue(drafts_for(registration, MessageKind.REGISTRATION_LAPSED), now)


def queue_changed(*, registration: Registration, now: datetime.datetime) -> None:
    """Say how many people a registration is now for."""
    kind = MessageKind.REGISTRATION_CHANGED
    _queue(drafts_for(registration, kind, once=_stamp(now)), now)


def queue_cancellation(*, registration: Registration, now: datetime.datetime) -> None:
    """Say that a registration is cancelled, and nothing any more of what was still to be said."""
    to_holder = set(MessageKind) - {MessageKind.REGISTRATION_HANDED_OVER}
    drop_messages(reference=registration.reference, kinds=to_holder)
    _queue(drafts_for(registration, MessageKind.REGISTRATION_CANCELLED, once=_stamp(now)), now)


def queue_handed_over(*, registration: Registration, now: datetime.datetime) -> None:
    """Say to the old holder that somebody else holds it now; without any link."""
    kind = MessageKind.REGISTRATION_HANDED_OVER
    _queue(drafts_for(registration, kind, once=_stamp(now)), now)


def queue_repeated(*, earlier: Registration, now: datetime.datetime) -> None:
    """Tell the earlier holder that a like registration came with this number: keep or cancel."""
    token = issue_own_link(contact=earlier.contact, now=now)
    kind = MessageKind.REGISTRATION_REPEATED
    _queue(drafts_for(earlier, kind, token=token, once=_stamp(now)), now)


def queue_to_many(
    *,
    event: Event,
    registrations: Sequence[Registration],
    kind: MessageKind,
    now: datetime.datetime,
    once: str = "",
    window: Window | None = None,
) -> int:
    """Say the same to many holders, each with a link of their own; return how many messages.

    Whoever cannot be reached from here gets no link either. `window` is when it is of use.
    """
    words = {language: event_words(event, language) for language in LANGUAGES}
    found = channels_of([registration.contact for registration in registrations], kind)
    reached = [
        (one, channels) for one, channels in zip(registrations, found, strict=True) if channels
    ]
    tokens = issue_own_links(contacts=[one.contact for one, _channels in reached], now=now)
    drafts: list[Draft] = []
    for (one, channels), token in zip(reached, tokens, strict=True):
        # The event in hand, so that a thousand people cost no query each.
        one.event = event
        known = words[one.contact.language]
        made = drafts_for(one, kind, token=token, once=once, words=known, channels=channels)
        drafts += [_within(draft, event, window, now) for draft in made]
    return queue_messages(drafts=drafts, now=now)


def _within(draft: Draft, event: Event, window: Window | None, now: datetime.datetime) -> Draft:
    rings = is_urgent(draft.kind, begins_at(event), now)
    until = window.closes_at if window else draft.not_after
    return replace(draft, is_urgent=rings, not_after=until)


def begins_at(event: Event) -> datetime.datetime | None:
    """Return when an event begins: its hour, or its day's first moment; None without a day."""
    schedule: Schedule = event.schedule
    if schedule.has_hour:
        return schedule.starts_at
    if schedule.happens_on is None:
        return None
    return timezone.make_aware(datetime.datetime.combine(schedule.happens_on, datetime.time()))


def event_words(event: Event, language: str) -> dict[str, object]:
    """Return what a message says of an event, JSON values only.

    Its title may name what the campaign is about, and a locked phone shows it to everybody:
    a message says "Awareness walk, Lahore" instead.
    """
    schedule = event.schedule
    city = getattr(event.city, f"name_{language}")
    with translation.override(language):
        path = reverse("events:detail", args=[event.slug])
        day = day_words(schedule, language)
        kind = str(KIND_LABELS[event.kind])
    return {
        "title": f"{kind}{COMMA[language]}{city}",
        "day_words": day,
        "clock_html": str(clock_words(schedule, language)),
        "starts_html": _start(schedule, language),
        "assembly_point": getattr(schedule, f"assembly_point_{language}"),
        "city": city,
        "contact_name": getattr(event, f"contact_name_{language}"),
        "contact_phone": event.contact_phone,
        "event_link": settings.BASE_URL + path,
    }


def _start(schedule: Schedule, language: str) -> str:
    """Say the hour alone, for texts that are paid by the letter."""
    if not schedule.has_hour or schedule.starts_at is None:
        return ""
    return format_clock(timezone.localtime(schedule.starts_at), language, isolate=isolate_html)


def drafts_for(
    registration: Registration,
    kind: MessageKind,
    *,
    token: str = "",
    once: str = "",
    words: dict[str, object] | None = None,
    channels: Sequence[Channel] | None = None,
) -> list[Draft]:
    """Return the messages of one kind to a registration's holder: one a channel, or none.

    The same registration, kind and channel give the same Message-ID, so nobody hears a thing
    twice; `once` tells apart what may be said again, such as a second change. For many, give
    `words` (event_words, and what a kind says besides) and `channels` (channels_of).
    """
    contact, event = registration.contact, registration.event
    context = dict(words or event_words(event, contact.language))
    context |= _own_words(registration, token)
    if channels is None:
        channels = channels_of([contact], kind)[0]
    is_offer = kind == MessageKind.REGISTRATION_OFFERED
    not_after = registration.offer_expires_at if is_offer else event.schedule.ends_by
    return [
        Draft(
            kind=kind,
            channel=channel,
            recipient=contact.email if channel == Channel.EMAIL else contact.phone,
            language=contact.language,
            context=context,
            message_id=message_id_for(kind, registration.reference, channel, once),
            about=event.slug,
            reference=registration.reference,
            not_after=not_after,
        )
        for channel in channels
    ]


def message_id_for(kind: MessageKind, reference: str, channel: Channel, once: str = "") -> str:
    """Return "<registration-confirmed.lhe-7k2qf.email@example.org>": made of what is reported."""
    parts = [kind.value, reference.lower(), *([once] if once else []), channel.value]
    return f"<{'.'.join(parts)}@{urlsplit(settings.BASE_URL).hostname}>"


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
    clock = format_clock(local, language, isolate=isolate_html)
    return f"{format_day(local.date(), language)}{COMMA[language]}{clock}"


def _stamp(now: datetime.datetime) -> str:
    return f"{int(now.timestamp())}"


def _queue(drafts: Iterable[Draft], now: datetime.datetime) -> None:
    queue_messages(drafts=drafts, now=now)
