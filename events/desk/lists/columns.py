"""The columns of an attendee list: each defined once, for the screen, for paper and for a sheet."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from documents.lists import ColumnKind
from events.desk.lists.rows import (
    ListRow,
    kind_of,
    language_of,
    members_of,
    photographs_of,
    registered_at,
    registered_in_words,
    state_of,
)
from participants.rules.phones import masked, national_form

SheetValue = str | int | datetime.date
# The broadest letters of a reference, "MWM-WWWWW", on one line: broken in two nobody finds it.
REFERENCE_MM = 29


class Medium(Enum):
    """Where a list is shown."""

    SCREEN = auto()
    PAPER = auto()
    SHEET = auto()


EVERYWHERE = frozenset(Medium)
SCREEN_AND_PAPER = frozenset({Medium.SCREEN, Medium.PAPER})
SCREEN_ONLY = frozenset({Medium.SCREEN})
PAPER_ONLY = frozenset({Medium.PAPER})
SHEET_ONLY = frozenset({Medium.SHEET})
PAPER_AND_SHEET = frozenset({Medium.PAPER, Medium.SHEET})


@dataclass(frozen=True, slots=True)
class AttendeeColumn:
    """One column: its key in the log, its heading, its text for a row, and where it stands.

    `width_mm` is its width on paper; the name alone has none and takes what is left. `value_of`
    is what a sheet calculates or sorts with where that is no text. `choice` is the key it is
    chosen by where two columns show one thing: a phone is masked on paper and whole in a sheet.
    """

    key: str
    heading: Promise
    kind: ColumnKind
    text_of: Callable[[ListRow], str]
    width_mm: float | None = None
    media: frozenset[Medium] = EVERYWHERE
    value_of: Callable[[ListRow], SheetValue] | None = None
    choice: str = ""

    @property
    def chosen_by(self) -> str:
        """Return the key organisers choose it by."""
        return self.choice or self.key


def _phone(row: ListRow) -> str:
    return row.registration.contact.phone


def _nothing(row: ListRow) -> str:
    return ""


def _counted(
    key: str, heading: Promise, count_of: Callable[[ListRow], int], width_mm: float
) -> AttendeeColumn:
    """Return a column of counts, numbers in a sheet."""
    return AttendeeColumn(
        key, heading, ColumnKind.CODE, lambda row: str(count_of(row)), width_mm, value_of=count_of
    )


def _box(key: str, heading: Promise, kind: ColumnKind, width_mm: float) -> AttendeeColumn:
    """Return a column to write in, which only paper has."""
    return AttendeeColumn(key, heading, kind, _nothing, width_mm, PAPER_ONLY)


ATTENDEE_COLUMNS = (
    AttendeeColumn("number", _("No."), ColumnKind.NUMBER, lambda row: str(row.number), 11,
                   value_of=lambda row: row.number),
    AttendeeColumn("name", _("Name"), ColumnKind.NAME,
                   lambda row: row.registration.contact.full_name),
    AttendeeColumn("party_names", _("With"), ColumnKind.TEXT, members_of),
    AttendeeColumn("reference", _("Reference number"), ColumnKind.CODE,
                   lambda row: row.registration.reference, REFERENCE_MM),
    AttendeeColumn("phone_last_four", _("Phone"), ColumnKind.CODE,
                   lambda row: masked(_phone(row)), 18, SCREEN_AND_PAPER, choice="phone"),
    AttendeeColumn("phone", _("Phone"), ColumnKind.CODE,
                   lambda row: national_form(_phone(row)), media=SHEET_ONLY),
    _counted("party_size", _("People"), lambda row: row.registration.party_size, 13),
    _counted("minors", _("Under 18"), lambda row: row.registration.minors_count, 15),
    AttendeeColumn("kind", _("Kind of party"), ColumnKind.TEXT, kind_of, 30),
    AttendeeColumn("group_name", _("School or organisation"), ColumnKind.TEXT,
                   lambda row: row.registration.group_name, 42),
    AttendeeColumn("consent_missing", _("Consent missing"), ColumnKind.CODE,
                   lambda row: str(row.consent_missing or ""), 19,
                   value_of=lambda row: row.consent_missing or ""),
    AttendeeColumn("no_photographs", _("No photographs"), ColumnKind.TEXT, photographs_of, 20),
    AttendeeColumn("state", _("Status"), ColumnKind.TEXT, state_of, 24),
    AttendeeColumn("language", _("Language"), ColumnKind.TEXT, language_of, 19),
    AttendeeColumn("registered_at", _("Registered at"), ColumnKind.TEXT, registered_in_words,
                   media=SCREEN_ONLY),
    AttendeeColumn("registered_at", _("Registered at"), ColumnKind.CODE,
                   lambda row: f"{registered_at(row):%Y-%m-%d %H:%M}", 31, PAPER_AND_SHEET,
                   registered_at),
    AttendeeColumn("registered_on", _("Day of registration"), ColumnKind.CODE,
                   lambda row: f"{registered_at(row):%Y-%m-%d}", 24,
                   value_of=lambda row: registered_at(row).date()),
    AttendeeColumn("arrived", _("Arrived"), ColumnKind.CODE,
                   lambda row: str(row.arrived_count or ""), 17,
                   value_of=lambda row: row.arrived_count),
    _box("present", _("Present"), ColumnKind.TICK, 14),
    _box("boarded", _("On board"), ColumnKind.BOX, 15),
    _box("handed_out", _("Handed out"), ColumnKind.BOX, 16),
    _box("signature", _("Signature"), ColumnKind.SIGNATURE, 38),
)  # fmt: skip
