"""What an application to host holds beside what every application does; pure data."""

import datetime
from dataclasses import dataclass

from participants.applications.rules import Submission

FEWEST_PEOPLE, MOST_PEOPLE = 5, 20_000
LONGEST_PLACE = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSubmission(Submission):
    """Who wants to host a walk, and where, when and with how many."""

    gathering_place: str
    wished_on: datetime.date | None
    wished_from: datetime.time | None
    people_count: int
