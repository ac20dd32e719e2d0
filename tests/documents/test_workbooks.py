"""Workbooks, read back by two readers that share no code with their writer."""

import datetime
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from documents.workbooks import Book, BookColumn, CellKind, Value, write_book

NOON = datetime.datetime(2027, 7, 1, 12, 0)  # noqa: DTZ001 - sheets know no zones
COLUMNS = (
    BookColumn("نمبر شمار", CellKind.NUMBER),
    BookColumn("نام", width=28),
    BookColumn("فون"),
    BookColumn("رجسٹریشن کا وقت", CellKind.MOMENT),
    BookColumn("رجسٹریشن کا دن", CellKind.DAY),
)
ROW: Sequence[Value] = (1, "کوثر پروین", "0399-1234567", NOON, NOON.date())
HOSTILE = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "http://example.org", "{=1+1}", "007"]


def written(path: Path, rows: list[Sequence[Value]], *, is_right_to_left: bool = True) -> Path:
    """Return a workbook of these rows."""
    file = path / "list.xlsx"
    book = Book("شرکا کی فہرست", "آگاہی واک & لاہور", COLUMNS, is_right_to_left)
    write_book(file, book, rows)
    return file


def test_workbook_keeps_text_numbers_and_karachi_times_for_one_reader(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path, [ROW])).active

    assert [cell.value for cell in sheet[1]] == [column.heading for column in COLUMNS]
    assert [cell.value for cell in sheet[2]] == [*ROW[:4], datetime.datetime(2027, 7, 1)]  # noqa: DTZ001
    assert [cell.data_type for cell in sheet[2]] == ["n", "s", "s", "d", "d"]
    assert sheet["D2"].number_format == "yyyy-mm-dd hh:mm"


def test_workbook_says_the_same_to_another_reader(tmp_path: Path) -> None:
    workbook = CalamineWorkbook.from_path(written(tmp_path, [ROW]))

    assert workbook.sheet_names == ["شرکا کی فہرست"]
    rows = workbook.get_sheet_by_index(0).to_python()
    assert rows[0] == [column.heading for column in COLUMNS]
    assert rows[1] == list(ROW)


@pytest.mark.parametrize("is_right_to_left", [True, False])
def test_workbook_runs_in_the_direction_of_its_language(
    tmp_path: Path, is_right_to_left: bool
) -> None:
    file = written(tmp_path, [ROW], is_right_to_left=is_right_to_left)

    sheet = openpyxl.load_workbook(file).active

    assert bool(sheet.sheet_view.rightToLeft) is is_right_to_left
    assert sheet["B2"].alignment.readingOrder == (2 if is_right_to_left else 1)


def test_workbook_keeps_its_heading_in_sight_and_on_paper(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path, [ROW] * 3)).active

    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.auto_filter.ref == "A1:E4"
    assert sheet.oddHeader.center.text == "آگاہی واک && لاہور"
    assert sheet.oddFooter.center.text == "&P / &N"


@pytest.mark.parametrize("name", HOSTILE)
def test_workbook_calculates_and_links_nothing(tmp_path: Path, name: str) -> None:
    file = written(tmp_path, [(1, name, name, NOON, NOON.date())])

    cells = openpyxl.load_workbook(file).active[2][1:3]

    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [
        (name, "s", None)
    ] * 2
    assert CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()[1][1:3] == [name] * 2
    with zipfile.ZipFile(file) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_workbook_survives_what_no_cell_may_hold(tmp_path: Path) -> None:
    file = written(tmp_path, [(1, "a\x00b\x0b", "x" * 40_000, NOON, NOON.date())])

    row = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()[1]

    assert (row[0], str(row[1])[0], len(str(row[2]))) == (1, "a", 32_000)


def test_workbook_leaves_empty_what_is_empty(tmp_path: Path) -> None:
    file = written(tmp_path, [("", "", "", "", "")])

    assert openpyxl.load_workbook(file).active["A2"].value is None


def test_workbook_of_nobody_has_its_heading(tmp_path: Path) -> None:
    rows = CalamineWorkbook.from_path(written(tmp_path, [])).get_sheet_by_index(0).to_python()

    assert rows == [[column.heading for column in COLUMNS]]


@pytest.mark.parametrize("name", ["a/b:c?*[x]'", "م" * 60, "   ", ""])
def test_workbook_takes_any_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / "list.xlsx"
    write_book(file, Book(name, "واک", COLUMNS, is_right_to_left=True), [ROW])

    assert 1 <= len(openpyxl.load_workbook(file).sheetnames[0]) <= 31
