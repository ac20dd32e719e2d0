"""What an application to join holds and how it is named; pure functions."""

import secrets
from dataclasses import asdict, dataclass

from campaigns.enums import JoinState
from campaigns.rules.codes import ALPHABET
from participants.rules.keys import content_hash

KEY_PURPOSE = "join"
# Messages, audit lines and throttles name what they are about by this word.
ABOUT = "joining"
FEWEST_PEOPLE, MOST_PEOPLE = 1, 1_000_000
LONGEST_WORK = 480
LONGEST_WEBSITE = 200
REFERENCE_LENGTH = 5


@dataclass(frozen=True, slots=True)
class JoinSubmission:
    """One application as the form collected it: cleaned, phone in E.164, city by its slug."""

    organisation_kind: str
    organisation_name: str
    city: str
    work: str
    website: str
    people_count: int | None
    full_name: str
    phone: str
    email: str

    def content_hash(self) -> str:
        """Return the hash under which the same submission is recognised again."""
        return content_hash(asdict(self))


def new_reference() -> str:
    """Return a reference such as "JOIN-7K2QF"; whoever stores it makes sure it is unique."""
    letters = (secrets.choice(ALPHABET) for _ in range(REFERENCE_LENGTH))
    return f"JOIN-{''.join(letters)}"


def may_change(state: str) -> bool:
    """Tell whether the applicant can still mend it: until somebody has answered."""
    return state == JoinState.RECEIVED


def may_withdraw(state: str) -> bool:
    """Tell whether it can be taken back, or the network be left."""
    return state in (JoinState.RECEIVED, JoinState.APPROVED)
