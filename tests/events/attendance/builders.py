"""Gates, and what they send."""

import datetime
from itertools import count

from events.attendance.rules import Entry, Gate
from events.attendance.selectors import GateAnswer
from events.attendance.services.check_in import check_in
from events.enums import CheckInSource
from events.models import Registration
from tests.events.registration.builders import KARACHI

MORNING = datetime.datetime(2027, 8, 1, 6, 30, tzinfo=KARACHI)
GATE_A = Gate(source=CheckInSource.GATE, place="Gate A")
GATE_B = Gate(source=CheckInSource.GATE, place="Gate B")
_numbers = count(1)


def at(minute: int) -> datetime.datetime:
    """Return the moment so many minutes after half past six."""
    return MORNING + datetime.timedelta(minutes=minute)


def entry(minute: int = 0, *, is_alone: bool = False, client_id: str = "") -> Entry:
    """Return an entry with an id of its own unless one is given."""
    return Entry(client_id or f"entry-{next(_numbers)}", at(minute), is_alone)


def arrive(
    registration: Registration,
    people: int = 1,
    *,
    gate: Gate = GATE_A,
    sent: Entry | None = None,
    now: datetime.datetime = MORNING + datetime.timedelta(hours=1),
) -> GateAnswer:
    """Let people of a party in and return what the gate is told."""
    return check_in(
        registration=registration, count=people, gate=gate, entry=sent or entry(), now=now
    )
