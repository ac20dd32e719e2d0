"""What may stand in a message, what it costs, and where it may be opened; pure functions."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import quote

from events.enums import MessageAudience
from participants.rules.keys import content_hash
from urdu.folding import fold

# What a locked phone shows of a message to whoever holds it.
PREVIEW_LENGTH = 90
# Two helpers share a queue: whoever leaves in the middle blocks nobody for longer.
LEASE = datetime.timedelta(minutes=10)
# Whom one thanks, when the event is over.
THANKED = (MessageAudience.CONFIRMED, MessageAudience.ARRIVED)
# M4: what the campaign is about, in every spelling; compared after folding.
_TELLING = tuple(
    fold(word)
    for word in (
        "trafficking",
        "trafficked",
        "trafficker",
        "bonded labour",
        "bonded labor",
        "forced labour",
        "forced labor",
        "slavery",
        "اسمگلنگ",
        "اسمگلر",
        "جبری مشقت",
        "بانڈڈ لیبر",
        "غلامی",
        "بیگار",
        "افراد کی تجارت",
        "انسانی تجارت",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageDraft:
    """A message as an organiser wrote it, in both languages; `of` names the one group."""

    audience: MessageAudience
    of: str = ""
    subject_en: str
    subject_ur: str
    text_en: str
    text_ur: str
    has_own_link: bool = False

    def subjects(self) -> dict[str, str]:
        """Return the subject by language."""
        return {"en": self.subject_en, "ur": self.subject_ur}

    def texts(self) -> dict[str, str]:
        """Return the text by language."""
        return {"en": self.text_en, "ur": self.text_ur}

    def content_hash(self) -> str:
        """Return the hash under which the same message is recognised again."""
        return content_hash(
            {
                "audience": self.audience.value,
                "of": self.of,
                "subjects": self.subjects(),
                "texts": self.texts(),
                "has_own_link": self.has_own_link,
            }
        )


@dataclass(frozen=True, slots=True)
class TextCost:
    """What the texts of one message come to: how many people, parts, and rupees if known."""

    people: int
    parts: int
    rupees: Decimal | None


def key_purpose(slug: str) -> str:
    """Return what a message form's key is issued for."""
    return f"desk-message:{slug}"


def names_the_campaign(text: str) -> bool:
    """Tell whether a text says what the campaign is about, in either language."""
    folded = f" {fold(text)} "
    return any(word in folded for word in _TELLING)


def preview_of(text: str) -> str:
    """Return what a locked phone shows of a text."""
    return text[:PREVIEW_LENGTH]


def cost_of_texts(
    people: dict[str, int], parts: dict[str, int], part_price: Decimal | None
) -> TextCost:
    """Return the cost for so many people by language, given the parts a text has in it."""
    total = sum(count * parts[language] for language, count in people.items())
    rupees = total * part_price if part_price is not None else None
    return TextCost(sum(people.values()), total, rupees)


def sms_address(phone: str, text: str) -> str:
    """Return a link that opens the phone's own text messages; nothing is sent by itself."""
    return f"sms:{phone}?body={quote(text)}"
