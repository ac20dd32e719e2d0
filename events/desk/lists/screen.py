"""The attendee list as cells for pages: on the screen and for the browser's printer."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from documents.lists import ColumnKind
from events.desk.lists.columns import AttendeeColumn, Medium
from events.desk.lists.rows import ListRow, comma_in, remarks_of
from events.desk.lists.shapes import ListShape, chosen_keys, columns_drawn
from events.enums import RegistrationState
from urdu.isolation import isolate_html, isolate_runs_html

_CELL_KINDS = {
    ColumnKind.NAME: "main",
    ColumnKind.CODE: "number",
    ColumnKind.NUMBER: "number",
    ColumnKind.TICK: "tick",
    ColumnKind.BOX: "tick",
    ColumnKind.SIGNATURE: "signature",
}
# What an empty list says of itself, and what comes next, by whom it would list.
EMPTY_WORDS: dict[RegistrationState, tuple[Promise, Promise]] = {
    RegistrationState.CONFIRMED: (
        _("Nobody is on this list yet"),
        _("People appear here as soon as they register."),
    ),
    RegistrationState.WAITING: (
        _("Nobody is waiting"),
        _("When all places are taken, whoever registers waits here."),
    ),
    RegistrationState.OFFERED: (
        _("No places are offered at the moment"),
        _("Free places are offered to those who wait, and stand here until they answer."),
    ),
    RegistrationState.LAPSED: (
        _("No offer has run out"),
        _("Whoever does not answer an offer in time is listed here."),
    ),
    RegistrationState.CANCELLED: (
        _("Nobody has cancelled"),
        _("Whoever gives their places back is listed here."),
    ),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its column's heading, its words as safe HTML, and how it looks."""

    label: str
    value: SafeString
    kind: str


def headings(medium: Medium, shape: ListShape) -> list[str]:
    """Return the headings of the cells of one medium; party names stand under the name."""
    return [str(column.heading) for column in columns_drawn(medium, shape)]


def cells_of(rows: Sequence[ListRow], medium: Medium, shape: ListShape) -> list[list[Cell]]:
    """Return the cells of every row, in the order of the headings."""
    columns, shown = columns_drawn(medium, shape), chosen_keys(medium, shape)
    return [[_cell(column, row, shown) for column in columns] for row in rows]


def _cell(column: AttendeeColumn, row: ListRow, shown: frozenset[str]) -> Cell:
    kind = _CELL_KINDS.get(column.kind, "")
    if column.kind == ColumnKind.TICK and row.is_all_here:
        kind = "ticked"
    return Cell(str(column.heading), _value(column, row, shown), kind)


def _value(column: AttendeeColumn, row: ListRow, shown: frozenset[str]) -> SafeString:
    text = column.text_of(row)
    if column.kind in (ColumnKind.CODE, ColumnKind.NUMBER):
        return mark_safe(isolate_html(text) if text else "")
    if column.kind == ColumnKind.NAME:
        return _name_with_party(text, row, shown)
    return mark_safe(isolate_runs_html(format_html("{}", text)))


def _name_with_party(name: str, row: ListRow, shown: frozenset[str]) -> SafeString:
    """Isolate names by their own first strong letter: Latin ones stand among Urdu ones."""
    comma = comma_in(row.language)
    party = row.names if "party_names" in shown else ()
    lines = [
        format_html('<span class="attendee__{}">{}</span>', kind, _list_of(words, comma))
        for kind, words in (("remarks", remarks_of(row, shown)), ("party", party))
        if words
    ]
    return format_html("<bdi>{}</bdi>{}", name, mark_safe("".join(lines)))


def _list_of(words: Sequence[str], comma: str) -> SafeString:
    return format_html_join(comma, "<bdi>{}</bdi>", ((word,) for word in words))
