"""The report tells what the page tells, and by that gives no small number away."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.enums import TallyMeasure
from campaigns.impact.lists.report import (
    cities_section,
    cover_stops,
    numbers_section,
    years_section,
)
from campaigns.impact.rules import MEASURES, Published
from campaigns.impact.selectors import YearImpact
from campaigns.models import Campaign
from directory.models import City
from documents.reports import ReportSection
from tests.campaigns.impact.worlds import publication_of

COUNTS = st.lists(st.integers(min_value=0, max_value=60), min_size=1, max_size=5)
NUMBER = re.compile(r"[0-9,]+")


def year_of(pledges: Published) -> YearImpact:
    """Return a year of which nothing but pledges is known."""
    cities = [City(pk=key, name_en=f"City {'abcdefg'[key]}") for key in pledges.cities]
    return YearImpact(
        campaign=Campaign(year=2027),
        figures={
            measure: pledges if measure == TallyMeasure.PLEDGES else Published()
            for measure in MEASURES
        },
        cities={city.pk: city for city in cities},
        sources={},
        counted_at=None,
        changed_at={},
    )


def numbers_in(section: ReportSection | None) -> set[int]:
    """Return every number that stands in a section, the years aside."""
    if section is None:
        return set()
    told = [figure.number for figure in section.figures]
    told += [number for chart in section.charts for _label, number, _share in chart.bars]
    if section.table:
        told += [cell for row in section.table.rows for cell in row[1:]]
    return {int(number.replace(",", "")) for number in told if NUMBER.fullmatch(number)}


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_report_tells_no_number_that_may_not_be_told(counts: list[int]) -> None:
    seen = publication_of(dict(enumerate(counts)))
    year = year_of(seen)

    told = {int(number.replace(",", "")) for number, _words in cover_stops(year)}
    for section in (numbers_section(year, "en"), cities_section(year, "en"), years_section([year])):
        told |= numbers_in(section)

    may_be_told = {seen.total, seen.others, *seen.cities.values()} - {None, 0}
    assert told == may_be_told


def test_report_draws_no_chart_of_a_single_bar() -> None:
    year = year_of(Published(38, {1: 38}))

    section = cities_section(year, "en")

    assert section is not None
    assert section.charts == years_section([year]).charts == []


def test_report_has_no_cities_where_nothing_is_told_of_any() -> None:
    assert cities_section(year_of(Published()), "en") is None
