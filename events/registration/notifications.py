"""What many are told at once about an event: that it changed, and that they are invited."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation

from events.enums import ChangeKind, InvitationState
from events.models import Event, Invitation, Registration
from events.notifications import LANGUAGES, begins_at, event_words, message_id_for
from events.registration.selectors import STANDING
from events.selectors import moment_words
from messaging.enums import Channel, MessageKind
from messaging.rules.quiet_hours import is_urgent
from messaging.selectors import channels_of
from messaging.services import Draft, queue_messages, render_email, render_sms
from participants.models import Contact
from participants.services import issue_own_links

BATCH = 500
KIND_OF_CHANGE = {
    ChangeKind.MOVED: MessageKind.EVENT_MOVED,
    ChangeKind.POSTPONED: MessageKind.EVENT_POSTPONED,
    ChangeKind.CANCELLED: MessageKind.EVENT_CANCELLED,
    ChangeKind.RESUMED: MessageKind.EVENT_RESUMED,
}


@dataclass(frozen=True, slots=True)
class Told:
    """How many parties are reached by which channel; some by two, some by none but a call."""

    email: int = 0
    text: int = 0
    phone: int = 0
    reached: int = 0

    def __add__(self, other: "Told") -> "Told":
        """Add up batches."""
        return Told(
            self.email + other.email,
            self.text + other.text,
            self.phone + other.phone,
            self.reached + other.reached,
        )


@dataclass(frozen=True, kw_only=True)
class _News:
    """What is said to everybody; its words are found once for each language."""

    event: Event
    kind: MessageKind
    once: str
    not_after: datetime.datetime | None
    reasons: Mapping[str, str] = field(default_factory=dict)
    is_urgent: bool = False

    @cached_property
    def words(self) -> dict[str, dict[str, object]]:
        """Return what is said of the event, by language."""
        return {
            language: event_words(self.event, language) | {"reason": self.reasons.get(language, "")}
            for language in LANGUAGES
        }


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody to be told: whose details, under which name in Message-IDs, with which link."""

    contact: Contact
    name: str
    own_words: Mapping[str, object]
    reference: str = ""


def _told(found: Sequence[tuple[Channel, ...]]) -> Told:
    return Told(
        email=sum(Channel.EMAIL in channels for channels in found),
        text=sum(any(channel != Channel.EMAIL for channel in channels) for channels in found),
        phone=sum(not channels for channels in found),
        reached=sum(bool(channels) for channels in found),
    )


def standing_registrations(event: Event) -> QuerySet[Registration]:
    """Return whoever is registered, was offered places or waits, with contacts."""
    found = Registration.objects.filter(event=event, state__in=STANDING)
    return found.select_related("contact").order_by("pk")


def invited_without_registration(event: Event) -> QuerySet[Invitation]:
    """Return whoever was invited and has not answered, with contacts."""
    found = Invitation.objects.filter(event=event, state=InvitationState.SENT)
    return found.select_related("contact", "event__schedule").order_by("pk")


def affected_by(event: Event, kind: ChangeKind) -> Told:
    """Return how many parties a change would reach by which channel; nothing is written."""
    contacts = [one.contact for one in standing_registrations(event)]
    contacts += [one.contact for one in invited_without_registration(event)]
    return _told(channels_of(contacts, KIND_OF_CHANGE[kind]))


def queue_change(
    *,
    event: Event,
    kind: MessageKind,
    people: Sequence[Registration | Invitation],
    reasons: Mapping[str, str],
    began_at: datetime.datetime | None,
    now: datetime.datetime,
) -> Told:
    """Tell the holders of registrations, or invited people, that their event changed.

    `began_at` is when it was to begin before: whoever sets out in the morning is told at night.
    The event's sequence stands in each Message-ID: the same change is told once. Whoever cannot
    be reached from here gets no link either.
    """
    ends_by = event.schedule.ends_by
    # Cancelling what was postponed past its day must still be told: then there is no too late.
    news = _News(
        event=event,
        kind=kind,
        reasons=reasons,
        once=str(event.schedule.sequence),
        not_after=ends_by if ends_by and ends_by > now else None,
        is_urgent=any(is_urgent(kind, begins, now) for begins in (began_at, begins_at(event))),
    )
    told = Told()
    for start in range(0, len(people), BATCH):
        batch = people[start : start + BATCH]
        found = channels_of([one.contact for one in batch], kind)
        reached = [pair for pair in zip(batch, found, strict=True) if pair[1]]
        tokens = issue_own_links(contacts=[one.contact for one, _channels in reached], now=now)
        drafts = [
            draft
            for (one, channels), token in zip(reached, tokens, strict=True)
            for draft in _drafts(news, _addressee(one, token), channels)
        ]
        queue_messages(drafts=drafts, now=now)
        told += _told(found)
    return told


def queue_invitations(
    *,
    event: Event,
    kind: MessageKind,
    invitations: Sequence[Invitation],
    codes: Sequence[str],
    now: datetime.datetime,
) -> list[Invitation]:
    """Send each their own link; return those who are reached by a message."""
    is_reminder = kind == MessageKind.INVITATION_REMINDER
    news = _News(
        event=event,
        kind=kind,
        once=f"{now:%Y%m%d}" if is_reminder else "",
        not_after=answer_by(event),
    )
    found = channels_of([one.contact for one in invitations], kind)
    drafts = [
        draft
        for one, code, channels in zip(invitations, codes, found, strict=True)
        for draft in _drafts(news, _addressee(one, code), channels)
    ]
    queue_messages(drafts=drafts, now=now)
    return [one for one, channels in zip(invitations, found, strict=True) if channels]


def answer_by(event: Event) -> datetime.datetime | None:
    """Return until when an answer is of use: the end of the window, or of the event."""
    moments = (event.schedule.registration_closes_at, event.schedule.ends_by)
    return min((moment for moment in moments if moment), default=None)


def invitation_reference(key: int) -> str:
    """Return under which name an invitation's messages are found again."""
    return f"invitation-{key}"


def invitation_link(code: str, language: str) -> str:
    """Return the address that opens an invitation."""
    with translation.override(language):
        return f"{settings.BASE_URL}{reverse('events:invitation', args=[code])}"


def _addressee(one: Registration | Invitation, token: str) -> Addressee:
    contact = one.contact
    if isinstance(one, Registration):
        with translation.override(contact.language):
            link = settings.BASE_URL + reverse("events:own_link", args=[token])
        words = {"own_link": link, "reference": one.reference, "size": one.party_size}
        return Addressee(contact, one.reference, words, one.reference)
    link = invitation_link(token, contact.language)
    closes_at = one.event.schedule.registration_closes_at
    words = {
        "own_link": link,
        "invitation_link": link,
        "reference": "",
        "size": one.seats,
        "seats": one.seats,
        "organisation": one.organisation,
        "deadline_html": str(moment_words(closes_at, contact.language)) if closes_at else "",
    }
    name = invitation_reference(one.pk)
    return Addressee(contact, name, words, name)


def _drafts(news: "_News", to: Addressee, channels: Sequence[Channel]) -> list[Draft]:
    """Return the messages to one person, one for each channel they are reached by."""
    language = to.contact.language
    context = news.words[language] | {"name": to.contact.full_name, **to.own_words}
    return [
        Draft(
            kind=news.kind,
            channel=channel,
            recipient=to.contact.email if channel == Channel.EMAIL else to.contact.phone,
            language=language,
            context=context,
            message_id=message_id_for(news.kind, to.name, channel, news.once),
            about=news.event.slug,
            reference=to.reference,
            is_urgent=news.is_urgent,
            not_after=news.not_after,
        )
        for channel in channels
    ]


@dataclass(frozen=True, slots=True)
class Wording:
    """A change's message as it will be worded in one language, by e-mail and as a text."""

    language: str
    subject: str
    text: str
    sms: str


def wording_of_change(event: Event, kind: ChangeKind, reasons: Mapping[str, str]) -> list[Wording]:
    """Return the words of a change in both languages; `event` is as it will be afterwards."""
    template = KIND_OF_CHANGE[kind].value.replace("-", "_")
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            name = translation.gettext("(name)")
        context = event_words(event, language) | {
            "reason": reasons.get(language, ""),
            "name": name,
            "reference": "·····",
            "size": 1,
        }
        email = render_email(template, context, language)
        sms = render_sms(template, context, language)
        found.append(Wording(language, email.subject, email.text, sms))
    return found
