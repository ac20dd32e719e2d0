"""Folding: spellings that Urdu writers mix become one, for search and for likeness."""

import re
import unicodedata

from urdu.digits import to_latin_digits
from urdu.letters import SAME_LETTER, TATWEEL

# What a reader takes for the same sound or shape. Losses are accepted on purpose: کہا and کھا,
# ماں and مان meet, since a search that finds too much is mended by the eye of the reader.
# ۓ opens into یے so that گۓ, گئے and گیے meet.
_ALIKE = str.maketrans(
    {
        **SAME_LETTER,
        "آ": "ا",
        "أ": "ا",
        "إ": "ا",
        "ؤ": "و",
        "ئ": "ی",
        "ۓ": "یے",
        "ھ": "ہ",
        "ۀ": "ہ",
        "ۂ": "ہ",
        "ة": "ہ",
        "ۃ": "ہ",
        "ں": "ن",
        "ء": None,
        TATWEEL: None,
    }
)

# Marks inside a word, not between words: Isma'il, Qur’an.
_APOSTROPHES = re.compile("['’‘`´ʼʿʾ]")
_NOT_WORD = re.compile(r"[\W_]+")

# Loan words that begin with s and a consonant are written with or without ا: اسکول, سکول.
# Before ٹ, پ and ک the ا goes when two letters or more follow, which keeps اسکا and اسکی
# ("اس کا" run together); before other consonants only these words, since اسلام and
# استاد must not lose theirs.
_S_CLUSTER = re.compile(r"\bاس(?=[ٹپک]\w{2}|مگل|موگ|موک|لاییڈ|لوگن|نوکر|نیپ|ویٹر)")

# Whole words with two settled spellings, after the letters above are folded.
_RESPELT = {
    "رحمن": "رحمان",
    "اسحق": "اسحاق",
    "اسمعیل": "اسماعیل",
    "ہسپتال": "سپتال",
    "طلبا": "طلبہ",
}
_RESPELT_WORD = re.compile(rf"({'|'.join(_RESPELT)})\b")


def fold(text: str) -> str:
    """Return the text as search and likeness see it: lower case, single spaces, no marks.

    "انسانی اسمگلنگ" and "انساني سمگلنگ" give the same; text without a letter or
    digit gives "". Folding twice changes nothing. Never shown to a reader.
    """
    bare = _without_marks(composed(text).translate(_ALIKE))
    spaced = _NOT_WORD.sub(" ", _APOSTROPHES.sub("", to_latin_digits(bare))).strip()
    return _RESPELT_WORD.sub(lambda found: _RESPELT[found[0]], _S_CLUSTER.sub("س", spaced))


def composed(text: str) -> str:
    """Return lower case in one composed form; ﷲ, ﻋﻠﯽ and full-width letters become plain ones."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", plain)


def _without_marks(text: str) -> str:
    """Drop vowel signs, accents, and everything invisible: joiners, bidi controls, soft hyphens."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(
        char for char in decomposed if unicodedata.category(char) not in ("Mn", "Me", "Cf")
    )
