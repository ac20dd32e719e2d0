"""Sheets that people upload, XLSX or CSV, read row by row within limits; nothing is calculated."""

import csv
import datetime
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO, StringIO

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from documents.errors import SheetFault, SheetUnreadable

MAX_BYTES = 1024 * 1024
# A sheet of a thousand names unpacks to a tenth of this; a bomb to thousands of times its size.
MAX_UNPACKED_BYTES = 8 * 1024 * 1024
MAX_PARTS = 200
MAX_ROWS = 1000
# Programs keep empty rows that were once touched; beyond this nobody's list begins.
MAX_EMPTY_ROWS = 20_000
MAX_COLUMNS = 40
MAX_CELL_LETTERS = 500

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS = "\t;,،"


class CellKind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell with its text as it would be read aloud; "" when empty."""

    text: str = ""
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that holds something, with the number the sheet shows beside it."""

    number: int
    cells: tuple[SheetCell, ...]


def column_name(index: int) -> str:
    """Return what a sheet calls its column: 0 is A."""
    return str(get_column_letter(index + 1))


def read_sheet(content: bytes) -> list[SheetRow]:
    """Return the rows that hold something, whatever the file's name claims it to be.

    Raises SheetUnreadable. In merged cells only the first one holds the text.
    """
    if len(content) > MAX_BYTES:
        raise SheetUnreadable(SheetFault.TOO_LARGE)
    if content.startswith(_OLE):
        # Old Excel files and those locked with a password begin alike.
        raise SheetUnreadable(SheetFault.OLD_OR_LOCKED)
    if content.startswith(_ZIP):
        return _within_limits(_workbook_rows(content))
    text = _decoded(content)
    if text.lstrip().startswith("<"):
        # A web page: what some programs save under the name of a sheet.
        raise SheetUnreadable(SheetFault.NOT_A_SHEET)
    return read_lines(text)


def read_lines(text: str) -> list[SheetRow]:
    """Return the rows of separated text, as in CSV or pasted out of a sheet."""
    lines = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
    try:
        return _within_limits([_text_cell(cell) for cell in line] for line in lines)
    except csv.Error as error:
        raise SheetUnreadable(SheetFault.NOT_A_SHEET) from error


def _within_limits(rows: Iterable[Sequence[SheetCell]]) -> list[SheetRow]:
    found: list[SheetRow] = []
    for number, cells in enumerate(rows, 1):
        filled = [index for index, cell in enumerate(cells[:MAX_COLUMNS]) if cell.text]
        if number > MAX_EMPTY_ROWS or (filled and len(found) == MAX_ROWS):
            raise SheetUnreadable(SheetFault.TOO_MANY_ROWS)
        if filled:
            found.append(SheetRow(number, tuple(cells[: filled[-1] + 1])))
    return found


def _decoded(content: bytes) -> str:
    try:
        if content.startswith(_UTF_16):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetUnreadable(SheetFault.NOT_A_SHEET) from error


def _separator(text: str) -> str:
    """Return what separates the cells: whatever stands most often in the first filled line."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=first.count) if any(s in first for s in _SEPARATORS) else ","


def _text_cell(text: str) -> SheetCell:
    shown = text.strip()[:MAX_CELL_LETTERS]
    is_formula = shown.startswith("=")
    return SheetCell(shown, CellKind.FORMULA if is_formula else CellKind.TEXT)


def _workbook_rows(content: bytes) -> Iterator[list[SheetCell]]:
    try:
        _refuse_bombs(content)
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        # What the file claims to be its last row would hide the rows after it.
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_col=MAX_COLUMNS):
            yield [_workbook_cell(cell) for cell in row]
    except SheetUnreadable:
        raise
    except Exception as error:
        # A broken file can break the reader anywhere.
        raise SheetUnreadable(SheetFault.NOT_A_SHEET) from error


def _refuse_bombs(content: bytes) -> None:
    """Refuse what would unpack to more than a list of names.

    The sizes are what the file claims; the reader unpacks no more than that.
    """
    parts = zipfile.ZipFile(BytesIO(content)).infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise SheetUnreadable(SheetFault.TOO_LARGE)


def _workbook_cell(cell: object) -> SheetCell:
    value = getattr(cell, "value", None)
    if value is None:
        return SheetCell()
    if getattr(cell, "data_type", "") == "f":
        return SheetCell(str(value)[:MAX_CELL_LETTERS], CellKind.FORMULA)
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return SheetCell(str(value), CellKind.DATE)
    if isinstance(value, int | float):
        whole = isinstance(value, float) and value.is_integer()
        return SheetCell(str(int(value) if whole else value), CellKind.NUMBER)
    return SheetCell(str(value).strip()[:MAX_CELL_LETTERS])
