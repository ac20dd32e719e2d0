"""The attendee list as lines of a sheet, made as they are read."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from django.utils import translation
from django.utils.translation import gettext as _

from documents.workbooks import Book, BookColumn, CellKind, Value
from events.desk.lists.columns import AttendeeColumn, Medium
from events.desk.lists.event_words import EventWords
from events.desk.lists.rows import ListRow, rows_of
from events.desk.lists.shapes import ListShape, columns_for
from events.desk.selectors.attendees import parties_in_batches

CellValue = TypeVar("CellValue")

_CELL_KINDS = {
    "number": CellKind.NUMBER,
    "party_size": CellKind.NUMBER,
    "minors": CellKind.NUMBER,
    "consent_missing": CellKind.NUMBER,
    "arrived": CellKind.NUMBER,
    "registered_at": CellKind.MOMENT,
    "registered_on": CellKind.DAY,
}
_WIDTHS = {"name": 28, "party_names": 32, "group_name": 32, "number": 7, "registered_at": 18}
_USUAL_WIDTH = 15
_COUNT_WIDTH = 10


def sheet_headings(shape: ListShape) -> list[str]:
    """Return the first line."""
    return [str(column.heading) for column in columns_for(Medium.SHEET, shape)]


def book_of(words: EventWords, shape: ListShape, language: str) -> Book:
    """Return what an Excel file says besides its rows."""
    return Book(
        name=_("Attendee list"),
        running_line=words.running_line,
        columns=[_book_column(column) for column in columns_for(Medium.SHEET, shape)],
        is_right_to_left=language == "ur",
    )


def _book_column(column: AttendeeColumn) -> BookColumn:
    kind = _CELL_KINDS.get(column.key, CellKind.TEXT)
    width = _COUNT_WIDTH if kind == CellKind.NUMBER else _USUAL_WIDTH
    return BookColumn(str(column.heading), kind, _WIDTHS.get(column.key, width))


def sheet_lines(ids: Sequence[int], shape: ListShape, language: str) -> Iterator[list[str]]:
    """Yield a line of text for each registration, only a batch in memory at a time."""
    columns = columns_for(Medium.SHEET, shape)
    return _lines(ids, [column.text_of for column in columns], language)


def book_lines(ids: Sequence[int], shape: ListShape, language: str) -> Iterator[list[Value]]:
    """Yield a line of values for each registration: counts and times are no text."""
    columns = columns_for(Medium.SHEET, shape)
    return _lines(ids, [column.value_of or column.text_of for column in columns], language)


def _lines(
    ids: Sequence[int], cells: Sequence[Callable[[ListRow], CellValue]], language: str
) -> Iterator[list[CellValue]]:
    """Yield lines in a language set for every batch.

    The answer is streamed after the request's own language is gone.
    """
    first_number = 1
    for parties in parties_in_batches(ids):
        rows = rows_of(parties, language=language, first_number=first_number)
        with translation.override(language):
            lines = [[cell_of(row) for cell_of in cells] for row in rows]
        yield from lines
        first_number += len(rows)
