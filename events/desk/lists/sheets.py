"""The attendee list as lines of a sheet, made as they are read."""

from collections.abc import Iterator, Sequence

from django.utils import translation

from events.desk.lists.columns import ListRow, Medium, columns_for
from events.desk.selectors import registrations_in_batches


def sheet_headings() -> list[str]:
    """Return the first line."""
    return [str(column.heading) for column in columns_for(Medium.SHEET)]


def sheet_lines(ids: Sequence[int], language: str) -> Iterator[list[str]]:
    """Yield a line for each registration, a batch in memory at a time.

    The language is set for every line: the answer is streamed after the request's own language
    is gone.
    """
    columns = columns_for(Medium.SHEET)
    for number, registration in enumerate(registrations_in_batches(ids), 1):
        row = ListRow(number, registration, language)
        with translation.override(language):
            line = [column.text_of(row) for column in columns]
        yield line
