"""Rows as files for spreadsheet programs, safe to open by a double click."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

BYTE_ORDER_MARK = "\ufeff"

# First characters that make a spreadsheet program read a cell as a formula, wide forms included.
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")

# "+92 333 1110566": a sign followed by digits and spaces can compute nothing but itself.
_TELEPHONE = re.compile(r"\+[0-9][0-9 ]{5,18}")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """Yield a CSV file piece by piece: the heading first, then a line for each row.

    UTF-8 with a byte order mark (or Excel reads Urdu as Latin), CRLF, quotes where needed. Text
    that would be taken for a formula gets a leading apostrophe; numbers and telephone numbers in
    international form stay as they are. None is an empty cell.
    """
    yield BYTE_ORDER_MARK.encode() + _line(columns)
    for row in rows:
        yield _line(row)


def inert(value: object) -> object:
    """Return the value as a cell that no spreadsheet program will calculate."""
    if not isinstance(value, str) or _TELEPHONE.fullmatch(value):
        return value
    text = value.replace("\x00", "")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def _line(row: Sequence[object]) -> bytes:
    line = StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow([inert(value) for value in row])
    return line.getvalue().encode()
