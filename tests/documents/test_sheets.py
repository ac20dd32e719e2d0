"""CSV files: readable in Excel, calculated nowhere."""

import csv
from collections.abc import Iterator

import pytest

from documents.sheets import write_csv


def test_write_csv_is_utf8_with_byte_order_mark_and_crlf() -> None:
    written = b"".join(write_csv(["نام", "فون"], [["کوثر", "0333-1110566"]]))

    assert written == "\ufeffنام,فون\r\nکوثر,0333-1110566\r\n".encode()


def test_write_csv_quotes_commas_quotes_and_line_breaks() -> None:
    written = b"".join(write_csv(["a"], [['x,"y"\nz']]))

    assert list(csv.reader(written.decode("utf-8-sig").splitlines(keepends=True))) == [
        ["a"],
        ['x,"y"\nz'],
    ]


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "+92=1", "+92 333-1"],
)
def test_write_csv_makes_formulas_inert(typed: str) -> None:
    written = b"".join(write_csv(["a"], [[typed]])).decode("utf-8-sig")

    cell = list(csv.reader(written.splitlines(keepends=True)))[1][0]
    assert cell.startswith("'")
    assert cell.endswith(typed[-1])


def test_write_csv_makes_formulas_in_headings_inert() -> None:
    written = b"".join(write_csv(["=1+1"], []))

    assert written == "\ufeff'=1+1\r\n".encode()


@pytest.mark.parametrize("typed", ["+923331110566", "+92 333 1110566", "0333-1110566", "LHE-7K2QF"])
def test_write_csv_leaves_telephones_and_references_as_they_are(typed: str) -> None:
    written = b"".join(write_csv(["a"], [[typed]])).decode("utf-8-sig")

    assert written == f"a\r\n{typed}\r\n"


def test_write_csv_writes_numbers_as_numbers_and_none_as_nothing() -> None:
    written = b"".join(write_csv(["a", "b"], [[-3, None]])).decode("utf-8-sig")

    assert written == "a,b\r\n-3,\r\n"


def test_write_csv_asks_for_rows_one_at_a_time() -> None:
    asked: list[int] = []

    def rows() -> Iterator[list[int]]:
        for number in range(3):
            asked.append(number)
            yield [number]

    pieces = write_csv(["a"], rows())
    next(pieces)
    next(pieces)

    assert asked == [0]
