"""Whatever is uploaded: its rows, or one reason why not; no bomb goes off."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.errors import SheetFault, SheetUnreadable
from documents.sheet_reading import (
    MAX_BYTES,
    MAX_CELL_LETTERS,
    MAX_COLUMNS,
    MAX_ROWS,
    CellKind,
    column_name,
    read_lines,
    read_sheet,
)
from tests.documents.sample_sheets import (
    altered,
    bomb,
    entity_bomb,
    lying_bomb,
    workbook,
)

OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
CLASS: list[list[Any]] = [["No", "نام"], [1, "علی"], [2, "زینب"]]


def texts(content: bytes) -> list[tuple[int, list[str]]]:
    """Return number and cells of every row."""
    return [(row.number, [cell.text for cell in row.cells]) for row in read_sheet(content)]


def fault_of(content: bytes) -> SheetFault:
    """Return why a file cannot be read."""
    with pytest.raises(SheetUnreadable) as refused:
        read_sheet(content)
    return refused.value.fault


def test_read_sheet_of_a_workbook_gives_rows_with_the_numbers_shown() -> None:
    content = workbook([*CLASS, [], [3, "بلال"]])

    assert texts(content) == [
        (1, ["No", "نام"]),
        (2, ["1", "علی"]),
        (3, ["2", "زینب"]),
        (5, ["3", "بلال"]),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "،"])
def test_read_sheet_of_csv_finds_encoding_and_separator(encoding: str, separator: str) -> None:
    lines = [separator.join(str(cell) for cell in row) for row in CLASS]

    assert texts("\r\n".join(lines).encode(encoding)) == texts(workbook(CLASS))


def test_read_sheet_keeps_a_quoted_line_break_in_one_cell() -> None:
    assert texts('نام,جماعت\n"علی\nرضا",5'.encode()) == [
        (1, ["نام", "جماعت"]),
        (2, ["علی\nرضا", "5"]),
    ]


def test_read_sheet_tells_formulas_dates_and_numbers_from_text() -> None:
    content = workbook([["=A2&B2", datetime.date(2015, 3, 1), 12.0, 1.5, "علی"]])

    (row,) = read_sheet(content)

    assert [cell.kind for cell in row.cells] == [
        CellKind.FORMULA,
        CellKind.DATE,
        CellKind.NUMBER,
        CellKind.NUMBER,
        CellKind.TEXT,
    ]
    assert [cell.text for cell in row.cells][2:] == ["12", "1.5", "علی"]
    assert read_sheet(b"=1+1,x")[0].cells[0].kind == CellKind.FORMULA


def test_read_sheet_of_merged_cells_leaves_the_others_empty() -> None:
    content = workbook([["نام", "x"], ["علی", 1], ["", 2]], merged="A2:A3")

    assert texts(content)[1:] == [(2, ["علی", "1"]), (3, ["", "2"])]


def test_read_sheet_reads_past_the_last_row_the_file_claims() -> None:
    content = altered(
        workbook(CLASS), "sheet1.xml", lambda data: data.replace(b'ref="A1:B3"', b'ref="A1:B1"')
    )

    assert len(texts(content)) == 3


def test_read_sheet_cuts_cells_and_columns_nobody_needs() -> None:
    content = workbook([["x" * 40_000, *["y"] * 100]])

    (row,) = read_sheet(content)

    assert (len(row.cells[0].text), len(row.cells)) == (MAX_CELL_LETTERS, MAX_COLUMNS)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (OLD_EXCEL, SheetFault.OLD_OR_LOCKED),
        (b"PK\x03\x04 no workbook", SheetFault.NOT_A_SHEET),
        (workbook(CLASS)[:900], SheetFault.NOT_A_SHEET),
        (b"\xff\xd8\xff\xe0 a picture", SheetFault.NOT_A_SHEET),
        (b"\n<html><table>\n<tr><td>Ali</td></tr>", SheetFault.NOT_A_SHEET),
        ("نام\nعمر".encode("cp1256"), SheetFault.NOT_A_SHEET),
        (b'"' + b"x" * 200_000, SheetFault.NOT_A_SHEET),
        (b"x" * (MAX_BYTES + 1), SheetFault.TOO_LARGE),
        (bomb(), SheetFault.TOO_LARGE),
        (lying_bomb(), SheetFault.NOT_A_SHEET),
        (entity_bomb(), SheetFault.NOT_A_SHEET),
        (b"a\n" * (MAX_ROWS + 1), SheetFault.TOO_MANY_ROWS),
        (workbook([[f"name {n}"] for n in range(5000)]), SheetFault.TOO_MANY_ROWS),
        (b"a" + b"\n" * 30_000 + b"b", SheetFault.TOO_MANY_ROWS),
    ],
    ids=[
        "old", "no-zip", "cut", "picture", "web-page", "windows-1256", "endless-cell", "large",
        "bomb", "lying-bomb", "entities", "rows", "5000-rows", "far-apart",
    ],
)  # fmt: skip
def test_read_sheet_says_why_it_cannot(content: bytes, fault: SheetFault) -> None:
    assert fault_of(content) == fault


def test_read_sheet_with_an_absurd_row_number_is_refused() -> None:
    content = altered(
        workbook(CLASS),
        "sheet1.xml",
        lambda data: data.replace(b'<row r="2"', b'<row r="99999999999"'),
    )

    assert fault_of(content) == SheetFault.TOO_MANY_ROWS


@given(st.binary(max_size=400))
def test_read_sheet_of_any_bytes_answers_or_says_why(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"\xff\xfe"):
        try:
            rows = read_sheet(start + content)
        except SheetUnreadable:
            continue
        assert all(row.cells for row in rows)


@given(st.text(max_size=300))
def test_read_lines_of_any_text_answers_or_says_why(text: str) -> None:
    try:
        rows = read_lines(text)
    except SheetUnreadable:
        return
    assert [row.number for row in rows] == sorted({row.number for row in rows})


def test_column_name_is_what_sheets_say() -> None:
    assert [column_name(index) for index in (0, 1, 25, 26)] == ["A", "B", "Z", "AA"]
