"""The attendee list as lines of a sheet, made as they are read."""

from collections.abc import Iterator, Sequence

from django.utils import translation

from events.desk.lists.columns import Medium, columns_for, rows_of
from events.desk.selectors import parties_in_batches


def sheet_headings() -> list[str]:
    """Return the first line."""
    return [str(column.heading) for column in columns_for(Medium.SHEET)]


def sheet_lines(ids: Sequence[int], language: str) -> Iterator[list[str]]:
    """Yield a line for each registration, only a batch in memory at a time.

    The language is set for every batch: the answer is streamed after the request's own language
    is gone.
    """
    columns = columns_for(Medium.SHEET)
    first_number = 1
    for parties in parties_in_batches(ids):
        rows = rows_of(parties, language=language, first_number=first_number)
        with translation.override(language):
            lines = [[column.text_of(row) for column in columns] for row in rows]
        yield from lines
        first_number += len(rows)
