"""What was printed of an event's list, and whose row is whose on a sheet of paper."""

import re
from dataclasses import dataclass

from django.db.models import QuerySet

from events.enums import ListPreset, RegistrationState
from events.models import Event, ListPrint, Registration
from urdu.digits import to_latin_digits

_NOT_IN_A_CODE = re.compile(r"[^0-9A-Z]+")


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One numbered row of a printed sheet; `state` is what it was when it was printed.

    `registration` is as it is now, its contact loaded; after an erasure the name is "".
    """

    number: int
    registration: Registration
    state: str


def prints_of(event: Event) -> QuerySet[ListPrint]:
    """Return what was printed of an event, the latest first, without the rows themselves."""
    return ListPrint.objects.filter(event=event).select_related("printed_by").defer("rows")


def print_with_code(event: Event, typed: str) -> ListPrint | None:
    """Return the sheet whose code somebody read off the paper, or None: spaces do not matter."""
    code = _NOT_IN_A_CODE.sub("", to_latin_digits(typed).upper())
    return ListPrint.objects.filter(event=event, sheet_code=code).first()


def rows_of_print(list_print: ListPrint) -> list[PrintedRow]:
    """Return the numbered rows of a sheet in printed order; one query.

    A number whose registration is gone from the database is left out, so look rows up by
    `number` and not by their place in the list.
    """
    found = (
        Registration.objects.filter(event=list_print.event_id)
        .select_related("contact")
        .in_bulk(list_print.registration_ids)
    )
    return [
        PrintedRow(number, found[pk], state)
        for number, (pk, state, _fingerprint) in enumerate(list_print.rows, 1)
        if pk in found
    ]


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """Where somebody stands on paper already, and the fingerprint of what is said there."""

    sheet_code: str
    number: int
    fingerprint: str


def last_print_of(event: Event, state: RegistrationState) -> ListPrint | None:
    """Return the latest sheet of a whole list of one state, with names on it."""
    whole = prints_of(event).filter(is_part=False, listed_state=state)
    return whole.exclude(preset=ListPreset.STATISTICS).first()


def places_on_paper(list_print: ListPrint) -> dict[int, PrintedPlace]:
    """Return who stands on a sheet, or on those it goes on from, by registration; latest wins.

    Whoever was printed as no longer on the list stands on no paper.
    """
    places: dict[int, PrintedPlace] = {}
    for sheet in reversed(_with_earlier_sheets(list_print)):
        for number, (pk, state, fingerprint) in enumerate(sheet.rows, 1):
            if state == sheet.listed_state:
                places[pk] = PrintedPlace(sheet.sheet_code, number, fingerprint)
            else:
                places.pop(pk, None)
    return places


def _with_earlier_sheets(list_print: ListPrint) -> list[ListPrint]:
    """Return a sheet, the one it goes on from, and so on to a whole list."""
    sheets = [list_print]
    while (earlier := sheets[-1].since) is not None:
        sheets.append(earlier)
    return sheets
