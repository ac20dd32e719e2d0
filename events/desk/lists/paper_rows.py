"""Rows typed off a sheet and what became of them, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from events.desk.lists.screen import Cell
from events.desk.selectors.paper import RowFate, TypedRow
from events.models import PaperEntry
from events.selectors import moment_words
from urdu.isolation import isolate_html

FATES: dict[RowFate, Promise] = {
    RowFate.COUNTED: _("To be recorded"),
    RowFate.ALREADY_IN: _("Are in already: nothing is counted twice"),
    RowFate.REFUSED: _("Cannot be recorded: no confirmed place, or more people than registered"),
}


@dataclass(frozen=True, slots=True)
class EntryWords:
    """One typing of a sheet: which rows, when and by whom, how many; with what takes it back."""

    key: int
    rows: SafeString
    made: SafeString
    by: str
    people: str
    is_undone: bool
    undo_url: str


def row_cells(rows: Sequence[TypedRow]) -> list[list[Cell]]:
    """Return the cells of rows: number, name, reference, people, how many are in already."""
    return [
        [
            Cell(gettext("No."), _number(row.number), "number"),
            Cell(gettext("Name"), _name(row), "main"),
            Cell(
                gettext("Reference number"),
                mark_safe(isolate_html(row.registration.reference)),
                "number",
            ),
            Cell(gettext("People"), _number(row.adds or row.registration.party_size), "number"),
            Cell(gettext("Is in already"), _number(row.arrived), "number"),
        ]
        for row in rows
    ]


def _number(value: int) -> SafeString:
    return mark_safe(isolate_html(str(value)))


def _name(row: TypedRow) -> SafeString:
    registration = row.registration
    return format_html("<bdi>{}</bdi>", registration.group_name or registration.contact.full_name)


def entry_words(entry: PaperEntry, language: str, undo_url: str) -> EntryWords:
    """Return what is shown of one typing."""
    people = ngettext("%(count)d person", "%(count)d people", entry.people_count)
    numbers = mark_safe(isolate_html(entry.numbers)) if entry.numbers else mark_safe("")
    return EntryWords(
        key=entry.pk,
        rows=numbers or mark_safe(gettext("Blank rows")),
        made=moment_words(entry.made_at, language),
        by=entry.made_by.username,
        people=people % {"count": entry.people_count},
        is_undone=entry.undone_at is not None,
        undo_url=undo_url,
    )
