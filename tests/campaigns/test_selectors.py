"""What the public sees of campaigns and pledges."""

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from campaigns.models import Organisation
from campaigns.selectors import (
    PledgeTotals,
    current_campaign,
    network_organisations,
    other_campaigns,
    pledge_totals,
    pledges_per_city,
)
from campaigns.selectors.pledges import pledge_of_token
from participants.services import issue_own_link
from tests.campaigns.builders import NOW, add_counted, make_campaign, make_city, pledge_once

pytestmark = pytest.mark.django_db


def test_pledge_totals_add_up_to_the_rows_counted() -> None:
    campaign = make_campaign()
    for slug, count in (("karachi", 14), ("lahore", 21), ("sukkur", 6), ("multan", 5)):
        add_counted(campaign, slug, count)
    pledge_once(campaign)

    totals = pledge_totals(campaign)

    rows = [(row.city.slug if row.city else None, row.count) for row in totals.cities]
    assert totals.total == 46
    assert rows == [("lahore", 21), ("karachi", 14), (None, 11)]
    assert sum(count for _slug, count in rows) == totals.total


def test_pledges_per_city_count_what_counts_and_nothing_else() -> None:
    campaign, other = make_campaign(), make_campaign(year=2026, is_current=False)
    add_counted(campaign, "karachi", 3)
    add_counted(campaign, "lahore", 2)
    add_counted(other, "lahore", 4)
    pledge_once(campaign)

    counts = pledges_per_city(campaign)

    assert counts == {make_city("karachi").pk: 3, make_city("lahore").pk: 2}


def test_pledge_totals_hide_a_single_small_city_behind_a_larger_one() -> None:
    campaign = make_campaign()
    for slug, count in (("karachi", 14), ("lahore", 21), ("sukkur", 3)):
        add_counted(campaign, slug, count)

    totals = pledge_totals(campaign)

    rows = [(row.city.slug if row.city else None, row.count) for row in totals.cities]
    assert rows == [("lahore", 21), (None, 17)]


def test_pledge_totals_below_ten_say_nothing() -> None:
    campaign = make_campaign()
    add_counted(campaign, "lahore", 9)

    assert pledge_totals(campaign) == PledgeTotals(total=None, cities=())


def test_pledge_totals_cost_the_same_queries_for_one_city_and_many(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    campaign = make_campaign()
    add_counted(campaign, "lahore", 12)
    with django_assert_num_queries(2):
        pledge_totals(campaign)
    for slug in ("karachi", "sukkur", "multan"):
        add_counted(campaign, slug, 12)

    with django_assert_num_queries(2):
        totals = pledge_totals(campaign)

    assert len(totals.cities) == 4


def test_current_campaign_is_the_one_marked() -> None:
    old = make_campaign(year=2022, is_current=False, world_day_on=datetime.date(2022, 7, 30))
    assert current_campaign() is None

    new = make_campaign()

    assert current_campaign() == new
    assert other_campaigns(new) == [old]


def test_network_organisations_are_sorted_as_each_language_sorts() -> None:
    for slug, name_en, name_ur, is_in in (
        ("b", "Alpha", "ٹیم", True),
        ("a", "Beta", "آواز", True),
        ("c", "Gamma", "پکار", False),
    ):
        Organisation.objects.create(
            slug=slug, name_en=name_en, name_ur=name_ur, is_in_network=is_in
        )

    english = [organisation.name_en for organisation in network_organisations("en")]
    urdu = [organisation.name_ur for organisation in network_organisations("ur")]

    assert english == ["Alpha", "Beta"]
    assert urdu == ["آواز", "ٹیم"]


def test_pledge_of_token_knows_its_own_link_only() -> None:
    make_city()
    pledge = pledge_once(make_campaign())
    token = issue_own_link(contact=pledge.contact, now=NOW)

    assert pledge_of_token(token) == pledge
    assert pledge_of_token(token + "x") is None
    assert pledge_of_token("\ud800\x00") is None
