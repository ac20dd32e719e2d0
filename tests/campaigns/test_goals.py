"""Goals of a year: how far it is, hidden numbers that stay hidden, days to go, and the CMS."""

import datetime
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.enums import TallyMeasure
from campaigns.models import Campaign, CampaignGoal, Tally
from directory.models import City
from tests.campaigns.builders import NOW, make_campaign, make_city
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
UR, EN = "/ur/campaigns/2027/", "/en/campaigns/2027/"
EDIT = "wagtailsnippets_campaigns_campaign:edit"


def tally(campaign: Campaign, measure: TallyMeasure, value: int, city: City | None = None) -> None:
    """Write down a number of a year."""
    Tally.objects.create(campaign=campaign, measure=measure, value=value, city=city, counted_at=NOW)


def html_of(client: Client, address: str = EN) -> str:
    """Return the page."""
    return client.get(address).content.decode()


def test_page_shows_how_far_the_country_and_a_city_are(client: Client) -> None:
    campaign, lahore = make_campaign(), make_city()
    CampaignGoal.objects.create(campaign=campaign, city=lahore, organisations=8)
    CampaignGoal.objects.create(campaign=campaign, walkers=5000)
    tally(campaign, TallyMeasure.ATTENDED, 1300)

    html = html_of(client)

    assert '<progress class="progress__bar" value="1300" max="5000"' in html
    assert '<progress class="progress__bar" value="0" max="8"' in html
    assert html.index("The whole country") < html.index(">Lahore</h3>")
    assert "Walkers: " in html
    assert raw_runs(html_of(client, UR)) == []


def test_page_draws_nothing_for_a_hidden_number(client: Client) -> None:
    campaign, lahore, karachi = make_campaign(), make_city(), make_city("karachi")
    CampaignGoal.objects.create(campaign=campaign, city=lahore, pledges=400)
    CampaignGoal.objects.create(campaign=campaign, city=karachi, pledges=300)
    tally(campaign, TallyMeasure.PLEDGES, 47)
    tally(campaign, TallyMeasure.PLEDGES, 40, lahore)
    tally(campaign, TallyMeasure.PLEDGES, 7, karachi)

    html = html_of(client)

    assert "fewer than ten." in html
    assert "300</bdi>. Not recorded yet, or fewer than ten." in html
    assert 'max="300"' not in html
    assert 'value="7"' not in html


def test_page_without_goals_says_nothing_of_them(client: Client) -> None:
    CampaignGoal.objects.create(campaign=make_campaign())

    assert 'id="goals"' not in html_of(client)


def test_more_cities_with_goals_cost_no_more_queries(client: Client) -> None:
    campaign = make_campaign()
    CampaignGoal.objects.create(campaign=campaign, city=make_city(), walkers=400)
    html_of(client)
    with CaptureQueriesContext(connection) as one_city:
        html_of(client)
    for slug in ("karachi", "sukkur", "multan"):
        CampaignGoal.objects.create(campaign=campaign, city=make_city(slug), walkers=400)

    with CaptureQueriesContext(connection) as four_cities:
        html = html_of(client)

    assert html.count("Walkers: goal") == 4
    assert len(four_cities) == len(one_city)


@pytest.mark.parametrize(
    ("moment", "english", "urdu"),
    [
        # Midnight in Karachi is at 19:00 in London's winter time.
        ("2027-07-27T18:59:59+00:00", ">3 days<", "3 دن"),
        ("2027-07-27T19:00:00+00:00", ">2 days<", "2 دن"),
        ("2027-07-28T19:00:00+00:00", ">1 day<", "1 دن"),
        ("2027-07-29T19:00:00+00:00", ">It is today<", "آج ہے"),
        ("2027-07-30T18:59:59+00:00", ">It is today<", "آج ہے"),
    ],
)
def test_days_to_the_world_day_end_at_midnight_in_karachi(
    client: Client, moment: str, english: str, urdu: str
) -> None:
    make_campaign()

    with time_machine.travel(datetime.datetime.fromisoformat(moment), tick=False):
        assert english in html_of(client)
        html = html_of(client, UR)

    assert urdu in html
    assert raw_runs(html) == []


def test_no_days_are_counted_once_the_world_day_is_over(client: Client) -> None:
    make_campaign()

    with time_machine.travel(datetime.datetime(2027, 7, 30, 19, tzinfo=datetime.UTC), tick=False):
        assert "Until World Day" not in html_of(client)


@pytest.mark.parametrize("has_city", [True, False])
def test_a_place_has_its_goals_once(has_city: bool) -> None:
    campaign, city = make_campaign(), make_city() if has_city else None
    CampaignGoal.objects.create(campaign=campaign, city=city, walkers=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignGoal.objects.create(campaign=campaign, city=city, pledges=1)


# --- In the CMS --------------------------------------------------------------------------------


def form_data(goals: list[dict[str, Any]], saved: int = 0) -> dict[str, Any]:
    """Return what the form of a campaign posts, with these rows of goals."""
    data: dict[str, Any] = {
        "year": "2027", "world_day_on": "2027-07-30",
        "title_en": "World Day", "title_ur": "عالمی دن",
        "statements-TOTAL_FORMS": "0", "statements-INITIAL_FORMS": "0",
        "links-TOTAL_FORMS": "0", "links-INITIAL_FORMS": "0",
        "materials-TOTAL_FORMS": "0", "materials-INITIAL_FORMS": "0",
        "goals-TOTAL_FORMS": str(len(goals)), "goals-INITIAL_FORMS": str(saved),
    }  # fmt: skip
    for position, row in enumerate(goals):
        empty = {"city": "", "walkers": "", "pledges": "", "organisations": "", "DELETE": ""}
        data |= {f"goals-{position}-{name}": value for name, value in {**empty, **row}.items()}
    return data


def test_cms_keeps_the_goals_of_places(admin_client: Client) -> None:
    campaign, city = make_campaign(), make_city()
    address = reverse(EDIT, args=[campaign.pk])
    rows = [{"walkers": "5000"}, {"city": str(city.pk), "pledges": "400"}]

    assert 'name="goals-TOTAL_FORMS"' in html_of(admin_client, address)
    assert admin_client.post(address, form_data(rows)).status_code == 302

    kept = CampaignGoal.objects.values_list("city", "walkers", "pledges", "organisations")
    assert list(kept) == [(None, 5000, None, None), (city.pk, None, 400, None)]


@pytest.mark.parametrize("city", ["", "lahore"])
def test_cms_refuses_two_rows_for_a_place(admin_client: Client, city: str) -> None:
    campaign = make_campaign()
    key = str(make_city(city).pk) if city else ""
    rows = [{"city": key, "walkers": "50"}, {"city": key, "pledges": "60"}]

    answer = admin_client.post(reverse(EDIT, args=[campaign.pk]), form_data(rows))

    assert answer.status_code == 200
    assert "one row for a city" in answer.content.decode()
    assert not CampaignGoal.objects.exists()


def test_cms_takes_a_new_row_for_a_place_whose_row_goes(admin_client: Client) -> None:
    campaign, city = make_campaign(), make_city()
    old = CampaignGoal.objects.create(campaign=campaign, city=city, walkers=5)
    gone = {"id": str(old.pk), "city": str(city.pk), "walkers": "5", "DELETE": "on"}
    rows = [gone, {"city": str(city.pk), "walkers": "60"}]

    answer = admin_client.post(reverse(EDIT, args=[campaign.pk]), form_data(rows, saved=1))

    assert answer.status_code == 302
    assert CampaignGoal.objects.get().walkers == 60


def test_cms_refuses_a_goal_of_nobody(admin_client: Client) -> None:
    campaign = make_campaign()

    answer = admin_client.post(reverse(EDIT, args=[campaign.pk]), form_data([{"walkers": "0"}]))

    assert answer.status_code == 200
    assert not CampaignGoal.objects.exists()


@pytest.mark.parametrize("with_country", [False, True])
def test_cms_takes_rows_whose_places_are_swapped(admin_client: Client, with_country: bool) -> None:
    campaign = make_campaign()
    places = [None if with_country else make_city("karachi"), make_city()]
    saved = [CampaignGoal.objects.create(campaign=campaign, city=one, walkers=5) for one in places]
    keys = [str(one.pk) if one else "" for one in reversed(places)]
    rows = [
        {"id": str(goal.pk), "city": key, "walkers": str(number)}
        for goal, key, number in zip(saved, keys, (50, 60), strict=True)
    ]

    answer = admin_client.post(reverse(EDIT, args=[campaign.pk]), form_data(rows, saved=2))

    assert answer.status_code == 302
    kept = set(CampaignGoal.objects.values_list("city", "walkers"))
    assert kept == {(places[1] and places[1].pk, 50), (places[0] and places[0].pk, 60)}
