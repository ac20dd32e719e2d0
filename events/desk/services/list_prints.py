"""Keeping what was printed of a list: the numbers on the paper, and what changed since."""

import datetime
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from directory.models import User
from events.enums import ListPreset, RegistrationState
from events.models import Event, ListPrint
from participants.rules.references import REFERENCE_ALPHABET

SHEET_CODE_LENGTH = 5
PrintedRowFacts = tuple[int, str, str]


def new_sheet_code() -> str:
    """Return e.g. "7K2QF", to be read off paper: no letter looks like a digit."""
    return "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(SHEET_CODE_LENGTH))


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What a list on paper consists of; rows are (registration id, state, fingerprint)."""

    language: str
    preset: ListPreset
    listed_state: RegistrationState
    columns: Sequence[str]
    rows: Sequence[PrintedRowFacts]
    blank_row_count: int = 0
    since: ListPrint | None = None
    is_part: bool = False
    code: str = field(default_factory=new_sheet_code)


def record_print(
    *, event: Event, actor: User, facts: SheetFacts, now: datetime.datetime
) -> ListPrint:
    """Keep which registrations stand on a sheet, in the order of its row numbers."""
    return ListPrint.objects.create(
        event=event,
        sheet_code=facts.code,
        printed_by=actor,
        printed_at=now,
        language=facts.language,
        preset=facts.preset,
        listed_state=facts.listed_state,
        columns=list(facts.columns),
        rows=[list(row) for row in facts.rows],
        row_count=len(facts.rows),
        blank_row_count=facts.blank_row_count,
        since=facts.since,
        is_part=facts.is_part,
    )
