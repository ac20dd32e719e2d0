"""Numbers typed off a printed list: "1-14, 17, 20", in any digits, with any separator."""

import re
from dataclasses import dataclass

from urdu.digits import to_latin_digits

_DASH = r"[-\u2010-\u2015\u2212]|تا|to"
_SPACED_DASH = re.compile(rf"\s*(?:{_DASH})\s*", re.IGNORECASE)
_SPACED_COLON = re.compile(r"\s*[:=]\s*")
_SEPARATORS = re.compile(r"[\s,،;؛.۔/+&]+")
_PART = re.compile(r"(?P<first>[0-9]{1,5})(?:-(?P<last>[0-9]{1,5})|:(?P<count>[0-9]{1,3}))?")


@dataclass(frozen=True, slots=True)
class NumberList:
    """Which numbers were meant, each once, and what is no number.

    `counts` holds every number in rising order; its value is how many of the party came where
    that was written, as in "12:3", and None for the whole party.
    """

    counts: dict[int, int | None]
    wrong: list[str]


def read_numbers(typed: str, longest_range: int) -> NumberList:
    """Return the numbers somebody typed: single ones, ranges either way round, "12:3" for three.

    A range longer than the list can be is wrong as a whole: it would be a slip of the finger.
    """
    text = _SPACED_COLON.sub(":", _SPACED_DASH.sub("-", to_latin_digits(typed)))
    counts: dict[int, int | None] = {}
    wrong: list[str] = []
    for part in _SEPARATORS.split(text):
        found = _PART.fullmatch(part)
        if not part:
            continue
        if found is None:
            wrong.append(part)
            continue
        first, last = sorted((int(found["first"]), int(found["last"] or found["first"])))
        count = int(found["count"]) if found["count"] else None
        if not first or count == 0 or last - first >= longest_range:
            wrong.append(part)
            continue
        counts |= dict.fromkeys(range(first, last + 1), count)
    return NumberList(dict(sorted(counts.items())), wrong)
