"""Looking for somebody at the gate: each search has its line in the log before its answer."""

import datetime

from events.attendance.rules import Refusal
from events.attendance.selectors import Found, find_pass, search_at_gate
from events.desk.lists.gate import ROW_COLUMNS
from events.desk.services import log_attendee_list
from events.desk.views.gate_access import Keeper
from participants.enums import AuditAction

SEARCH_KIND = "gate-search"


def looked_for(keeper: Keeper, text: str, chosen: str, now: datetime.datetime) -> Found | None:
    """Return whom a text may mean, or the party chosen by its code; None for neither."""
    if text:
        found = search_at_gate(keeper.event, text)
        log_attendee_list(
            actor=keeper.answerable,
            action=AuditAction.VIEW,
            event=keeper.event,
            columns=ROW_COLUMNS,
            row_count=len(found.parties),
            now=now,
            kind=SEARCH_KIND,
        )
        return found
    if not chosen:
        return None
    party = find_pass(keeper.event, chosen)
    return Found([], refusal=party) if isinstance(party, Refusal) else Found([party])
