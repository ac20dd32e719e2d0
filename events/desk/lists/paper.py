"""The attendee list as it is drawn on A4."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from documents.lists import Column, ColumnKind, ListDocument, Row
from events.desk.lists.columns import AttendeeColumn, Medium
from events.desk.lists.event_words import words_of
from events.desk.lists.rows import ListRow, comma_in, remarks_of
from events.desk.lists.shapes import (
    UPRIGHT_MM,
    ListShape,
    chosen_keys,
    columns_drawn,
    paper_width_mm,
)
from events.models import Event
from urdu.dates import format_clock, format_day
from urdu.isolation import isolate_runs_text, isolate_text
from urdu.letters import LEFT_TO_RIGHT_MARK, POP_DIRECTIONAL_ISOLATE

FIRST_STRONG_ISOLATE = "\u2068"
RIGHT_TO_LEFT_MARK = "\u200f"
_CENTRED = (ColumnKind.CODE, ColumnKind.TICK, ColumnKind.BOX, ColumnKind.NUMBER)


@dataclass(frozen=True, slots=True)
class Printing:
    """Who prints a list, when, in which language and columns, and how the list is headed.

    `notes` say what is not on it; `sheet_code` is "" where nobody will type its rows back.
    """

    username: str
    now: datetime.datetime
    language: str
    heading: str
    shape: ListShape = field(default_factory=ListShape)
    notes: tuple[str, ...] = ()
    sheet_code: str = ""


def printed_line(printing: Printing) -> str:
    """Return who printed a list and when, by the clock of Karachi."""
    local, language = timezone.localtime(printing.now), printing.language
    day, clock = format_day(local.date(), language), format_clock(local, language)
    when = comma_in(language).join((day, clock))
    user = isolate_text(printing.username)
    return isolate_runs_text(_("Printed by %(user)s, %(when)s") % {"user": user, "when": when})


def sheet_line(printing: Printing) -> str:
    """Return the code by which the rows of this sheet can be typed back; "" without one."""
    if not printing.sheet_code:
        return ""
    return _("Sheet %(code)s") % {"code": isolate_text(printing.sheet_code)}


def attendee_document(*, event: Event, rows: Sequence[ListRow], printing: Printing) -> ListDocument:
    """Return everything documents.lists needs to draw this list."""
    words, shape = words_of(event, printing.language), printing.shape
    columns = columns_drawn(Medium.PAPER, shape)
    shown = chosen_keys(Medium.PAPER, shape)
    return ListDocument(
        language=printing.language,
        direction="rtl" if printing.language == "ur" else "ltr",
        title=words.title,
        eyebrow=printing.heading,
        running_line=words.running_line,
        lines=_lines(words.day, words.hours, words.city, words.assembly_point or words.venue),
        summary=_summary(rows),
        notes=list(printing.notes),
        columns=[_column(column) for column in columns],
        rows=[_row(row, columns, shown) for row in rows],
        page_pattern=_("Page %(page)d of %(total)d"),
        printed_line=printed_line(printing),
        confidential_line=_("For organisers only. Destroy after the event."),
        sheet_line=sheet_line(printing),
        blank_rows=shape.blank_row_count,
        blank_heading=_("Register on the spot") if shape.blank_row_count else "",
        is_lying=paper_width_mm(columns) > UPRIGHT_MM,
    )


def _column(column: AttendeeColumn) -> Column:
    return Column(
        key=column.key,
        heading=str(column.heading),
        width_mm=column.width_mm,
        align="center" if column.kind in _CENTRED else "start",
        kind=column.kind,
    )


def _row(row: ListRow, columns: Sequence[AttendeeColumn], shown: frozenset[str]) -> Row:
    return Row(
        values={column.key: column.text_of(row) for column in columns},
        second_line=_party_line(row, shown),
        is_ticked=row.is_all_here,
    )


def _party_line(row: ListRow, shown: frozenset[str]) -> str:
    """Return remarks, then the party on one line, each in its own direction, all in the page's."""
    if "name" not in shown:
        return ""
    names = row.names if "party_names" in shown else ()
    parts = [_each_isolated(remarks_of(row, shown), row), _each_isolated(names, row)]
    mark = RIGHT_TO_LEFT_MARK if row.language == "ur" else LEFT_TO_RIGHT_MARK
    line = " · ".join(part for part in parts if part)
    return mark + line if line else ""


def _each_isolated(words: Sequence[str], row: ListRow) -> str:
    isolated = [f"{FIRST_STRONG_ISOLATE}{word}{POP_DIRECTIONAL_ISOLATE}" for word in words]
    return comma_in(row.language).join(isolated)


def _lines(day: str, hours: str, city: str, place: str) -> list[str]:
    pairs = (" · ".join(filter(None, pair)) for pair in ((day, hours), (city, place)))
    return [isolate_runs_text(line) for line in pairs if line]


def _summary(rows: Sequence[ListRow]) -> list[tuple[str, str]]:
    people = sum(row.registration.party_size for row in rows)
    return [(_("Registrations"), str(len(rows))), (_("People"), str(people))]
