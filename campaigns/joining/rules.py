"""What an application to join holds beside what every application does; pure data."""

from dataclasses import dataclass

from participants.applications.rules import Submission
from participants.enums import ApplicationState

FEWEST_PEOPLE, MOST_PEOPLE = 1, 1_000_000
LONGEST_WORK = 480
LONGEST_WEBSITE = 200
# An application can be taken back, and the network be left.
MAY_LEAVE_FROM = (ApplicationState.RECEIVED, ApplicationState.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinSubmission(Submission):
    """Which organisation wants to join, what it does and whom it brings."""

    work: str
    website: str
    people_count: int | None
