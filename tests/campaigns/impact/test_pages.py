"""The impact page: each number with its meaning, in both languages, and no small one."""

import datetime
import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.tallying.services import refresh_tallies
from tests.campaigns.builders import add_counted, make_campaign
from tests.events.registration.builders import NOW
from tests.events.tallying.builders import held, the_year
from tests.journeys.foreign_words import foreign_words
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
BAR = re.compile(r'bars__label" scope="row">([^<]+)<.*?class="num">([\d,]+)<', re.DOTALL)


def test_impact_page_tells_numbers_with_meaning_and_source(client: Client) -> None:
    held("seminar-a", people=40, headcount=1300)
    held("seminar-b", "karachi", people=9)
    held("seminar-c", "multan", people=12)
    refresh_tallies(now=NOW)

    html = client.get("/en/impact/").content.decode()

    assert html.count("<h1") == 1
    assert '<p class="impact-figure__number"><bdi dir="ltr" class="num">1,300</bdi>' in html
    assert "Counted by stewards on the way" in html
    assert html.count("impact-figure__definition") == 6
    assert ("Lahore", "40") in BAR.findall(html)
    assert "Karachi" not in [label for label, _number in BAR.findall(html)]
    assert 'href="/en/impact/2027/report.pdf"' in html


def test_a_number_of_one_city_or_one_year_is_drawn_as_no_bar(client: Client) -> None:
    held("seminar-a", people=40)
    refresh_tallies(now=NOW)

    html = client.get("/en/impact/").content.decode()

    assert "number-bars" not in html
    assert '<bdi dir="ltr" class="num">40</bdi>' in html


@pytest.mark.parametrize(("day", "is_said"), [("2027-12-31", True), ("2028-01-01", False)])
def test_impact_page_says_whether_the_year_goes_on(
    client: Client, day: str, *, is_said: bool
) -> None:
    held("seminar-a", people=40)
    refresh_tallies(now=NOW)

    with time_machine.travel(f"{day}T12:00:00+05:00", tick=False):
        html = client.get("/en/impact/").content.decode()

    assert ("The year goes on" in html) == is_said


@pytest.mark.parametrize("language", ["ur", "en"])
def test_impact_page_keeps_to_its_language(client: Client, language: str) -> None:
    make_campaign()
    held("seminar-a", people=4000, headcount=1300)
    add_counted(the_year(), "lahore", 21)
    refresh_tallies(now=NOW)

    html = client.get(f"/{language}/impact/").content.decode()

    assert foreign_words(html, language) == []
    assert language == "en" or raw_runs(html) == []


def test_impact_page_shows_a_past_year_and_leads_to_the_others(client: Client) -> None:
    make_campaign()
    make_campaign(
        year=2022, is_current=False, world_day_on=datetime.date(2022, 7, 30), title_en="Day 2022"
    )
    refresh_tallies(now=NOW)

    html = client.get("/en/impact/2022/").content.decode()

    assert "Day 2022" in html
    assert 'href="/en/impact/2027/"' in html
    assert 'href="/open-data/campaigns/2022.csv"' in html
    assert html.count("Not recorded, or fewer than ten") == 4


def test_impact_page_before_the_first_campaign_says_what_comes_next(client: Client) -> None:
    answer = client.get("/en/impact/")

    assert answer.status_code == 200
    assert "Nothing has been counted yet" in answer.content.decode()


def test_impact_page_costs_the_same_queries_for_one_city_and_many(client: Client) -> None:
    held("seminar-0", people=20)
    refresh_tallies(now=NOW)
    client.get("/en/impact/")
    with CaptureQueriesContext(connection) as one_city:
        client.get("/en/impact/")
    for number, city in enumerate(("lahore", "karachi", "multan") * 4, start=1):
        held(f"seminar-{number}", city, people=20)
    refresh_tallies(now=NOW)

    with CaptureQueriesContext(connection) as many_cities:
        client.get("/en/impact/")

    assert len(many_cities) == len(one_city)
