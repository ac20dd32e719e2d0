"""Looking for somebody at the gate; each look that names people has its line in the log."""

import datetime

from django.utils.http import urlencode

from events.attendance.rules import Refusal
from events.attendance.selectors import Found, find_pass, parties_of, search_at_gate
from events.desk.services import log_attendee_list
from events.desk.views.access import desk_url
from events.desk.views.gate_access import Keeper
from events.models import Registration
from participants.enums import AuditAction

SEARCH_KIND = "gate-search"
SHOWN_COLUMNS = (
    "name",
    "party_names",
    "reference",
    "phone_last_four",
    "party_size",
    "state",
    "arrived",
)
BETWEEN = "."


def typed_parties(keeper: Keeper, typed: str, now: datetime.datetime) -> Found:
    """Return whom the typed text may mean; logged here unless another page shows them."""
    found = search_at_gate(keeper.event, typed)
    if found.has_more or len(found.parties) < 2:
        _log(keeper, len(found.parties), now)
    return found


def chosen_parties(keeper: Keeper, codes: str, now: datetime.datetime) -> Found | None:
    """Return the parties an address names by their codes, None where it names nobody."""
    references = [code for code in codes.split(BETWEEN) if code]
    if len(references) > 1:
        found = Found(parties_of(keeper.event, references))
        _log(keeper, len(found.parties), now)
        return found
    if not references:
        return None
    party = find_pass(keeper.event, references[0])
    return Found([], refusal=party) if isinstance(party, Refusal) else Found([party])


def address_of(parties: list[Registration]) -> str:
    """Return where these parties are shown: their codes, nothing that was typed."""
    codes = BETWEEN.join(party.reference for party in parties)
    page = desk_url("gate", parties[0].event.slug)
    return f"{page}?{urlencode({'pass': codes})}"


def _log(keeper: Keeper, row_count: int, now: datetime.datetime) -> None:
    log_attendee_list(
        actor=keeper.answerable,
        action=AuditAction.VIEW,
        event=keeper.event,
        columns=SHOWN_COLUMNS,
        row_count=row_count,
        now=now,
        kind=SEARCH_KIND,
    )
