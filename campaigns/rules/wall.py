"""What may stand on the wall: a first name, and nothing that only looks like one."""

import re
from enum import StrEnum

from urdu.cleaning import has_link, has_unreasonable_marks, looks_like_cnic
from urdu.digits import to_latin_digits
from urdu.folding import fold

LONGEST_SHOWN = 24
# Signs that turn the order of a line or hide in it; Urdu's own joiners are not among them.
_TRICKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Not names of people: slogans and insults, as folded words.
_HATE = {
    fold(word)
    for word in (
        "کافر", "غدار", "دہشتگرد", "مردہ", "لعنت", "گستاخ", "حرامی", "کتا", "سور", "بھنگی",
        "kafir", "ghaddar", "terrorist", "murdabad", "lanat", "gustakh", "harami", "kutta",
        "chuhra", "bhangi", "nazi", "hitler", "isis", "daesh", "rape", "kill",
    )
}  # fmt: skip


# What stands before a name and names nobody, as folded words.
_TITLES = {
    fold(word)
    for word in (
        "ڈاکٹر", "پروفیسر", "انجینئر", "سید", "سیدہ", "جناب", "محترم", "محترمہ", "مس", "مسز",
        "حاجی", "dr", "prof", "professor", "engr", "mr", "mrs", "ms", "miss", "syed", "syeda",
        "haji",
    )
}  # fmt: skip


class WallFault(StrEnum):
    """Why a name can never stand on the wall."""

    EMPTY = "empty"
    LONG = "long"
    LINK = "link"
    NUMBER = "number"
    TRICK = "trick"
    HATE = "hate"


def first_name(full_name: str) -> str:
    """Return the first word of a name that is no title: all that the wall ever shows."""
    words = full_name.split()
    named = (word for word in words if fold(word).strip(".") not in _TITLES)
    return next(named, "".join(words[:1]))


def wall_fault(full_name: str) -> WallFault | None:
    """Return why a name can never be shown, or nothing; the whole of it is looked at."""
    checks = (
        (WallFault.TRICK, bool(_TRICKS.search(full_name)) or has_unreasonable_marks(full_name)),
        (WallFault.EMPTY, not any(letter.isalpha() for letter in first_name(full_name))),
        (WallFault.LONG, len(first_name(full_name)) > LONGEST_SHOWN),
        (WallFault.LINK, has_link(full_name) or "@" in full_name or "/" in full_name),
        (WallFault.NUMBER, _has_digit(full_name) or looks_like_cnic(full_name)),
        (WallFault.HATE, bool(_HATE & set(fold(full_name).split()))),
    )
    return next((fault for fault, is_so in checks if is_so), None)


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in to_latin_digits(text))
