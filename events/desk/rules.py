"""What may be searched, where a sign-in may lead, and how long a paper list may be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.http import url_has_allowed_host_and_scheme

from events.enums import ListFileKind
from events.registration.rules import slip_code
from participants.rules.references import REFERENCE_ALPHABET, REFERENCE_LENGTH
from urdu.digits import to_latin_digits
from urdu.folding import fold
from urdu.romanisation import name_key

# Longer lists would hold a web worker for minutes: filter them, or take the sheet.
LONGEST_PAPER_LIST = 10_000
# What is made within a second while somebody waits; more is left to the worker.
MADE_AT_ONCE = {ListFileKind.PDF: 500, ListFileKind.XLSX: 5000}

# The CMS signs in through the desk's door.
_STAFF_PATH = re.compile(r"/(?:(?:ur|en)/desk|admin)/[\w./-]*", re.ASCII)
_REFERENCE = re.compile(rf"(?:[A-Z]{{3}})?([{REFERENCE_ALPHABET}]{{{REFERENCE_LENGTH}}})")
_PHONE = re.compile(r"\+?[0-9]{4,13}")
_SPACING = re.compile(r"[\s()-]+")
_DASH = r"[-\u2010-\u2015\u2212]"
_SLIP = re.compile(
    rf"(?:(?:[A-Z]{{3}}{_DASH})?(?P<group>[{REFERENCE_ALPHABET}]{{{REFERENCE_LENGTH}}}){_DASH})?"
    rf"(?P<first>[0-9]{{1,3}})(?:{_DASH}(?P<last>[0-9]{{1,3}}))?"
)
_SLIP_SEPARATORS = re.compile(r"[\s,،;؛.۔/]+")


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """One typed search, read in every way it may have been meant; "" where it cannot be."""

    folded_name: str
    name_key: str
    reference_end: str
    phone_end: str

    @property
    def is_hopeless(self) -> bool:
        """Tell whether nothing typed can be searched for, e.g. only punctuation."""
        return not (self.folded_name or self.name_key or self.reference_end or self.phone_end)


def search_terms(typed: str) -> SearchTerms:
    """Return what to look for: a name, a reference with or without its city, a phone's end."""
    tight = _SPACING.sub("", to_latin_digits(typed)).upper()
    reference = _REFERENCE.fullmatch(tight)
    phone = _PHONE.fullmatch(tight)
    return SearchTerms(
        folded_name=fold(typed),
        # No name has a digit, but codes would sound like some.
        name_key="" if any(map(str.isdecimal, tight)) else name_key(typed),
        reference_end=reference[1] if reference else "",
        phone_end=_without_prefix(tight) if phone else "",
    )


def _without_prefix(digits: str) -> str:
    """Return the digits that a stored number ends with: 0333… and +92333… both as 333…"""
    if len(digits) < len("03331110566"):
        return digits
    return re.sub(r"^(?:\+92|0092|92|0)", "", digits)


def slip_codes(typed: str, reference: str = "") -> tuple[list[str], list[str]]:
    """Return the codes of the slips that were typed, each once, and what is no code.

    "7K2QF-012" or, once a group is chosen by its reference, the child's number alone; ranges as
    in "1-14" either way. Any keyboard's digits, any separator.
    """
    codes: dict[str, None] = {}
    wrong = []
    for part in _SLIP_SEPARATORS.split(to_latin_digits(typed).upper()):
        found = _SLIP.fullmatch(part)
        group = (found["group"] if found else "") or reference[-REFERENCE_LENGTH:]
        if not part:
            continue
        first = int(found["first"]) if found else 0
        last = int(found["last"] or first) if found else 0
        if not group or not 0 < first <= last:
            wrong.append(part)
            continue
        codes |= dict.fromkeys(slip_code(group, number) for number in range(first, last + 1))
    return list(codes), wrong


def is_made_at_once(kind: ListFileKind, row_count: int) -> bool:
    """Tell whether a file is so short that somebody can wait for it."""
    return row_count <= MADE_AT_ONCE[kind]


def ranges_of(numbers: Sequence[int]) -> str:
    """Return rising numbers as people write them: "1-14, 17, 20"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def code_ranges(codes: Sequence[str]) -> list[str]:
    """Return slips' codes as short as they can be typed: "7K2QF-1-14", or "7K2QF-017" alone."""
    numbers: dict[str, list[int]] = {}
    for code in codes:
        group, _hyphen, number = code.rpartition("-")
        numbers.setdefault(group, []).append(int(number))
    return [
        f"{group}-{run}" if "-" in run else slip_code(group, int(run))
        for group, found in numbers.items()
        for run in ranges_of(sorted(found)).split(", ")
    ]


def is_staff_address(target: str, host: str) -> bool:
    """Tell whether an address leads to the desk or the CMS of this host, and nowhere else."""
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={host}):
        return False
    parts = urlsplit(target)
    is_here = not parts.scheme and not parts.netloc
    return is_here and ".." not in parts.path and _STAFF_PATH.fullmatch(parts.path) is not None
