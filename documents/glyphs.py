"""Which characters the drawing faces can draw, and what is drawn in place of the others."""

import json
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

COVERAGE = Path(__file__).parent / "coverage.json"

# The same letter to a reader; the Nastaliq face lacks the Sindhi and Arabic-block spellings.
_SAME_LETTER = str.maketrans({"\u06aa": "\u06a9"})

# Joiners, direction marks and isolates: obeyed by the engine, drawn by nobody.
_CONTROLS = frozenset("\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")


def missing_glyphs(texts: Iterable[str]) -> set[str]:
    """Return the characters that no drawing face has, even spelt another way."""
    return {
        character
        for text in texts
        for character in _spelt(text)
        if _is_visible(character) and ord(character) not in _covered()
    }


def drawable(text: str) -> str:
    """Return the text as the faces can draw it, so that no box for a missing glyph appears.

    Composed, presentation forms undone; what still cannot be drawn becomes "?". A line break
    becomes a space; overrides of direction and other invisible characters are dropped.
    """
    return "".join(_drawn(character) for character in _spelt(text))


def _drawn(character: str) -> str:
    if character in _CONTROLS:
        return character
    if unicodedata.category(character) in {"Cc", "Zl", "Zp"}:
        return " "
    if not _is_visible(character):
        return ""
    return character if ord(character) in _covered() else "?"


def _is_visible(character: str) -> bool:
    """Tell letters and signs from controls and from marks no face has, e.g. an emoji's variant."""
    category = unicodedata.category(character)
    if category == "Mn":
        return ord(character) in _covered()
    return category not in {"Cc", "Cf", "Zl", "Zp"}


def _spelt(text: str) -> str:
    """Return the text composed, each letter the faces lack replaced by its plain form."""
    composed = unicodedata.normalize("NFC", text).translate(_SAME_LETTER)
    return "".join(
        character if ord(character) in _covered() else unicodedata.normalize("NFKC", character)
        for character in composed
    )


@cache
def _covered() -> frozenset[int]:
    """Return the code points of coverage.json, which holds first and last of each run."""
    runs: list[tuple[int, int]] = json.loads(COVERAGE.read_text(encoding="utf-8"))
    return frozenset(point for first, last in runs for point in range(first, last + 1))
