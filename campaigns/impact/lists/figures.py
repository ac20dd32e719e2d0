"""What the numbers of a year are called, what each of them means, and how they are laid out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from campaigns.enums import TallyMeasure
from campaigns.impact.rules import MEASURES, OF_PEOPLE, share_of
from campaigns.impact.selectors import YearImpact
from urdu.isolation import isolate_html

LABELS: dict[TallyMeasure, Promise] = {
    TallyMeasure.EVENTS: _("Events"),
    TallyMeasure.REGISTERED: _("People registered"),
    TallyMeasure.ATTENDED: _("People let in"),
    TallyMeasure.ESTIMATED: _("People by head-count"),
    TallyMeasure.PLEDGES: _("Pledges"),
    TallyMeasure.ORGANISATIONS: _("Organisations"),
}
DEFINITIONS: dict[TallyMeasure, Promise] = {
    TallyMeasure.EVENTS: _(
        "Walks, seminars and other events with a page on this site, without those cancelled or "
        "postponed."
    ),
    TallyMeasure.REGISTERED: _(
        "People with a confirmed place, every head of a group counted; nobody on a waiting list. "
        "Events with fewer than ten are left out."
    ),
    TallyMeasure.ATTENDED: _(
        "People let in at the gate, with a registration or without. Events with fewer than ten "
        "are left out."
    ),
    TallyMeasure.ESTIMATED: _(
        "Head-counts the organisers published after their events, with how each is known. They "
        "are not added to the people let in: both may count the same person."
    ),
    TallyMeasure.PLEDGES: _(
        "Pledges confirmed by whoever made them and not withdrawn, each person once. Cities with "
        "fewer than ten are shown together."
    ),
    TallyMeasure.ORGANISATIONS: _(
        "Organisations that led an event or took part in holding one; each is counted once in a "
        "city and once in the year."
    ),
}
# A single bar compares nothing: its number stands beside its meaning already.
FEWEST_BARS = 2
# As events say them of a single head-count.
SOURCES: dict[str, Promise] = {
    "gate": _("Counted at the gate"),
    "stewards": _("Counted by stewards on the way"),
    "estimate": _("Estimated by the organisers"),
    "authorities": _("Said by the administration or police"),
    "press": _("Said in the press"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One number beside its picture: `share` is its length in hundredths of the longest."""

    label: str
    number: SafeString
    share: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of a year: the number ("" where none is told) and what it means.

    `slot` names it in the page.
    """

    slot: str
    label: str
    definition: str
    number: SafeString
    source: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, as components/data_table.html shows it."""

    label: str
    value: str
    kind: str = ""


def number_words(value: int | None) -> SafeString:
    """Return a number with its thousands apart, in its own order; "" for none."""
    return mark_safe("" if value is None else isolate_html(f"{value:,}"))


def figures_of(impact: YearImpact, language: str) -> list[Figure]:
    """Return every measure of a year in the fixed order."""
    return [_figure(impact, measure, language) for measure in MEASURES]


def _figure(impact: YearImpact, measure: TallyMeasure, language: str) -> Figure:
    is_estimate = measure == TallyMeasure.ESTIMATED
    return Figure(
        slot=measure.value,
        label=str(LABELS[measure]),
        definition=str(DEFINITIONS[measure]),
        number=number_words(impact.figures[measure].total),
        source=source_words(impact.sources.get(None, ()), language) if is_estimate else "",
    )


def source_words(sources: Iterable[str], language: str) -> str:
    """Say how head-counts are known."""
    return ("؛ " if language == "ur" else "; ").join(str(SOURCES[source]) for source in sources)


def city_charts(impact: YearImpact, language: str) -> list[tuple[Promise, list[Bar]]]:
    """Return the numbers of people city by city, where there is more than one to compare.

    Two walks against one make no picture: the table has them.
    """
    charts = [(LABELS[measure], _city_bars(impact, measure, language)) for measure in OF_PEOPLE]
    return [(label, bars) for label, bars in charts if bars]


def _city_bars(impact: YearImpact, measure: TallyMeasure, language: str) -> list[Bar]:
    figure = impact.figures[measure]
    found = [
        (getattr(city, f"name_{language}"), figure.cities[key])
        for key, city in impact.cities.items()
        if figure.cities.get(key)
    ]
    return _bars(found)


def year_bars(years: Sequence[YearImpact], measure: TallyMeasure) -> list[Bar]:
    """Return one bar a year, the earliest first; years of which nothing is told are left out.

    No bars where only one year would have any.
    """
    found = [
        (year.campaign.year, total) for year in years if (total := year.figures[measure].total)
    ]
    return _bars([(mark_safe(isolate_html(str(year))), total) for year, total in sorted(found)])


def _bars(found: Sequence[tuple[str, int]]) -> list[Bar]:
    if len(found) < FEWEST_BARS:
        return []
    largest = max(value for _name, value in found)
    return [Bar(name, number_words(value), share_of(value, largest)) for name, value in found]


def city_table(impact: YearImpact, language: str) -> list[list[Cell]]:
    """Return a row for each city, and one for the small cities together where there is one."""
    rows = [
        _table_row(
            getattr(city, f"name_{language}"),
            [impact.of_city(measure, key) for measure in MEASURES],
        )
        for key, city in impact.cities.items()
    ]
    others = [impact.figures[measure].others for measure in MEASURES]
    return [*rows, _table_row(str(_("Other cities")), others)] if any(others) else rows


def year_table(years: Sequence[YearImpact]) -> list[list[Cell]]:
    """Return a row for each year, as given."""
    return [
        _table_row(
            mark_safe(isolate_html(str(year.campaign.year))),
            [year.figures[measure].total for measure in MEASURES],
        )
        for year in years
    ]


def table_columns(first: str) -> list[str]:
    """Return the headings of either table."""
    return [first, *(str(LABELS[measure]) for measure in MEASURES)]


def _table_row(name: str, values: Sequence[int | None]) -> list[Cell]:
    numbers = [
        Cell(str(LABELS[measure]), number_words(value) or "–", "number")
        for measure, value in zip(MEASURES, values, strict=True)
    ]
    return [Cell("", name, "main"), *numbers]
