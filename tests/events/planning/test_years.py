"""The next year in one action: a draft that readers do not see, once, and taken back whole."""

import datetime

import pytest
from django.db import connection

from campaigns.errors import YearExists
from campaigns.models import Campaign, CampaignGoal, PledgeStatement
from campaigns.services import make_current
from directory.models import User
from events.enums.hosting import DateShift
from events.models import Event, Plan, Schedule
from events.planning.services.planning import Repetition
from events.planning.services.undoing import undo_plan
from events.planning.services.years import start_year
from participants.models import AuditEntry
from tests import factories
from tests.campaigns.builders import NOW, make_campaign, make_city
from tests.events.registration.builders import make_walk
from tests.races.crowd import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WALK = "walk-lahore-2027"


@pytest.fixture
def director() -> User:
    """Return whoever begins years."""
    return factories.make_user("chief")


@pytest.fixture
def year_2027() -> Campaign:
    """Return the current year, with goals, statements and a walk."""
    campaign = make_campaign(
        hashtag="#Walk2027",
        theme_en="A theme of 2027",
        theme_ur="2027 کا موضوع",
        summary_en="Six cities walk on Sunday 1 August 2027.",
        summary_ur="چھ شہر ہم قدم۔",
        whatsapp_number="+923990000001",
        source_url="https://example.com/2027",
    )
    CampaignGoal.objects.create(campaign=campaign, walkers=5000)
    CampaignGoal.objects.create(campaign=campaign, city=make_city(), pledges=400)
    PledgeStatement.objects.create(
        campaign=campaign, sort_order=3, text_en="Walk in 2027", text_ur="2027 میں چلیں"
    )
    Event.objects.filter(pk=make_walk().pk).update(campaign=campaign)
    return campaign


def start(
    director: User, source: Campaign, key: str = "y", slugs: tuple[str, ...] = (WALK,)
) -> Plan:
    """Begin 2028 from 2027."""
    repetition = Repetition(2027, 2028, DateShift.WEEKDAY, frozenset(slugs))
    return start_year(source=source, repetition=repetition, key=key * 32, actor=director, now=NOW)


def test_start_year_makes_a_draft_of_campaign_and_events(
    director: User, year_2027: Campaign
) -> None:
    plan = start(director, year_2027)

    made = Campaign.objects.get(year=2028)
    assert (made.is_draft, made.is_current) == (True, False)
    assert (made.title_en, made.title_ur, made.hashtag) == (
        "World Day 2028",
        "عالمی دن 2028",
        "#Walk2028",
    )
    assert made.world_day_on == datetime.date(2028, 7, 30)
    assert (made.theme_en, made.theme_ur, made.source_url) == ("", "", "")
    # One language names a day: neither is carried over, or they would differ.
    assert (made.summary_en, made.summary_ur) == ("", "")
    assert (made.pledge_ur, made.whatsapp_number) == (year_2027.pledge_ur, "+923990000001")
    goals = CampaignGoal.objects.filter(campaign=made).values_list(
        "city__slug", "walkers", "pledges"
    )
    assert list(goals) == [(None, 5000, None), ("lahore", None, 400)]
    statements = PledgeStatement.objects.filter(campaign=made)
    assert list(statements.values_list("sort_order", "text_en", "text_ur")) == [
        (3, "Walk in 2028", "2028 میں چلیں")
    ]
    event = Event.objects.get(campaign=made)
    assert (event.slug, event.live) == ("walk-lahore-2028", False)
    assert Schedule.objects.get(event=event).plan == plan
    year_2027.refresh_from_db()
    assert year_2027.is_current


def test_start_year_twice_with_one_key_makes_it_once(director: User, year_2027: Campaign) -> None:
    first, second = start(director, year_2027), start(director, year_2027)

    assert first == second
    assert (Campaign.objects.count(), Event.objects.count()) == (2, 2)
    assert list(AuditEntry.objects.values_list("kind", "row_count")) == [("year-started", 1)]


def test_start_year_again_with_another_key_makes_nothing(
    director: User, year_2027: Campaign
) -> None:
    start(director, year_2027)

    with pytest.raises(YearExists):
        start(director, year_2027, key="z")

    assert (Plan.objects.count(), Event.objects.count()) == (1, 2)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_start_year_ten_times_at_once_makes_it_once(director: User, year_2027: Campaign) -> None:
    def attempt(number: int) -> bool:
        try:
            # Five presses of one button, and five of another director's.
            start(director, year_2027, key="yz"[number % 2])
        except YearExists:
            return False
        finally:
            connection.close()
        return True

    assert sum(at_once(10, attempt)) == 5
    assert (Plan.objects.count(), Campaign.objects.count(), Event.objects.count()) == (1, 2, 2)


def test_start_year_without_events_makes_the_campaign(director: User, year_2027: Campaign) -> None:
    start(director, year_2027, slugs=())

    assert Campaign.objects.filter(year=2028).exists()
    assert Event.objects.count() == 1


def test_undo_takes_back_the_year_and_its_events(director: User, year_2027: Campaign) -> None:
    plan = start(director, year_2027)

    undone = undo_plan(plan=plan, actor=director, now=NOW)

    assert (undone.removed, undone.kept, undone.is_year_kept) == (1, 0, False)
    assert (Campaign.objects.get(), Event.objects.get().slug) == (year_2027, WALK)
    assert (CampaignGoal.objects.count(), PledgeStatement.objects.count()) == (2, 1)
    plan.refresh_from_db()
    assert plan.undone_at == NOW
    assert undo_plan(plan=plan, actor=director, now=NOW).removed == 0
    assert start(director, year_2027, key="n").campaign is not None


@pytest.mark.parametrize("change", ["words", "goal", "statement", "event", "current", "public"])
def test_undo_leaves_a_year_somebody_works_on(
    director: User, year_2027: Campaign, change: str
) -> None:
    plan = start(director, year_2027)
    made = Campaign.objects.get(year=2028)
    if change == "words":
        Campaign.objects.filter(pk=made.pk).update(theme_en="The theme")
    elif change == "goal":
        CampaignGoal.objects.filter(campaign=made, city=None).update(walkers=6000)
    elif change == "statement":
        PledgeStatement.objects.filter(campaign=made).delete()
    elif change == "event":
        Event.objects.get(campaign=made).save_revision()
    elif change == "current":
        make_current(campaign=made, actor=director, now=NOW)
    else:
        Campaign.objects.filter(pk=made.pk).update(is_draft=False)

    undone = undo_plan(plan=plan, actor=director, now=NOW)

    assert undone.is_year_kept
    assert Campaign.objects.filter(year=2028).exists()
    plan.refresh_from_db()
    assert plan.undone_at is None


def test_make_current_shows_the_year_and_takes_pledges_for_it_alone(
    director: User, year_2027: Campaign
) -> None:
    start(director, year_2027)
    made = Campaign.objects.get(year=2028)

    assert make_current(campaign=made, actor=director, now=NOW)
    assert not make_current(campaign=made, actor=director, now=NOW)

    states = Campaign.objects.order_by("year").values_list("year", "is_current", "is_draft")
    assert list(states) == [(2027, False, False), (2028, True, False)]
    assert [year.takes_pledges for year in Campaign.objects.order_by("year")] == [False, True]
    logged = AuditEntry.objects.filter(kind="year-made-current")
    assert list(logged.values_list("actor__username", "subject")) == [("chief", "2028")]


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_make_current_of_two_years_at_once_leaves_one(director: User, year_2027: Campaign) -> None:
    others = [
        make_campaign(year=year, is_current=False, world_day_on=datetime.date(year, 7, 30))
        for year in (2025, 2026, 2028, 2029)
    ]

    def attempt(number: int) -> bool:
        try:
            return make_current(campaign=others[number % 4], actor=director, now=NOW)
        finally:
            connection.close()

    at_once(8, attempt)

    assert Campaign.objects.filter(is_current=True).count() == 1
