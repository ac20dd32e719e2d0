"""The words of a message from the desk: as each person gets it, and as the organiser sees it."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from events.enums import ChangeKind
from events.models import DeskMessage, Event, HandDelivery, Registration
from events.notifications import LANGUAGES, drafts_for, event_words
from events.registration.notifications import KIND_OF_CHANGE
from events.talking.rules import MessageDraft
from events.talking.selectors.addressees import Way
from messaging.enums import MessageKind
from messaging.services import queue_messages, render_email, render_sms
from participants.services import issue_own_links
from urdu.sms import segment_count

BATCH = 500
# As long as a real token, so that the parts of a text are counted rightly.
STAND_IN = "x" * 43


@dataclass(frozen=True, slots=True)
class Preview:
    """A message as people will read it in one language, and in how many parts a text is sent."""

    language: str
    subject: str
    text: str
    sms: str
    part_count: int


def previews_of(event: Event, draft: MessageDraft) -> list[Preview]:
    """Return the words of a message in both languages; nothing is written."""
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            name = translation.gettext("(name)")
        context = _words(event, draft.subjects(), draft.texts(), language) | {
            "name": name,
            "reference": "·····",
            "size": 1,
            "own_link": own_link(STAND_IN, language) if draft.has_own_link else "",
        }
        email = render_email(_template(), context, language)
        sms = render_sms(_template(), context, language)
        part_count = segment_count(sms)
        text = email.text.replace(STAND_IN, "xxxxx")
        shown = Preview(language, email.subject, text, sms.replace(STAND_IN, "xxxxx"), part_count)
        found.append(shown)
    return found


def queue_desk_message(*, message: DeskMessage, ways: Sequence[Way], now: datetime.datetime) -> int:
    """Put a message to everybody who is reached from here into the outbox; return how many."""
    event = message.event
    subjects = {"en": message.subject_en, "ur": message.subject_ur}
    texts = {"en": message.text_en, "ur": message.text_ur}
    words = {language: _words(event, subjects, texts, language) for language in LANGUAGES}
    reached = [way for way in ways if way.channels]
    count = 0
    for start in range(0, len(reached), BATCH):
        batch = reached[start : start + BATCH]
        contacts = [way.registration.contact for way in batch]
        tokens = [""] * len(batch)
        if message.has_own_link:
            tokens = issue_own_links(contacts=contacts, now=now)
        drafts = [
            replace(draft, not_after=message.not_after)
            for way, token in zip(batch, tokens, strict=True)
            for draft in drafts_for(
                _in_hand(way.registration, event),
                MessageKind.DESK_MESSAGE,
                token=token,
                once=str(message.pk),
                words=words[way.registration.contact.language],
                channels=way.channels,
            )
        ]
        count += queue_messages(drafts=drafts, now=now)
    return count


def _in_hand(registration: Registration, event: Event) -> Registration:
    # The event in hand, so that a thousand people cost no query each.
    registration.event = event
    return registration


def text_by_hand(delivery: HandDelivery, event: Event, token: str) -> str:
    """Return what an organiser sends on, in the person's language; `token` may be empty."""
    registration = delivery.registration
    language = registration.contact.language
    subjects, texts = {}, {}
    if delivery.message is not None:
        subjects = {"en": delivery.message.subject_en, "ur": delivery.message.subject_ur}
        texts = {"en": delivery.message.text_en, "ur": delivery.message.text_ur}
    context = _words(event, subjects, texts, language) | {
        "name": registration.contact.full_name,
        "reference": registration.reference,
        "size": registration.party_size,
        "reason": getattr(delivery.change, f"reason_{language}", ""),
        "own_link": own_link(token, language) if token else "",
    }
    return render_sms(template_of(delivery), context, language)


def template_of(delivery: HandDelivery) -> str:
    """Return the template of what a delivery reports."""
    if delivery.change is not None:
        return KIND_OF_CHANGE[ChangeKind(delivery.change.kind)].value.replace("-", "_")
    kind = MessageKind.DESK_MESSAGE if delivery.message else MessageKind.OWN_LINK
    return kind.value.replace("-", "_")


def own_link(token: str, language: str) -> str:
    """Return the address of an own link."""
    with translation.override(language):
        return f"{settings.BASE_URL}{reverse('events:own_link', args=[token])}"


def _template() -> str:
    return MessageKind.DESK_MESSAGE.value.replace("-", "_")


def _words(
    event: Event, subjects: Mapping[str, str], texts: Mapping[str, str], language: str
) -> dict[str, object]:
    return event_words(event, language) | {
        "subject": subjects.get(language, ""),
        "text": texts.get(language, ""),
    }
