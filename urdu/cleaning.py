"""Cleaning: one typed line made safe to keep, and questions to ask before keeping it."""

import re
import unicodedata

from urdu.digits import to_latin_digits
from urdu.letters import ZERO_WIDTH_JOINER, ZERO_WIDTH_NON_JOINER

_JOINERS = ZERO_WIDTH_NON_JOINER + ZERO_WIDTH_JOINER
# Signs that Arabic script draws with, though Unicode counts them among the invisible.
_VISIBLE_FORMAT_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd"
# Control characters, surrogates, private use; unassigned is left, since fonts outrun Python.
_DROPPED_CATEGORIES = ("Cc", "Cs", "Co", "Cf")
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
# A joiner means something only after a letter or vowel sign and before a letter.
_MEANINGLESS_JOINERS = re.compile(
    rf"(?<![\w\u064b-\u065f\u0670{_JOINERS}])[{_JOINERS}]+|[{_JOINERS}]+(?![\w{_JOINERS}])"
    rf"|(?<=[{_JOINERS}])[{_JOINERS}]+"
)
# They count as letters or symbols, and show nothing.
_INVISIBLE_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"

_MOST_MARKS_IN_A_ROW = 4

_BETWEEN_DIGITS = r"[\s.\-\u2010-\u2015\u2212]?"
# The first digit is a province, 1 to 8; 0 and 92 begin phones.
_CNIC = re.compile(rf"(?<![\d+])(?<!\d-)[1-8](?:{_BETWEEN_DIGITS}\d){{12}}(?!-?\d)", re.ASCII)

_TOP_LEVELS = "com|net|org|info|biz|pk|io|me|ly|co|xyz|top|site|online|shop|club|app|link|tk|cc|ru"
_LINK = re.compile(
    rf"https?:/|\bwww\.|[a-z0-9-]\.(?:{_TOP_LEVELS})\b|[a-z0-9-]\.[a-z]{{2,24}}/",
    re.ASCII | re.IGNORECASE,
)


def clean_line(text: str) -> str:
    """Return one line, composed (NFC), without control and bidi characters or spare spaces.

    U+200C and U+200D stay inside words, where Urdu needs them. Line breaks become spaces.
    Cleaning twice changes nothing. The result may be empty.
    """
    visible = "".join(char for char in text if char.isspace() or not _is_dropped(char))
    spaced = " ".join(visible.split())
    return unicodedata.normalize("NFC", _MEANINGLESS_JOINERS.sub("", spaced))


def is_blank_to_the_eye(text: str) -> bool:
    """Say whether nothing would be seen: empty, spaces, zero-width characters, lone marks."""
    return all(
        unicodedata.category(char)[0] in "CZM" or char in _INVISIBLE_LETTERS for char in text
    )


def has_unreasonable_marks(text: str) -> bool:
    """Say whether more than four combining marks stand in a row; real Urdu has two or three."""
    marks_in_a_row = 0
    for char in unicodedata.normalize("NFC", text):
        marks_in_a_row = marks_in_a_row + 1 if unicodedata.category(char)[0] == "M" else 0
        if marks_in_a_row > _MOST_MARKS_IN_A_ROW:
            return True
    return False


def looks_like_cnic(text: str) -> bool:
    """Say whether an identity card number stands in the text, e.g. 35202-1234567-1.

    Thirteen digits of any keyboard, the first from 1 to 8, with or without hyphens or spaces.
    """
    return _CNIC.search(to_latin_digits(clean_line(text))) is not None


def has_link(text: str) -> bool:
    """Say whether a web address stands in the text, with or without https, in any width."""
    return _LINK.search(unicodedata.normalize("NFKC", clean_line(text))) is not None


def _is_dropped(char: str) -> bool:
    if char in _JOINERS or char in _VISIBLE_FORMAT_SIGNS:
        return False
    if unicodedata.category(char) in _DROPPED_CATEGORIES:
        return True
    return _NONCHARACTERS.match(char) is not None
