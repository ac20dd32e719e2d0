"""Sorting: a key stored beside a name, so that every database puts lists in Urdu order."""

import unicodedata

from urdu.folding import composed
from urdu.letters import ALPHABET, ASPIRATE_HE, SAME_LETTER, TATWEEL

_CODE_LENGTH = 2

# CLDR's order of what stands before letters, with look-alikes on one place.
_PUNCTUATION = (
    " \u00a0",
    "_",
    "-\u2010\u2011\u2013\u2014",
    ",،",
    ";؛",
    ":",
    "!?؟",
    ".۔",
    "'‘’",
    '"“”',
    "()[]{}",
    "@*/&#%+",
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"

# CLDR's order of the marks, from sukun to hamza below; hamza decides مومن before مؤمن.
_MARKS = (
    "\u0652\u064e\u0650\u064f\u0670\u0656\u0657\u064b\u064d\u064c\u0654\u0651"
    "\u0658\u0653\u0655\u065f\u0659\u065a\u065b\u065c\u065d\u065e"
)
_END_OF_LETTERS = "00"
_PLAIN = "10"
# بھ, کھ and the like are letters after all other words in ب or ک: بی, بے, بھائی, پانی.
# The highest code after the letter's own says so without a code for each.
_ASPIRATED = "99"
_OTHER_MARK = "99"


def _code(number: int) -> str:
    return f"{number:0{_CODE_LENGTH}d}"


def _letter_codes() -> dict[str, str]:
    """Number punctuation, digits, Urdu letters and Latin letters, in that order, from 01."""
    places = [*_PUNCTUATION, *"0123456789", *ALPHABET, "", *_LATIN]
    codes = {char: _code(at) for at, chars in enumerate(places, 1) for char in chars}
    return codes | {typed: codes[letter] for typed, letter in SAME_LETTER.items()}


_LETTERS = _letter_codes()
_MARK_CODES = {mark: _code(at) for at, mark in enumerate(_MARKS, 11)}
_CAN_ASPIRATE = {_LETTERS[letter] for letter in "بپتٹجچدڈرڑکگلمنںوی"}
# Letters of Sindhi and Pashto come after ے, other scripts after z.
_OTHER_ARABIC = _code(int(_LETTERS["ے"]) + 1)
_OTHER_SCRIPT = _code(int(_LETTERS["z"]) + 1)


def sort_key(text: str, max_length: int = 160) -> str:
    """Return digits that sort as the text sorts in Urdu: ا آ ب پ ت ٹ ..., then Latin a-z.

    Two digits a letter, so that any database and any collation agrees. Digits stand
    before letters, Latin is without case, marks and hamza decide only between names
    otherwise alike. Longer texts are cut and then tie: order by a unique column too.
    Source: CLDR's collation for "ur"; unlike it, Arabic-keyboard ي ك ه ٱ stand with ی ک ہ ا.
    """
    letters: list[str] = []
    marks: list[str] = []
    for char in composed(" ".join(text.split())):
        _weigh(char, letters, marks)
    # Unmarked letters at the end decide nothing and would lengthen every key.
    while marks and marks[-1] == _PLAIN:
        marks.pop()
    key = "".join(letters)
    if marks:
        key += _END_OF_LETTERS + "".join(marks)
    return key[: max_length - max_length % _CODE_LENGTH]


def _weigh(char: str, letters: list[str], marks: list[str]) -> None:
    """Add the codes of one composed character; a letter the alphabet lacks is taken apart."""
    parts = [char] if char in _LETTERS else list(unicodedata.normalize("NFKD", char))
    for part in parts:
        category = unicodedata.category(part)
        if part == TATWEEL or category in ("Cf", "Cc", "Cs"):
            continue
        if category in ("Mn", "Me"):
            marks.append(_MARK_CODES.get(part, _OTHER_MARK))
        else:
            is_aspirate = part == ASPIRATE_HE and letters[-1:] and letters[-1] in _CAN_ASPIRATE
            letters.append(_ASPIRATED if is_aspirate else _primary(part))
            marks.append(_PLAIN)


def _primary(char: str) -> str:
    code = _LETTERS.get(char)
    if code is None and char.isdecimal():
        code = _LETTERS[str(unicodedata.decimal(char))]
    if code is None and "\u0600" <= char <= "\u08ff":
        code = _OTHER_ARABIC
    return code or _OTHER_SCRIPT
