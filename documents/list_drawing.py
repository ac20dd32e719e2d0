"""Drawing lists of any length on A4: batch by batch, joined, every page numbered."""

import json
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from documents.engine import forget_drawings, render_pdf, render_pdf_with_facts
from documents.errors import DrawingFailed
from documents.joining import Sheet, join_sheets
from documents.lists import Column, ColumnKind, ListDocument, Row, list_data

# Ten thousand rows in one drawing take over a gigabyte; batches keep memory level.
BATCH_ROWS = 150
# Beyond this a second process draws the second half: the engine works on one core.
ROWS_FOR_TWO = 1500

# Pages kept and bytes of a sheet, as it goes from one process to the other.
_SHEET_HEAD = struct.Struct("!II")

Progress = Callable[[int], None]


def _untold(rows: int) -> None:
    """Tell nobody how far the drawing is."""


def draw_list(document: ListDocument, progress: Progress = _untold) -> bytes:
    """Return the list as an A4 PDF, every page numbered out of the true total.

    `progress` is called with the number of rows drawn so far. Raises DrawingFailed when the
    engine refuses the list.
    """
    sheets = list(_sheets(document, progress))
    total = sum(sheet.page_count for sheet in sheets)
    labels = render_pdf(
        "page_labels",
        {
            "language": document.language,
            "direction": document.direction,
            "is_lying": document.is_lying,
            "words": [
                document.page_pattern % {"page": page, "total": total}
                for page in range(1, total + 1)
            ],
        },
    )
    return join_sheets(sheets, labels, title=document.running_line)


def _sheets(document: ListDocument, progress: Progress) -> Iterator[Sheet]:
    """Yield the drawn pages in order, those of the second half drawn beside the first."""
    if len(document.rows) <= ROWS_FOR_TWO:
        yield from drawn_batches(document, progress)
        return
    half = _first_row_of_second_half(document)
    first = replace(document, rows=document.rows[:half], blank_rows=0)
    second = replace(
        document,
        rows=document.rows[half:],
        first_number=document.first_number + half,
    )
    with _drawn_beside(second) as answer:
        yield from drawn_batches(first, lambda rows: progress(rows * 2))
        yield from answer()


def _first_row_of_second_half(document: ListDocument) -> int:
    """Return a row near the middle that begins a page, if pages hold as many rows as the first do.

    The page before it is not quite full where they do not.
    """
    data = list_data(document, 0, 100, is_last=False)
    _pdf, pages = render_pdf_with_facts("list", data, "row-pages")
    second_page: int = pages.index(2)
    rows_a_page: int = pages.count(2)
    return second_page + (len(document.rows) // 2 - second_page) // rows_a_page * rows_a_page


def drawn_batches(document: ListDocument, progress: Progress = _untold) -> Iterator[Sheet]:
    """Yield drawings of full pages: the last page of a batch is drawn again with the next one."""
    begin = 0
    while True:
        end = min(begin + BATCH_ROWS, len(document.rows))
        is_last = end == len(document.rows)
        data = list_data(document, begin, end, is_last=is_last)
        pdf, row_pages = render_pdf_with_facts("list", data, "row-pages")
        forget_drawings()
        progress(end)
        if is_last:
            yield Sheet(pdf)
            return
        last_page = row_pages[-1]
        yield Sheet(pdf, pages_kept=last_page - 1)
        begin += row_pages.index(last_page)


@contextmanager
def _drawn_beside(document: ListDocument) -> Iterator[Callable[[], list[Sheet]]]:
    """Let another process draw a list; it gets the rows through a pipe, and nothing is kept."""
    process = subprocess.Popen(
        [sys.executable, "-m", "documents.list_drawing"],
        cwd=Path(__file__).resolve().parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )

    def answer() -> list[Sheet]:
        drawn = process.stdout.read() if process.stdout else b""
        if process.wait():
            raise DrawingFailed("list", f"the other process ended with {process.returncode}")
        return list(_unpacked(drawn))

    with process:
        try:
            _hand_over(document, process.stdin)
            yield answer
        finally:
            process.kill()


def _hand_over(document: ListDocument, pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        # A process that died before it read will say so by its answer.
        with suppress(BrokenPipeError):
            pipe.write(json.dumps(document, default=vars).encode())
        with suppress(BrokenPipeError):
            pipe.close()


def _received(facts: dict[str, Any]) -> ListDocument:
    """Return the document another process handed over."""
    columns = [Column(**{**one, "kind": ColumnKind(one["kind"])}) for one in facts["columns"]]
    rows = [Row(**row) for row in facts["rows"]]
    return ListDocument(**{**facts, "columns": columns, "rows": rows})


def _packed(sheet: Sheet) -> bytes:
    """Return a sheet's pages kept (0: all), the length of its PDF, and the PDF."""
    return _SHEET_HEAD.pack(sheet.pages_kept or 0, len(sheet.pdf)) + sheet.pdf


def _unpacked(packed: bytes) -> Iterator[Sheet]:
    at = 0
    while at < len(packed):
        pages_kept, length = _SHEET_HEAD.unpack_from(packed, at)
        at += _SHEET_HEAD.size
        yield Sheet(packed[at : at + length], pages_kept or None)
        at += length


def _draw_for_another_process() -> None:
    """Read a document from standard input, write its sheets to standard output."""
    document = _received(json.load(sys.stdin.buffer))
    # All of them first: whoever reads is drawing too, and a full pipe would make us wait.
    for sheet in list(drawn_batches(document)):
        sys.stdout.buffer.write(_packed(sheet))


if __name__ == "__main__":
    _draw_for_another_process()
