"""What an application to host holds, and how it and its host are named; pure functions."""

import datetime
import secrets
from dataclasses import asdict, dataclass

from events.enums.hosting import HostApplicationState
from events.registration.rules import REFERENCE_ALPHABET, REFERENCE_LENGTH
from participants.rules.keys import content_hash

KEY_PURPOSE = "host"
# Messages, audit lines and throttles name what they are about by this word.
ABOUT = "hosting"
FEWEST_PEOPLE, MOST_PEOPLE = 5, 20_000
LONGEST_ORGANISATION = 120
LONGEST_PLACE = 240


@dataclass(frozen=True, slots=True)
class HostSubmission:
    """One application as the form collected it: cleaned, phone in E.164, city by its slug."""

    organisation_kind: str
    organisation_name: str
    full_name: str
    phone: str
    email: str
    city: str
    gathering_place: str
    wished_on: datetime.date | None
    wished_from: datetime.time | None
    people_count: int

    def content_hash(self) -> str:
        """Return the hash under which the same submission is recognised again."""
        return content_hash(asdict(self))


def new_reference() -> str:
    """Return a reference such as "HOST-7K2QF"; whoever stores it makes sure it is unique."""
    letters = (secrets.choice(REFERENCE_ALPHABET) for _ in range(REFERENCE_LENGTH))
    return f"HOST-{''.join(letters)}"


def may_change(state: str) -> bool:
    """Tell whether the applicant can still mend or withdraw: until somebody has decided."""
    return state == HostApplicationState.RECEIVED
