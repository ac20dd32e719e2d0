"""What may be searched, where a sign-in may lead, and how long a paper list may be."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.http import url_has_allowed_host_and_scheme

from events.registration.rules import REFERENCE_ALPHABET, REFERENCE_LENGTH
from urdu.digits import to_latin_digits
from urdu.folding import fold

# Longer lists would hold a web worker for minutes: filter them, or take the sheet.
LONGEST_PAPER_LIST = 10_000
BLANK_ROWS = 20

_DESK_PATH = re.compile(r"/(?:ur|en)/desk/[\w./-]*", re.ASCII)
_REFERENCE = re.compile(rf"(?:[A-Z]{{3}})?([{REFERENCE_ALPHABET}]{{{REFERENCE_LENGTH}}})")
_PHONE = re.compile(r"\+?[0-9]{4,13}")
_SPACING = re.compile(r"[\s()-]+")


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """One typed search, read in every way it may have been meant; "" where it cannot be."""

    folded_name: str
    reference_end: str
    phone_end: str

    @property
    def is_hopeless(self) -> bool:
        """Tell whether nothing typed can be searched for, e.g. only punctuation."""
        return not (self.folded_name or self.reference_end or self.phone_end)


def search_terms(typed: str) -> SearchTerms:
    """Return what to look for: a name, a reference with or without its city, a phone's end."""
    tight = _SPACING.sub("", to_latin_digits(typed)).upper()
    reference = _REFERENCE.fullmatch(tight)
    phone = _PHONE.fullmatch(tight)
    return SearchTerms(
        folded_name=fold(typed),
        reference_end=reference[1] if reference else "",
        phone_end=_without_prefix(tight) if phone else "",
    )


def _without_prefix(digits: str) -> str:
    """Return the digits that a stored number ends with: 0333… and +92333… both as 333…"""
    if len(digits) < len("03331110566"):
        return digits
    return re.sub(r"^(?:\+92|0092|92|0)", "", digits)


def is_desk_address(target: str, host: str) -> bool:
    """Tell whether an address leads to the desk of this host, and nowhere else."""
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={host}):
        return False
    parts = urlsplit(target)
    is_here = not parts.scheme and not parts.netloc
    return is_here and ".." not in parts.path and _DESK_PATH.fullmatch(parts.path) is not None
