"""A year's numbers as sections of its report: the same as the page and the open data tell."""

import datetime
from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from campaigns.enums import TallyMeasure
from campaigns.impact.lists.figures import DEFINITIONS, FEWEST_BARS, LABELS, source_words
from campaigns.impact.rules import MEASURES, OF_PEOPLE, share_of
from campaigns.impact.selectors import YearImpact
from documents.reports import ReportChart, ReportFigure, ReportSection, ReportTable
from urdu.dates import format_clock, format_day

NONE_TOLD = "–"
# The name, then each measure.
TABLE_SHARES = (5, 3, 4, 4, 4, 3, 4)
MOST_STOPS = 3
# What the cover tells first, as far as it is known.
COVER_ORDER = (
    TallyMeasure.ATTENDED,
    TallyMeasure.ESTIMATED,
    TallyMeasure.REGISTERED,
    TallyMeasure.PLEDGES,
    TallyMeasure.EVENTS,
    TallyMeasure.ORGANISATIONS,
)


def moment_of(moment: datetime.datetime, language: str) -> str:
    """Say a day and an hour of Karachi."""
    local = timezone.localtime(moment)
    comma = "، " if language == "ur" else ", "
    return f"{format_day(local.date(), language)}{comma}{format_clock(local, language)}"


def cover_stops(impact: YearImpact) -> list[tuple[str, str]]:
    """Return up to three numbers with their names, those of people first."""
    told = [(impact.figures[measure].total, measure) for measure in COVER_ORDER]
    return [(_number(total), str(LABELS[measure])) for total, measure in told if total][:MOST_STOPS]


def numbers_section(impact: YearImpact, language: str) -> ReportSection:
    """Return every measure with what it means and when it was last counted otherwise."""
    return ReportSection(
        heading=_("The year in numbers"),
        words=[
            _(
                "Every number here can be counted again from our records, and says what it counts. "
                "Numbers of fewer than ten people are not told."
            )
        ],
        figures=[_figure(impact, measure, language) for measure in MEASURES],
    )


def _figure(impact: YearImpact, measure: TallyMeasure, language: str) -> ReportFigure:
    changed_at = impact.changed_at.get(measure)
    source = source_words(impact.sources.get(None, ()), language)
    counted = changed_at and _("Counted: %(moment)s") % {"moment": moment_of(changed_at, language)}
    return ReportFigure(
        label=str(LABELS[measure]),
        number=_number(impact.figures[measure].total),
        absence=_("Not recorded, or fewer than ten"),
        definition=str(DEFINITIONS[measure]),
        lines=[
            line for line in (source if measure == TallyMeasure.ESTIMATED else "", counted) if line
        ],
    )


def cities_section(impact: YearImpact, language: str) -> ReportSection | None:
    """Return the cities of which anything is told; None where there are none."""
    rows = [
        _row(
            getattr(city, f"name_{language}"),
            [impact.of_city(measure, key) for measure in MEASURES],
        )
        for key, city in impact.cities.items()
    ]
    others = [impact.figures[measure].others for measure in MEASURES]
    if any(others):
        rows.append(_row(_("Other cities"), others))
    if not rows:
        return None
    return ReportSection(
        heading=_("City by city"),
        charts=[
            chart for measure in OF_PEOPLE if (chart := _city_chart(impact, measure, language))
        ],
        table=ReportTable(
            columns=[_("City"), *(str(LABELS[measure]) for measure in MEASURES)],
            rows=rows,
            shares=TABLE_SHARES,
            numbers=range(1, len(MEASURES) + 1),
            note=_("A dash: nothing was counted, or fewer than ten people."),
        ),
        begins_page=True,
    )


def _city_chart(impact: YearImpact, measure: TallyMeasure, language: str) -> ReportChart | None:
    told = impact.figures[measure].cities
    found = [
        (str(getattr(city, f"name_{language}")), told[key])
        for key, city in impact.cities.items()
        if told.get(key)
    ]
    return _chart(str(LABELS[measure]), found)


def years_section(years: Sequence[YearImpact]) -> ReportSection:
    """Return the years beside each other, the earliest first."""
    ordered = sorted(years, key=lambda year: year.campaign.year)
    charts = [
        _chart(
            str(LABELS[measure]),
            [
                (str(year.campaign.year), total)
                for year in ordered
                if (total := year.figures[measure].total)
            ],
        )
        for measure in MEASURES
    ]
    return ReportSection(
        heading=_("Year against year"),
        charts=[chart for chart in charts if chart],
        table=ReportTable(
            columns=[_("Year"), *(str(LABELS[measure]) for measure in MEASURES)],
            rows=[
                _row(str(year.campaign.year), [year.figures[measure].total for measure in MEASURES])
                for year in ordered
            ],
            shares=TABLE_SHARES,
            numbers=range(len(MEASURES) + 1),
            note=_(
                "A dash: nobody counted, or fewer than ten people. Of earlier years we tell only "
                "what a source tells."
            ),
        ),
    )


def _chart(label: str, found: Sequence[tuple[str, int]]) -> ReportChart | None:
    """Return bars, or None where there is nothing to compare."""
    if len(found) < FEWEST_BARS:
        return None
    largest = max(value for _name, value in found)
    bars = [(name, _number(value), share_of(value, largest)) for name, value in found]
    return ReportChart(label=label, bars=bars)


def _row(name: str, values: Sequence[int | None]) -> list[str]:
    return [name, *(_number(value) or NONE_TOLD for value in values)]


def _number(value: int | None) -> str:
    return "" if value is None else f"{value:,}"
