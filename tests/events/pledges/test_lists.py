"""Pledges in the words of the desk."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils import translation

from campaigns.selectors.screening import TREND_HOURS, HourCount
from events.pledges.lists import BAR_STEP, Trend, trend_of
from tests.events.registration.builders import KARACHI
from urdu.isolation import raw_runs

BEGINS = datetime.datetime(2027, 7, 18, 15, 0, tzinfo=KARACHI)


def trend(language: str) -> Trend:
    """Return two days of hours, one pledge in each."""
    hours = [
        HourCount(BEGINS + datetime.timedelta(hours=number), 1, 1) for number in range(TREND_HOURS)
    ]
    return trend_of(hours, language)


def test_trend_says_day_and_hour_of_both_ends_and_where_days_end() -> None:
    found = trend("en")

    said = [BeautifulSoup(end, "html.parser").get_text() for end in (found.starts, found.ends)]
    assert said == ["Sunday, 18 July 2027, 3:00 pm", "Tuesday, 20 July 2027, 2:00 pm"]
    assert found.midnights == [9 * BAR_STEP, 33 * BAR_STEP]


@pytest.mark.parametrize("language", ["ur", "en"])
def test_trend_is_drawn_with_its_days(language: str) -> None:
    with translation.override(language):
        html = render_to_string("components/pledge_trend.html", {"trend": trend(language)})

    soup = BeautifulSoup(html, "html.parser")
    ends = [end.get_text() for end in soup.select(".arrival-chart__axis > bdi")]
    assert ["18" in ends[0], "20" in ends[1]] == [True, True]
    assert len(soup.select(".arrival-chart__midnight")) == 2
    assert language == "en" or raw_runs(html) == []
