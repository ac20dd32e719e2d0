"""From visit to arrival and from visit to counted pledge: as a table, and as a sheet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.models import Placement
from campaigns.rules.placements import Funnel, one_in
from events.placements.lists.labels import KIND_LABELS, WHOLE_COUNTRY
from events.pledges.lists import Cell
from urdu.isolation import isolate_html, isolate_runs_html

HEADINGS: tuple[tuple[str, Promise], ...] = (
    ("visits", gettext_lazy("Visits")),
    ("registered", gettext_lazy("Registrations")),
    ("attended", gettext_lazy("Came")),
    ("pledged", gettext_lazy("Pledges")),
    ("confirmed", gettext_lazy("Counted pledges")),
)
# Of what each number is a part.
WHOLES = {
    "registered": "visits",
    "attended": "registered",
    "pledged": "visits",
    "confirmed": "pledged",
}


class Grouping(StrEnum):
    """What one row stands for."""

    PLACEMENT = "placement"
    KIND = "kind"
    CITY = "city"


GROUPING_LABELS: dict[str, Promise] = {
    Grouping.PLACEMENT: gettext_lazy("By placement"),
    Grouping.KIND: gettext_lazy("By kind"),
    Grouping.CITY: gettext_lazy("By city"),
}
FIRST_HEADINGS: dict[str, Promise] = {
    Grouping.PLACEMENT: gettext_lazy("Placement"),
    Grouping.KIND: gettext_lazy("Kind"),
    Grouping.CITY: gettext_lazy("City"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row before it is drawn; `url` leads to a placement's own page, or is empty."""

    name: str
    funnel: Funnel
    note: str = ""
    url: str = ""


def definitions() -> list[tuple[str, str]]:
    """Return what each number counts, in the order of the columns."""
    return [
        (
            _("Visits"),
            _(
                "How often the short link was opened. Reloading counts too, up to a limit; "
                "previews and robots that say so do not."
            ),
        ),
        (
            _("Registrations"),
            _("Forms sent by somebody who came by the link. Cancelled ones are left out."),
        ),
        (
            _("Came"),
            _("Those registrations of which at least one person was checked in at the gate."),
        ),
        (_("Pledges"), _("Pledges made by somebody who came by the link, confirmed or not.")),
        (_("Counted pledges"), _("Those of them that were confirmed and count.")),
        (
            _("Shares"),
            _(
                "Registrations and pledges of visits, arrivals of registrations, counted of all "
                "pledges. “3 in 10” means: of every ten, about three."
            ),
        ),
    ]


def rows_of(
    placements: Iterable[Placement],
    funnels: Mapping[int, Funnel],
    grouping: Grouping,
    language: str,
    url_of: Callable[[Placement], str],
) -> list[Row]:
    """Return one row for each placement, or the sums of each kind or city, largest first."""
    if grouping == Grouping.PLACEMENT:
        return [
            Row(one.label, funnels[one.pk], _note(one, language), url_of(one)) for one in placements
        ]
    sums: dict[str, Funnel] = {}
    for one in placements:
        name = _group(one, grouping, language)
        sums[name] = sums.get(name, Funnel()) + funnels[one.pk]
    rows = [Row(name, funnel) for name, funnel in sums.items()]
    return sorted(rows, key=lambda row: (-row.funnel.visits, row.name))


def city_of(placement: Placement, language: str) -> str:
    """Return the city in words."""
    city = placement.city
    return str(getattr(city, f"name_{language}")) if city else str(WHOLE_COUNTRY)


def _group(placement: Placement, grouping: Grouping, language: str) -> str:
    if grouping == Grouping.KIND:
        return str(KIND_LABELS[placement.kind])
    return city_of(placement, language)


def _note(placement: Placement, language: str) -> str:
    parts = [str(KIND_LABELS[placement.kind]), city_of(placement, language)]
    return " · ".join(parts if placement.is_active else [*parts, _("Stopped")])


def columns_of(grouping: Grouping) -> list[str]:
    """Return the headings of the table."""
    return [str(FIRST_HEADINGS[grouping]), *(str(label) for _name, label in HEADINGS)]


def table_of(rows: Sequence[Row], grouping: Grouping) -> list[list[Cell]]:
    """Return the rows as the table's cells, each number with the share it is of another."""
    return [
        [
            Cell(str(FIRST_HEADINGS[grouping]), _name(row), "main"),
            *(Cell(str(label), _number(row.funnel, name), "number") for name, label in HEADINGS),
        ]
        for row in rows
    ]


def sheet_headings(grouping: Grouping) -> list[str]:
    """Return the first line of the sheet: plain counts, whose shares a spreadsheet can make."""
    first = columns_of(grouping)
    return [first[0], _("Code"), _("Kind"), _("City"), *first[1:]] if is_single(grouping) else first


def is_single(grouping: Grouping) -> bool:
    """Tell whether a row is one placement."""
    return grouping == Grouping.PLACEMENT


def sheet_lines(
    placements: Sequence[Placement], rows: Sequence[Row], grouping: Grouping, language: str
) -> list[list[object]]:
    """Return the lines of the sheet in the order of the rows."""
    counts = [[getattr(row.funnel, name) for name, _label in HEADINGS] for row in rows]
    if not is_single(grouping):
        return [[row.name, *numbers] for row, numbers in zip(rows, counts, strict=True)]
    return [
        [one.label, one.code, str(KIND_LABELS[one.kind]), city_of(one, language), *numbers]
        for one, numbers in zip(placements, counts, strict=True)
    ]


def _name(row: Row) -> SafeString:
    name = mark_safe(isolate_runs_html(row.name))
    told = format_html('<a href="{}">{}</a>', row.url, name) if row.url else name
    if not row.note:
        return told
    note = mark_safe(isolate_runs_html(row.note))
    return format_html('{}<span class="data-table__note">{}</span>', told, note)


def _number(funnel: Funnel, name: str) -> SafeString:
    count = getattr(funnel, name)
    number = mark_safe(isolate_html(str(count)))
    share = one_in(count, getattr(funnel, WHOLES[name])) if name in WHOLES else None
    if share is None:
        return number
    return format_html('{} <span class="data-table__note">{}</span>', number, share_words(*share))


def share_words(part: int, whole: int) -> SafeString:
    """Return a share people can picture: "3 in 10"."""
    words = _("%(part)s in %(whole)s")
    numbers = {"part": isolate_html(str(part)), "whole": isolate_html(str(whole))}
    return mark_safe(words % numbers)
