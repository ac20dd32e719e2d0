"""Rows as an Excel workbook, safe to open by a double click, however many there are."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

# A spreadsheet program shows no more than this of one cell, nor takes more.
LONGEST_CELL = 32_000
LONGEST_SHEET_NAME = 31
# What sheet names may not hold.
_NOT_IN_NAMES = str.maketrans(dict.fromkeys(r"[]:*?/\'", " "))


class CellKind(StrEnum):
    """How a column's cells are written: telephone numbers and codes stay text."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True)
class BookColumn:
    """One column; its width counts letters."""

    heading: str
    kind: CellKind = CellKind.TEXT
    width: int = 12


@dataclass(frozen=True)
class Book:
    """What a workbook says besides its rows. `running_line` heads every printed page."""

    name: str
    running_line: str
    columns: Sequence[BookColumn]
    is_right_to_left: bool


Value = str | int | datetime.date


def write_book(path: Path, book: Book, rows: Iterable[Sequence[Value]]) -> None:
    """Write a workbook of one sheet; only a row at a time is in memory.

    Text is never read as a formula, a number or a link. Days and moments carry no zone, as
    sheets know none: hand them over by the clock they should show. "" is an empty cell.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(path, options) as workbook:
        sheet = workbook.add_worksheet(_sheet_name(book.name))
        formats = _formats(workbook, book)
        _set_up(sheet, book, formats)
        writers = [_writer(sheet, formats[column.kind], column.kind) for column in book.columns]
        count = 0
        for count, row in enumerate(rows, 1):
            for position, (write, value) in enumerate(zip(writers, row, strict=True)):
                if value != "":
                    write(count, position, value)
        sheet.autofilter(0, 0, count, len(book.columns) - 1)


def _sheet_name(name: str) -> str:
    return name.translate(_NOT_IN_NAMES)[:LONGEST_SHEET_NAME].strip() or "1"


def _formats(workbook: Any, book: Book) -> Mapping[str, Any]:
    order = {"reading_order": 2 if book.is_right_to_left else 1, "valign": "top"}
    return {
        "heading": workbook.add_format({**order, "bold": True, "bottom": 2, "text_wrap": True}),
        CellKind.TEXT: workbook.add_format({**order, "num_format": "@"}),
        CellKind.NUMBER: workbook.add_format({**order, "num_format": "0"}),
        CellKind.DAY: workbook.add_format({**order, "num_format": "yyyy-mm-dd"}),
        CellKind.MOMENT: workbook.add_format({**order, "num_format": "yyyy-mm-dd hh:mm"}),
    }


def _set_up(sheet: Any, book: Book, formats: Mapping[str, Any]) -> None:
    """Write the heading, kept in sight and on every printed page."""
    if book.is_right_to_left:
        sheet.right_to_left()
    for position, column in enumerate(book.columns):
        sheet.set_column(position, position, column.width, formats[column.kind])
        sheet.write_string(0, position, column.heading, formats["heading"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&C{book.running_line.replace('&', '&&')}")
    sheet.set_footer("&C&P / &N")


def _writer(sheet: Any, cell_format: Any, kind: CellKind) -> Any:
    """Return what writes one value of a column, checked to be written."""
    methods = {
        CellKind.TEXT: sheet.write_string,
        CellKind.NUMBER: sheet.write_number,
        CellKind.DAY: sheet.write_datetime,
        CellKind.MOMENT: sheet.write_datetime,
    }
    method = methods[kind]

    def write(row: int, position: int, value: Value) -> None:
        shown = value[:LONGEST_CELL] if isinstance(value, str) else value
        if method(row, position, shown, cell_format):
            raise XlsxWriterException(f"row {row}, column {position} could not be written")

    return write
