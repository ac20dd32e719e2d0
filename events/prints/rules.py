"""Codes of certificates, and what tells an old print from one that still holds; pure functions."""

import hashlib
import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participants.rules.references import REFERENCE_ALPHABET
from urdu.digits import to_latin_digits

# Thirty letters to the power of twelve: nobody comes upon a certificate by trying.
CODE_LENGTH = 12
_CODE = re.compile(rf"[{REFERENCE_ALPHABET}]{{{CODE_LENGTH}}}")
_NOT_OF_A_CODE = re.compile(r"[^A-Z0-9]+")
LONGEST_TYPED_CODE = 40

EDITION = "edition-"
FACTS = "facts-"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a print was made of: the schedule's sequence, and a fingerprint of its words."""

    sequence: int | None
    facts: str


def new_certificate_code() -> str:
    """Return a code such as "7K2Q-FH3M-9XWA"; whoever stores it makes sure it is unique."""
    letters = "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(CODE_LENGTH))
    return _in_fours(letters)


def certificate_code(typed: str) -> str:
    """Return the code as it is printed, however it was typed; "" for what is none."""
    tight = _NOT_OF_A_CODE.sub("", to_latin_digits(typed[:LONGEST_TYPED_CODE]).upper())
    return _in_fours(tight) if _CODE.fullmatch(tight) else ""


def _in_fours(letters: str) -> str:
    return "-".join(letters[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def fingerprint(facts: Mapping[str, str]) -> str:
    """Return eight letters that change when anything a print says of its event changes."""
    told = json.dumps(dict(facts), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:8]


def edition_columns(edition: Edition) -> list[str]:
    """Return an edition as the log keeps it."""
    return [f"{EDITION}{edition.sequence}", f"{FACTS}{edition.facts}"]


def is_of_an_edition(column: str) -> bool:
    """Tell whether a word of the log names an edition: of use to the shop, not to a reader."""
    return column.startswith((EDITION, FACTS))


def edition_of(columns: Sequence[str]) -> Edition:
    """Return the edition the log kept; of a print from before editions, that none is known."""
    kept = {
        name: column.removeprefix(name)
        for column in columns
        for name in (EDITION, FACTS)
        if column.startswith(name)
    }
    sequence = kept.get(EDITION, "")
    return Edition(int(sequence) if sequence.isdecimal() else None, kept.get(FACTS, ""))
