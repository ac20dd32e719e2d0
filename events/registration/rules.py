"""What a party submits, and how its reference is made; pure functions."""

import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from events.enums import PartyKind
from participants.rules.keys import content_hash

# No 0, O, 1, I, L or similar: read aloud at a gate, written by hand on a list.
REFERENCE_ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
REFERENCE_LENGTH = 5


@dataclass(frozen=True, slots=True)
class PartySubmission:
    """One party as a form collected it: cleaned, phones in E.164, names without the leader's."""

    full_name: str
    phone: str
    email: str
    party_size: int
    names: tuple[str, ...] = ()
    minors_count: int = 0
    guardian_name: str = ""
    guardian_phone: str = ""
    kind: str = PartyKind.PEOPLE
    group_name: str = ""
    wants_no_photographs: bool = False

    def content_hash(self) -> str:
        """Return the hash under which the same submission is recognised again."""
        return content_hash(asdict(self))


def new_reference(city_code: str) -> str:
    """Return a reference such as "LHE-7K2QF"; whoever stores it makes sure it is unique."""
    letters = (secrets.choice(REFERENCE_ALPHABET) for _ in range(REFERENCE_LENGTH))
    return f"{city_code}-{''.join(letters)}"


def key_purpose(slug: str) -> str:
    """Return what a registration form's key is issued for."""
    return f"register:{slug}"


def parties_that_fit(waiting: Iterable[tuple[int, int]], free: int) -> list[int]:
    """Return the keys of those who get places, given (key, size) in order and what is free.

    Parties are taken whole. One that does not fit is passed over and keeps its number; a
    smaller one behind it may go ahead.
    """
    chosen = []
    for key, size in waiting:
        if free <= 0:
            break
        if size <= free:
            chosen.append(key)
            free -= size
    return chosen
