"""What a list on A4 says, and how its words are handed to the drawing engine."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from documents.glyphs import drawable
from urdu.isolation import isolate_runs_text

# What a row can hold and still stand on one page; longer text ends in an ellipsis.
CELL_LETTERS = 120
SECOND_LINE_LETTERS = 600

# A word longer than the narrowest column of names may be broken, or it would cover its neighbours.
_LONG_WORD = re.compile(r"\S{24}(?=\S)")
_BREAK_HERE = "\u200b"


class ColumnKind(StrEnum):
    """What stands in a column's cells."""

    TEXT = "text"
    NAME = "name"
    CODE = "code"
    NUMBER = "number"
    TICK = "tick"
    BOX = "box"
    SIGNATURE = "signature"


@dataclass(frozen=True)
class Column:
    """One column; without a width it takes its share of what the others leave.

    `key` picks the row's value for TEXT, NAME and CODE. CODE keeps references, telephone numbers
    and counts in their order; NUMBER prints the row's number; TICK is a box that may be ticked
    already, BOX one that never is, SIGNATURE a long one.
    """

    key: str
    heading: str
    width_mm: float | None = None
    align: Literal["start", "center", "end"] = "start"
    kind: ColumnKind = ColumnKind.TEXT
    share: int = 1


@dataclass(frozen=True)
class Row:
    """One line: values by column key; the second line stands small under the name."""

    values: Mapping[str, str]
    second_line: str = ""
    is_ticked: bool = False


@dataclass(frozen=True)
class ListDocument:
    """Everything a list says, in the reader's language; numbers keep their order by themselves.

    `running_line` heads every page after the first and should name the occasion and the place.
    `sheet_line` stands beneath the page number, to be found at once on paper.
    `page_pattern` holds %(page)d and %(total)d. `summary` pairs a label with a figure.
    """

    language: str
    direction: Literal["ltr", "rtl"]
    title: str
    running_line: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    page_pattern: str
    printed_line: str
    confidential_line: str = ""
    sheet_line: str = ""
    eyebrow: str = ""
    lines: Sequence[str] = ()
    summary: Sequence[tuple[str, str]] = ()
    notes: Sequence[str] = ()
    blank_rows: int = 0
    blank_heading: str = ""
    first_number: int = 1
    is_lying: bool = False


def list_data(document: ListDocument, begin: int, end: int, *, is_last: bool) -> dict[str, object]:
    """Return what documents/templates/list.typ reads."""
    return {
        "language": document.language,
        "direction": document.direction,
        "is_lying": document.is_lying,
        "is_first": begin == 0 and document.first_number == 1,
        "eyebrow": _in_order(document.eyebrow),
        "title": _in_order(document.title),
        "running_line": _in_order(document.running_line),
        "lines": [_in_order(line) for line in document.lines],
        "summary": [[_in_order(label), _in_order(figure)] for label, figure in document.summary],
        "notes": [_in_order(note) for note in document.notes],
        "printed_line": _in_order(document.printed_line),
        "confidential_line": _in_order(document.confidential_line),
        "sheet_line": _in_order(document.sheet_line),
        "columns": [_column_data(column) for column in document.columns],
        "rows": [
            _row_data(document, row, document.first_number + begin + offset)
            for offset, row in enumerate(document.rows[begin:end])
        ],
        "blank_heading": _in_order(document.blank_heading),
        "blank_rows": [_row_data(document, Row({}), None)] * (document.blank_rows * is_last),
    }


def _column_data(column: Column) -> dict[str, object]:
    return {
        "heading": _in_order(column.heading),
        "width_mm": column.width_mm,
        "share": column.share,
        "align": column.align,
        "kind": column.kind.value,
    }


def _row_data(document: ListDocument, row: Row, number: int | None) -> dict[str, object]:
    """Return one row; walk-ins' blank rows have no number, as they stand for nobody yet."""
    return {
        "number": "" if number is None else str(number),
        "is_fifth": number is not None and number % 5 == 0,
        "is_ticked": row.is_ticked,
        "second_line": _fitting(row.second_line, SECOND_LINE_LETTERS),
        "cells": [
            _fitting(row.values.get(column.key, ""), CELL_LETTERS) for column in document.columns
        ],
    }


def _fitting(text: str, letters: int) -> str:
    """Return the text as it can be drawn inside a cell, whatever somebody typed."""
    words = _in_order(text)
    if len(words) > letters:
        words = words[: letters - 1] + "…"
    return _LONG_WORD.sub(rf"\g<0>{_BREAK_HERE}", words)


def _in_order(text: str) -> str:
    """Return the text without a character no face has, its telephone numbers and times isolated."""
    return drawable(isolate_runs_text(text))
