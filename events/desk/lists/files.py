"""Making an attendee list as a file: a PDF and what stands on it, or an Excel workbook."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from documents.list_drawing import draw_list
from documents.lists import ListDocument
from documents.workbooks import Value, write_book
from events.desk.lists.changes import changed_rows, fingerprint_of
from events.desk.lists.event_words import words_of
from events.desk.lists.paper import Printing, attendee_document
from events.desk.lists.rows import ListRow, rows_of
from events.desk.lists.shapes import ListShape, heading_of
from events.desk.lists.sheets import book_lines, book_of
from events.desk.selectors.attendees import Party, parties_in_order, whole_list
from events.desk.selectors.prints import places_on_paper
from events.enums import ListPreset, RegistrationState
from events.models import ListFile
from urdu.isolation import isolate_text

Progress = Callable[[int], None]
ROWS_BETWEEN_REPORTS = 500


@dataclass(frozen=True, slots=True)
class DrawnList:
    """A PDF, and (registration id, state, fingerprint) of each of its numbered rows."""

    pdf: bytes
    rows: Sequence[tuple[int, str, str]]


def shape_of(list_file: ListFile) -> ListShape:
    """Return the columns and blank rows a file was asked for with."""
    preset = ListPreset(list_file.preset)
    return ListShape(preset, tuple(list_file.columns), list_file.blank_row_count)


def drawn(
    list_file: ListFile, *, sheet_code: str, now: datetime.datetime, progress: Progress
) -> DrawnList:
    """Return the list as a PDF; raises DrawingFailed."""
    document, facts = _document(list_file, sheet_code, now)
    return DrawnList(draw_list(document, progress), facts)


def _document(
    list_file: ListFile, sheet_code: str, now: datetime.datetime
) -> tuple[ListDocument, list[tuple[int, str, str]]]:
    """Return what is drawn and what is kept of it; the people themselves are let go of."""
    with translation.override(list_file.language):
        rows = _rows(list_file, whole_list(list_file.registration_ids))
        printing = _printing(list_file, sheet_code, now, has_rows=bool(rows))
        document = attendee_document(event=list_file.event, rows=rows, printing=printing)
    facts = [
        (row.registration.pk, row.registration.state, fingerprint_of(_party(row))) for row in rows
    ]
    return document, facts


def _party(row: ListRow) -> Party:
    return Party(row.registration, row.names, row.consent_missing)


def _rows(list_file: ListFile, parties: Sequence[Party]) -> list[ListRow]:
    """Return every party, or only what changed since an earlier sheet."""
    if list_file.since is None:
        return rows_of(parties, language=list_file.language)
    places = places_on_paper(list_file.since)
    listed = set(list_file.registration_ids)
    gone = parties_in_order([pk for pk in places if pk not in listed])
    return changed_rows(parties, gone, places, list_file.language)


def _printing(
    list_file: ListFile, sheet_code: str, now: datetime.datetime, *, has_rows: bool
) -> Printing:
    shape = shape_of(list_file)
    heading = heading_of(shape.preset, RegistrationState(list_file.listed_state))
    notes = tuple(list_file.notes)
    if list_file.since is not None:
        shape = replace(shape, blank_row_count=0)
        code = {"code": isolate_text(list_file.since.sheet_code)}
        since = _("Only what changed since sheet %(code)s.") % code
        nothing = _("Nothing changed since sheet %(code)s.") % code
        changes = _("only what changed")
        heading = f"{heading} · {changes}"
        notes = (*notes, since if has_rows else nothing)
    return Printing(
        username=list_file.asked_by.username,
        now=now,
        language=list_file.language,
        heading=heading,
        shape=shape,
        notes=notes,
        sheet_code=sheet_code,
    )


def write_workbook(path: Path, list_file: ListFile, progress: Progress) -> None:
    """Write the list as an Excel workbook, a batch of rows in memory at a time."""
    language, shape = list_file.language, shape_of(list_file)
    with translation.override(language):
        book = book_of(words_of(list_file.event, language), shape, language)
    lines = book_lines(list_file.registration_ids, shape, language)
    write_book(path, book, _reported(lines, progress))


def _reported(lines: Iterator[list[Value]], progress: Progress) -> Iterator[list[Value]]:
    for count, line in enumerate(lines, 1):
        yield line
        if count % ROWS_BETWEEN_REPORTS == 0:
            progress(count)
