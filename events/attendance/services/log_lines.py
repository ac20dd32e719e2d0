"""The lines the log keeps of a gate: how many were let in or taken back, by whom; never who."""

import datetime

from events.attendance.rules import Gate
from events.models import Event
from participants.services import log_deed

LET_IN_KIND = "gate-let-in"
TAKEN_BACK_KIND = "gate-taken-back"
WALK_IN_KIND = "gate-walk-in"
WALK_IN_UNDONE_KIND = "gate-walk-in-undone"
LINK_KIND = "gate-link-made"
LINK_CLOSED_KIND = "gate-link-closed"
PHONE_CLOSED_KIND = "gate-phone-closed"


def log_gate(
    *, kind: str, event: Event, gate: Gate | None, people_count: int, now: datetime.datetime
) -> None:
    """Write what a gate did, in the caller's transaction; nothing where nobody's count changed.

    Sheets of paper have a line of their own, and so hand over a gate nobody answers for.
    """
    if gate is not None and gate.answerable_id is not None and people_count:
        log_deed(
            actor_id=gate.answerable_id,
            kind=kind,
            subject=event.slug,
            row_count=people_count,
            now=now,
        )
