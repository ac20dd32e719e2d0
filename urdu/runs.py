"""Runs: the stretches of a text that fall out of order when Urdu stands around them."""

import re
from collections.abc import Iterator

from urdu.letters import (
    ARABIC_DIGITS,
    LEFT_TO_RIGHT_ISOLATE,
    LEFT_TO_RIGHT_MARK,
    POP_DIRECTIONAL_ISOLATE,
    URDU_DIGITS,
)

_DIGIT = f"[0-9{URDU_DIGITS}{ARABIC_DIGITS}]"
_SPACE = r"[ \t\r\n\u00a0\u202f]"
_DASH = r"[-\u2010-\u2015\u2212]"

# Colons, points and commas stand tight; a dash or a slash may have spaces; phones use spaces alone.
_SEPARATOR = rf"(?:{_SPACE}*(?:{_DASH}|/){_SPACE}*|[:.,\u066b\u066c]|{_SPACE}+)"
_GROUP = rf"(?:\({_DIGIT}+\)|{_DIGIT}+)"
_SIGNS_AFTER = rf"(?:{_SPACE}?[%\u066a]|\+)"

# Text set apart already: between isolate and pop, or between two left-to-right marks.
_SET_APART = (
    rf"{LEFT_TO_RIGHT_ISOLATE}[^{POP_DIRECTIONAL_ISOLATE}]*{POP_DIRECTIONAL_ISOLATE}"
    rf"|{LEFT_TO_RIGHT_MARK}[^{LEFT_TO_RIGHT_MARK}\n]*{LEFT_TO_RIGHT_MARK}"
)
_ADDRESS_CHAR = r"[\w.~%+#&=?/:@!$*;-]"
_ADDRESS = rf"(?:https?://|www\.){_ADDRESS_CHAR}*[\w/]"
# Lengths are bounded so that a long word without "@" is not tried whole at every letter.
_EMAIL = r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
# City code, hyphen, five characters: LHE-7K2QF.
_REFERENCE = r"[A-Z]{2,4}-[0-9A-Z]{5}(?![0-9A-Z])"
_NUMBER = (
    rf"[+$£€]{_GROUP}(?:{_SEPARATOR}{_GROUP})*{_SIGNS_AFTER}?"
    rf"|{_GROUP}(?:{_SEPARATOR}{_GROUP})+{_SIGNS_AFTER}?"
    rf"|{_DIGIT}+{_SIGNS_AFTER}"
)
# Passed over whole, so that no run begins in its middle. A look-behind would do the same, but
# would see past a run before it, and decide otherwise once that run is an element of its own.
_OTHER_WORD = f"[A-Za-z0-9{URDU_DIGITS}{ARABIC_DIGITS}]+"
_RUN = re.compile(
    rf"(?:{_SET_APART})|(?P<run>{_ADDRESS}|{_EMAIL}|{_REFERENCE}|{_NUMBER})|{_OTHER_WORD}",
    re.ASCII,
)


def find_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each run not yet set apart by direction characters, in order.

    Runs are phones, times, ranges, decimals, thousands, percentages, reference codes,
    web and e-mail addresses. A single group of digits such as 1099 keeps its order by itself.
    """
    for found in _RUN.finditer(text):
        if found["run"] is not None:
            yield found.span()
