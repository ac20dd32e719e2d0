"""SMS: how many parts a text is sent and paid in, and how to spell it so that they are few."""

from typing import NamedTuple

# GSM 03.38, the default alphabet of mobile networks; no Urdu letter is in it.
_GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_EXTENSION = frozenset("^{}\\[~]|€\f")

_GSM_SINGLE, _GSM_PART = 160, 153
_UCS2_SINGLE, _UCS2_PART = 70, 67

# What typography writes, as a mobile network's own alphabet spells it.
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "…": "...",
        "·": "-",
        "\u00a0": " ",
    }
)


class SmsLength(NamedTuple):
    """How long a text is: its parts, its letters as the network counts them, and their room."""

    parts: int
    letters: int
    room: int


def plain_spelling(text: str) -> str:
    """Return the text without typographic quotes and dashes: one of them halves every part."""
    return text.translate(_PLAIN)


def sms_length(text: str) -> SmsLength:
    """Return the length of a text, and how many letters its parts hold together.

    Counted as `segment_count` does; an empty text has no part, and the room of one.
    """
    widths, single, part = _measured(text)
    parts = _parts(widths, single, part)
    return SmsLength(parts, sum(widths), single if parts <= 1 else parts * part)


def segment_count(text: str) -> int:
    """Return the number of parts the text is sent in; 0 for an empty one.

    Latin text holds 160 characters, or 153 a part; one Urdu letter, or one U+200E, makes it
    70, or 67 a part. ^{}\\[~]|€ count double in Latin text, most emoji double in Urdu text.
    Source: 3GPP TS 23.038 and 23.040.
    """
    return _parts(*_measured(text))


def _measured(text: str) -> tuple[list[int], int, int]:
    """Return the width of each character, and what one message and one part of many hold."""
    if _GSM_BASIC.issuperset(set(text) - _GSM_EXTENSION):
        widths = [2 if char in _GSM_EXTENSION else 1 for char in text]
        return widths, _GSM_SINGLE, _GSM_PART
    return [2 if ord(char) > 0xFFFF else 1 for char in text], _UCS2_SINGLE, _UCS2_PART


def _parts(widths: list[int], single: int, part: int) -> int:
    """Fill parts one after the other; a character of width two is never split between two."""
    if sum(widths) <= single:
        return 1 if widths else 0
    count, room = 1, part
    for width in widths:
        if width > room:
            count, room = count + 1, part
        room -= width
    return count
