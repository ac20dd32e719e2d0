"""Romanisation: one key for a name, whether it is written in Urdu or in Roman letters."""

import re
import unicodedata

from urdu.folding import composed, fold
from urdu.letters import DAGGER_ALEF, SAME_LETTER, TATWEEL
from urdu.name_spellings import NAMES_APART, RESPELT_FOR_SOUND

_Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in pairs)


# In a key x is sh, q is kh, c is ch; k stands for k and q. Capitals in the rules below are
# sounds already decided: A I U final vowels, Y W consonants, X Q C as said.

# Parts of one name that are written together or apart.
_URDU_JOINTS = _rules(
    (r"(?<=\w) +(?=اللہ\b)", ""),
    (r"\bعبد ?ال(?!لہ\b)(?=\w{2})", "عبد "),
    (r"(?<=\w) ?ال(?=دین\b)", ""),
    (r"(?<=\w) ?ال(?=(?:رحمان|رحمن|حق|اسلام|نبی|رسول|زمان)\b)", " "),
    (r"\bذوال", "ذل"),
    (r"\bابو +(?=\w)", "ابو"),
    (r"\bبی +بی\b", "بیبی"),
)
_ROMAN_JOINTS = _rules(
    # Abdul Rehman, Abdur Rehman, Abdussalam: the article takes on the sound that follows.
    (r"\babd[aeou]+(?:l|([rsnzt])(?= ?\1)) ?(?!l?ah?\b)(?=\w{3})", "abd "),
    (r" ?u[dl] ?(?=d[ei]+n\b)", "u"),
    (r"(?<=\w) (?:[ua][drlsnz]|ush|el)(?= \w)", ""),
    (r"\babu +(?=\w)", "abu"),
    (r"\bbi +bi\b", "bibi"),
)

_URDU_SOUNDS = _rules(
    ("للہ", "لہ"),
    # رابعہ is said Rabia.
    ("عہ$", "یہ"),
    ("[عء]+$", ""),
    ("کھ", "Q"),
    ("پھ", "ف"),
    ("چھ", "C"),
    ("(?<=[بتٹدڈجگڑلنمر])ھ", ""),
    ("[اہۃ]+$", "A"),
    ("[یےئ]+$", "I"),
    ("و$", "U"),
    ("^ی|ی+(?=[اوAU])|(?<=آ)ی(?=.)|(?<=.ا)ی(?=.)", "Y"),
    ("^و|و(?=[اAیI])|(?<=.ا)و(?=.)", "W"),
    ("^[اآع]+[اویئؤ]*", "A"),
    ("مب", "نب"),
)
_ROMAN_SOUNDS = _rules(
    (r"([b-df-hj-np-tv-z])\1+", r"\1"),
    ("que$|ck|q", "k"),
    ("x", "ks"),
    ("sh", "X"),
    ("kh", "Q"),
    ("ch+", "C"),
    ("c(?=[eiy])", "s"),
    ("c", "k"),
    ("ph", "f"),
    ("(?<=[bdgjt])h", ""),
    ("v", "w"),
    ("mb", "nb"),
    ("ah$|a$", "A"),
    ("(?<![aeiouy])e$", ""),
    ("[aeiouy]*[iye]$", "I"),
    ("[aeiouy]*[ouw]$", "U"),
    ("^y|[iy]+(?=[aouAU])", "Y"),
    ("w(?=[aeiouyAIU])", "W"),
    ("^[aeiou]+", "A"),
    ("[aeiouyw]", ""),
)

_CONSONANTS = {
    letter: sound
    for letters, sound in (
        ("ب", "b"),
        ("پ", "p"),
        ("تٹط", "t"),
        ("ثسص", "s"),
        ("ج", "j"),
        ("چ", "c"),
        ("حہھ", "h"),
        ("خ", "q"),
        ("دڈ", "d"),
        ("ذزژضظ", "z"),
        ("رڑ", "r"),
        ("ش", "x"),
        ("غگ", "g"),
        ("ف", "f"),
        ("قک", "k"),
        ("ل", "l"),
        ("م", "m"),
        ("نں", "n"),
    )
    for letter in letters
}
_ROMAN_APART = {key: re.compile(roman) for key, (roman, _) in NAMES_APART.items()}
_APART = {spelt: key for key, (_, urdu) in NAMES_APART.items() for spelt in urdu}
_SAME_SOUND = str.maketrans(
    {**SAME_LETTER, "أ": "ا", "إ": "ا", "ۓ": "ئے", "ۂ": "ہ", "ۀ": "ہ", TATWEEL: None}
)
# مصطفیٰ ends in a.
_DAGGER_AFTER_YE = re.compile(f"ی{DAGGER_ALEF}")
_APOSTROPHES = re.compile("['’‘`´]")
# No name is longer; a pasted megabyte must not cost the rules their time.
_LONGEST_WORD = 60
_NOT_WORD = re.compile(r"[\W_\d]+")


def name_key(text: str) -> str:
    """Return the key on which a name's Urdu and Roman spellings meet, one part a word.

    "Syed Kausar Abbas" and "سید کوثر عباس" both give "syd ksr abs". Consonants, the vowel
    that ends a word and a mark for one that begins it are kept, so Shahid and Shahida stay
    apart; names that differ in inner vowels only (Rashid, Rasheed) meet on purpose, as
    Roman spelling mixes them. Compare whole words; "" when there is no Urdu or Latin letter.
    """
    joined = _apply(_ROMAN_JOINTS, _apply(_URDU_JOINTS, _words(text)))
    parts = (_word_key(word[:_LONGEST_WORD]) for word in joined.split())
    return " ".join(part for part in parts if part)


def _apply(rules: _Rules, text: str) -> str:
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text


def _words(text: str) -> str:
    """Return words and single spaces; unlike fold, keeps ئ, ؤ and ھ, which are heard."""
    spelt = composed(text).translate(_SAME_SOUND)
    heard = _DAGGER_AFTER_YE.sub("ا", _APOSTROPHES.sub("", spelt))
    bare = "".join(char for char in heard if unicodedata.category(char) not in ("Mn", "Me", "Cf"))
    return _NOT_WORD.sub(" ", bare).strip()


def _word_key(word: str) -> str:
    spelt = fold(word)
    if spelt in _APART:
        return _APART[spelt]
    if spelt.isascii():
        return _roman_key(spelt)
    if spelt in RESPELT_FOR_SOUND:
        word = RESPELT_FOR_SOUND[spelt]
    sounds = _apply(_URDU_SOUNDS, word)
    return "".join(_CONSONANTS.get(char, char) for char in sounds if _is_heard(char)).lower()


def _roman_key(word: str) -> str:
    for key, pattern in _ROMAN_APART.items():
        if pattern.fullmatch(word):
            return key
    sounds = _apply(_ROMAN_SOUNDS, word)
    return "".join(char for char in sounds if char.isalpha()).lower()


def _is_heard(char: str) -> bool:
    return char in _CONSONANTS or char in "AIUYWXQC"
