"""Digits: whatever keyboard typed them, the site reads and shows 0-9."""

from urdu.letters import ARABIC_DIGITS, LATIN_DIGITS, URDU_DIGITS

_TO_LATIN = str.maketrans(URDU_DIGITS + ARABIC_DIGITS, LATIN_DIGITS * 2)


def to_latin_digits(text: str) -> str:
    """Return the text with ۰-۹ and ٠-٩ as 0-9, e.g. "۰۳۳۳" -> "0333"; all else stays."""
    return text.translate(_TO_LATIN)
