"""A list of names as people have it, pasted or in a sheet, read row by row with what is wrong."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from documents.sheet_reading import CellKind, SheetCell, SheetRow, column_name, read_lines
from participants.forms import clean_name
from urdu.cleaning import clean_line
from urdu.digits import to_latin_digits
from urdu.folding import fold

# As far down as somebody writes a title above the headings.
HEADING_ROWS = 10
TYPED_LETTERS = 60
_EXACT_HEADINGS = {
    fold(words)
    for words in (
        "name", "names", "full name", "student", "students", "student name", "name of student",
        "نام", "پورا نام", "طالب علم", "طلبہ", "طالب علم کا نام", "بچے کا نام",
    )
}  # fmt: skip
_NAME_WORDS = {fold("name"), fold("names"), fold("نام")}
# A heading with one of these names somebody else, or something else.
_OTHER_WORDS = {
    fold(word)
    for word in (
        "father", "fathers", "mother", "guardian", "parent", "school", "class", "teacher", "user",
        "والد", "والدہ", "سرپرست", "سکول", "اسکول", "جماعت", "استاد", "مدرسہ", "مدرسے",
    )
}  # fmt: skip
# "12. ", "۱۲) ", "3 - " before a pasted name.
_LIST_NUMBER = re.compile(r"^\s*[0-9]{1,4}\s*(?:[.)\-:،۔]|\s)\s*(?=\D)")


@dataclass(frozen=True, slots=True)
class NameFault:
    """One row that cannot be taken: where it stands, what stands there, what to do about it."""

    row: int
    column: str
    typed: str
    message: str


@dataclass(frozen=True, slots=True)
class NameList:
    """What was read: good names in order, faults, every line again, and names that stand twice."""

    names: tuple[str, ...]
    faults: tuple[NameFault, ...]
    lines: tuple[str, ...]
    repeated: tuple[tuple[str, tuple[int, ...]], ...]


class NoColumnOfNames(Exception):
    """Nobody can tell which column holds the names; the message says what to do."""


def pasted_rows(text: str) -> list[SheetRow]:
    """Return pasted lines as rows; with tabs in them they come out of a sheet.

    Raises SheetUnreadable when there are more than any group has.
    """
    if "\t" in text:
        return read_lines(text)
    lines = enumerate(text.splitlines(), 1)
    return [SheetRow(number, (_line_cell(line),)) for number, line in lines if clean_line(line)]


def names_in(rows: Sequence[SheetRow]) -> NameList:
    """Return the names of the one column that holds them; every other column is ignored.

    Raises NoColumnOfNames.
    """
    column, begin = _place_of_names(rows)
    has_columns = any(len(row.cells) > 1 for row in rows)
    label = column_name(column) if has_columns else ""
    names, faults, lines = [], [], []
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows[begin:]:
        cell = row.cells[column] if column < len(row.cells) else SheetCell()
        lines.append(clean_line(cell.text))
        try:
            name = _name_of(cell)
        except ValidationError as error:
            faults.append(NameFault(row.number, label, _shown(cell), " ".join(error.messages)))
            continue
        names.append(name)
        found[fold(name)].append(row.number)
    repeated = [(names_at, found[fold(names_at)]) for names_at in dict.fromkeys(names)]
    return NameList(
        tuple(names),
        tuple(faults),
        tuple(lines),
        tuple((name, tuple(at)) for name, at in repeated if len(at) > 1),
    )


def _line_cell(line: str) -> SheetCell:
    text = _LIST_NUMBER.sub("", to_latin_digits(line))
    return SheetCell(text, CellKind.FORMULA if text.lstrip().startswith("=") else CellKind.TEXT)


def _place_of_names(rows: Sequence[SheetRow]) -> tuple[int, int]:
    """Return the column of the names and how many rows stand above them."""
    for above, row in enumerate(rows[:HEADING_ROWS]):
        column = _headed(row)
        if column is not None:
            return column, above + 1
    with_letters = {
        index for row in rows for index, cell in enumerate(row.cells) if _has_letters(cell)
    }
    if len(with_letters) == 1:
        return with_letters.pop(), 0
    if not with_letters and all(len(row.cells) == 1 for row in rows):
        return 0, 0
    raise NoColumnOfNames(
        _(
            "We cannot tell which column holds the names. Write “Name” above it, or keep only "
            "that column."
        )
    )


def _headed(row: SheetRow) -> int | None:
    """Return which cell of a row is the heading of names, if exactly one is."""
    headings = {index: fold(cell.text) for index, cell in enumerate(row.cells)}
    exact = [index for index, words in headings.items() if words in _EXACT_HEADINGS]
    if exact:
        return exact[0]
    like = [index for index, words in headings.items() if _is_like_a_heading(set(words.split()))]
    return like[0] if len(like) == 1 and len(row.cells) > 1 else None


def _is_like_a_heading(words: set[str]) -> bool:
    return bool(words & _NAME_WORDS) and not words & _OTHER_WORDS


def _has_letters(cell: SheetCell) -> bool:
    return cell.kind != CellKind.NUMBER and any(letter.isalpha() for letter in cell.text)


def _name_of(cell: SheetCell) -> str:
    if cell.kind == CellKind.FORMULA:
        raise ValidationError(_("This is a formula. Write the name itself."))
    if cell.kind == CellKind.DATE:
        raise ValidationError(_("This is a date, not a name."))
    if not clean_line(cell.text):
        raise ValidationError(
            _("The name is missing. Of merged cells only the first one holds it.")
        )
    return clean_name(cell.text)


def _shown(cell: SheetCell) -> str:
    text = clean_line(cell.text)
    return text if len(text) <= TYPED_LETTERS else f"{text[:TYPED_LETTERS]}…"
