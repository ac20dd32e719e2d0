"""The rules of folding and of name keys as plain data, for a script that searches offline."""

import re
from typing import Any

from urdu import folding, romanisation
from urdu.digits import to_latin_digits
from urdu.letters import ARABIC_DIGITS, URDU_DIGITS
from urdu.name_spellings import NAMES_APART, RESPELT_FOR_SOUND

Tables = dict[str, Any]


def folding_tables() -> Tables:
    """Return what fold and name_key work with, ready for JSON.

    Patterns are Python's own: `\\b` and `\\w` mean letters and digits of every script, which
    whoever carries them out elsewhere has to spell out; `\\1` in a replacement is the first group.
    Characters are given by their code point in letters, "" where a character goes.
    """
    return {
        "digits": {digit: to_latin_digits(digit) for digit in URDU_DIGITS + ARABIC_DIGITS},
        "fold": {
            "alike": _characters(folding._ALIKE),
            "apostrophes": folding._APOSTROPHES.pattern,
            "not_word": folding._NOT_WORD.pattern,
            "s_cluster": folding._S_CLUSTER.pattern,
            "respelt_word": folding._RESPELT_WORD.pattern,
            "respelt": folding._RESPELT,
        },
        "sound": {
            "same": _characters(romanisation._SAME_SOUND),
            "dagger": romanisation._DAGGER_AFTER_YE.pattern,
            "apostrophes": romanisation._APOSTROPHES.pattern,
            "not_word": romanisation._NOT_WORD.pattern,
            "longest": romanisation._LONGEST_WORD,
            "joints": _pairs(romanisation._URDU_JOINTS) + _pairs(romanisation._ROMAN_JOINTS),
            "urdu": _pairs(romanisation._URDU_SOUNDS),
            "roman": _pairs(romanisation._ROMAN_SOUNDS),
            "consonants": romanisation._CONSONANTS,
            "apart_roman": [[key, roman] for key, (roman, _urdu) in NAMES_APART.items()],
            "apart_urdu": romanisation._APART,
            "respelt": RESPELT_FOR_SOUND,
        },
    }


def _characters(table: dict[int, str | None]) -> dict[str, str]:
    """Return a table of str.maketrans with letters for keys."""
    return {chr(point): letter or "" for point, letter in table.items()}


def _pairs(rules: tuple[tuple[re.Pattern[str], str], ...]) -> list[list[str]]:
    return [[pattern.pattern, replacement] for pattern, replacement in rules]
