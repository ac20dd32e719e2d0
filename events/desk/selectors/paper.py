"""Whose rows were typed off a sheet, and what would become of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from events.attendance.selectors import arrived_by_registration
from events.desk.selectors.prints import rows_of_print
from events.enums import RegistrationState
from events.models import ListPrint, PaperEntry, Registration, SheetPhotograph


class RowFate(StrEnum):
    """What recording does to one row."""

    COUNTED = "counted"
    ALREADY_IN = "already-in"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One row of a sheet that was typed: whose it is, how many are in, how many would be added."""

    number: int
    registration: Registration
    arrived: int
    adds: int
    fate: RowFate


@dataclass(frozen=True, slots=True)
class TypedSheet:
    """What numbers came to: rows found, and numbers that are not on the sheet."""

    rows: list[TypedRow]
    missing: list[int]

    @property
    def people(self) -> int:
        """How many people would be counted."""
        return sum(row.adds for row in self.rows)

    def of(self, fate: RowFate) -> list[TypedRow]:
        """Return the rows with one fate."""
        return [row for row in self.rows if row.fate == fate]


def typed_rows(list_print: ListPrint, counts: Mapping[int, int | None]) -> TypedSheet:
    """Return whose rows were typed; two queries however many they are.

    `counts` gives how many of a party came, None for all of it.
    """
    by_number = {row.number: row.registration for row in rows_of_print(list_print)}
    found = {number: by_number[number] for number in counts if number in by_number}
    arrived = arrived_by_registration(one.pk for one in found.values())
    rows = [
        _row(number, one, arrived.get(one.pk, 0), counts[number]) for number, one in found.items()
    ]
    return TypedSheet(rows, [number for number in counts if number not in by_number])


def _row(number: int, registration: Registration, arrived: int, wanted: int | None) -> TypedRow:
    room = registration.party_size - arrived
    if registration.state != RegistrationState.CONFIRMED:
        return TypedRow(number, registration, arrived, 0, RowFate.REFUSED)
    if room <= 0:
        return TypedRow(number, registration, arrived, 0, RowFate.ALREADY_IN)
    if wanted is not None and wanted > room:
        return TypedRow(number, registration, arrived, 0, RowFate.REFUSED)
    return TypedRow(number, registration, arrived, wanted or room, RowFate.COUNTED)


def entries_of(list_print: ListPrint) -> QuerySet[PaperEntry]:
    """Return what was typed off a sheet, the latest first."""
    return PaperEntry.objects.filter(list_print=list_print).select_related("made_by")


def photographs_of(list_print: ListPrint) -> QuerySet[SheetPhotograph]:
    """Return the photographs of a sheet without their pixels, the first one first."""
    return SheetPhotograph.objects.filter(list_print=list_print).defer("content")
