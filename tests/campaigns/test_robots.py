"""Robots move the count by the allowance at most, stand out, and leave no trace for long."""

import datetime
from typing import Any

import pytest
from django.db import connection

from campaigns.enums import ConfirmedBy
from campaigns.models import Campaign, Pledge
from campaigns.rules.screening import BUSY_GROUP, PLEDGES_OF_DOMAIN_AND_DAY, AlarmKind
from campaigns.selectors import pledges_per_city
from campaigns.selectors.screening import alarms, groups_of, hours_of
from campaigns.services import confirm_pledge, purge_address_blocks, purge_pledges
from participants.errors import TooManyTries
from tests.campaigns.builders import NOW, make_campaign, pledge_by_phone, pledge_once
from tests.drills import counts

pytestmark = pytest.mark.django_db
DRILL = 1000
SCHOOL, ROBOTS = "198.51.100.7", [f"203.0.{number}.9" for number in range(5)]


@pytest.fixture
def campaign() -> Campaign:
    """Return the current campaign."""
    return make_campaign()


def confirmed(campaign: Campaign, email: str, **values: Any) -> Pledge:
    """Return a pledge that counts, unless it is held back."""
    pledge = pledge_once(campaign, email=email, **values)
    confirm_pledge(pledge=pledge, now=NOW)
    return pledge


@pytest.mark.parametrize(
    ("robot_count", "student_count"),
    [(150, 40), pytest.param(DRILL, 300, marks=pytest.mark.drill)],
)
def test_robots_move_the_count_by_the_allowance_while_a_school_is_counted_whole(
    campaign: Campaign, robot_count: int, student_count: int
) -> None:
    robots = 0
    for number in range(robot_count):
        # Of ten, six own a domain with as many mailboxes as they like, four have one mailbox.
        email = f"r{number}@x{number}.evil.test" if number % 10 < 6 else f"bo.t+{number}@gmail.com"
        try:
            made = pledge_once(campaign, email=email, address=ROBOTS[number % 5])
        except TooManyTries:
            continue
        robots += 1
        confirm_pledge(pledge=made, now=NOW)
    moved = Pledge.objects.counted().count()

    for number in range(student_count // 2):
        confirmed(campaign, f"student{number}@gmail.com", address=SCHOOL)
        by_phone = pledge_by_phone(campaign, f"+92300{number:07d}", address=SCHOOL)
        confirm_pledge(pledge=by_phone, now=NOW, way=ConfirmedBy.MESSAGE)

    counted = Pledge.objects.counted().count()
    if robot_count >= DRILL:
        counts.keep(
            f"robots-{connection.vendor}",
            {
                "robots that posted": robot_count,
                "robots let in": robots,
                "robots counted": moved,
                "honest pledges counted": counted - moved,
            },
        )
    assert robots > robot_count * 0.6
    assert moved == PLEDGES_OF_DOMAIN_AND_DAY + 1
    assert counted - moved == student_count


def test_a_neighbourhood_stands_out_where_hardly_anybody_confirms_and_a_school_does_not(
    campaign: Campaign,
) -> None:
    for number in range(BUSY_GROUP):
        robot = pledge_once(campaign, email=f"v{number}@gmail.com", address=ROBOTS[0])
        confirmed(campaign, f"student{number}@gmail.com", address=SCHOOL)

    blocks = [one.value for one in alarms(campaign, NOW) if one.kind == AlarmKind.ADDRESS_BLOCK]

    assert blocks == [robot.address_block]


def test_unconfirmed_robots_move_nothing(campaign: Campaign) -> None:
    for number in range(30):
        pledge_once(campaign, email=f"victim{number}@mail.test", address=ROBOTS[0])

    assert pledges_per_city(campaign) == {}


def test_trends_count_by_the_hour_of_karachi_and_by_what_is_shared(campaign: Campaign) -> None:
    confirmed(campaign, "one@evil.test", address=ROBOTS[0])
    pledge_once(campaign, email="two@evil.test", now=NOW - datetime.timedelta(hours=1))
    pledge_by_phone(campaign, "+923331110566")

    hours = hours_of(campaign, NOW + datetime.timedelta(minutes=59))
    domains = groups_of(campaign, AlarmKind.EMAIL_DOMAIN)
    phones = groups_of(campaign, AlarmKind.PHONE_PREFIX)

    assert [(hour.made, hour.counted) for hour in hours[-2:]] == [(1, 0), (2, 1)]
    assert [(one.value, one.made, one.counted) for one in domains] == [("evil.test", 2, 1)]
    assert [(one.value, one.made) for one in phones] == [("+92333", 1)]


def test_trends_know_one_spelling_of_an_address(campaign: Campaign) -> None:
    for email in ("Ali1@Evil.test", "ali2@evil.test", "ALI3@EVIL.TEST"):
        confirmed(campaign, email)

    domains = groups_of(campaign, AlarmKind.EMAIL_DOMAIN)
    prefixes = groups_of(campaign, AlarmKind.EMAIL_PREFIX)

    assert [(one.value, one.made, one.counted) for one in domains] == [("evil.test", 3, 3)]
    assert sorted((one.value, one.made) for one in prefixes) == [
        ("ali1", 1),
        ("ali2", 1),
        ("ali3", 1),
    ]


def test_address_blocks_are_emptied_after_two_weeks(campaign: Campaign) -> None:
    pledge_once(campaign, address=ROBOTS[0])
    later = NOW + datetime.timedelta(days=15)

    counts = [
        purge_address_blocks(now=NOW),
        purge_address_blocks(now=later, is_dry_run=True),
        purge_address_blocks(now=later),
        purge_address_blocks(now=later),
    ]

    assert counts == [0, 1, 1, 0]
    assert Pledge.objects.get().address_block == ""


def test_what_nobody_confirms_is_forgotten_and_what_counts_is_not(campaign: Campaign) -> None:
    waiting = pledge_once(campaign, email="a@mail.test")
    counted = confirmed(campaign, "b@mail.test")
    later = NOW + datetime.timedelta(days=15)

    counts = [purge_pledges(now=NOW), purge_pledges(now=later), purge_pledges(now=later)]

    waiting.contact.refresh_from_db()
    counted.contact.refresh_from_db()
    assert counts == [0, 1, 0]
    assert (waiting.contact.email, counted.contact.email) == ("", "b@mail.test")
