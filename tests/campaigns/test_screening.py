"""Marking shows its count first, undoing restores exactly, and totals always equal the rows."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.enums import PledgeState
from campaigns.errors import CountHasChanged
from campaigns.models import Campaign, Pledge, PledgeMeasure
from campaigns.rules.screening import (
    PLEDGES_OF_DOMAIN_AND_DAY,
    Conditions,
)
from campaigns.selectors import pledges_per_city
from campaigns.selectors.screening import pledges_by_state
from campaigns.services import (
    apply_measure,
    confirm_pledge,
    undo_measure,
    withdraw_pledge,
)
from directory.models import User
from participants.models import AuditEntry
from tests.campaigns.builders import NOW, make_campaign, make_city, pledge_once
from tests.factories import make_user

pytestmark = pytest.mark.django_db
SCHOOL, ROBOTS = "198.51.100.7", [f"203.0.{number}.9" for number in range(5)]


@pytest.fixture
def campaign() -> Campaign:
    """Return the current campaign."""
    return make_campaign()


@pytest.fixture
def officer() -> User:
    """Return whoever looks after pledges."""
    return make_user("data-officer")


def states(campaign: Campaign) -> dict[int, str]:
    """Return each pledge's state."""
    return dict(Pledge.objects.filter(campaign=campaign).values_list("pk", "state"))


def mark(
    campaign: Campaign,
    officer: User,
    state: PledgeState = PledgeState.INVALID,
    expected: int = 1,
    key: str = "k",
    **conditions: Any,
) -> PledgeMeasure:
    """Mark the pledges of some conditions."""
    return apply_measure(
        campaign=campaign,
        conditions=Conditions(**conditions),
        mark=state,
        expected=expected,
        key=key,
        actor=officer,
        now=NOW,
    )


def confirmed(campaign: Campaign, email: str, **values: Any) -> Pledge:
    """Return a pledge that counts, unless it is held back."""
    pledge = pledge_once(campaign, email=email, **values)
    confirm_pledge(pledge=pledge, now=NOW)
    return pledge


def test_measure_marks_exactly_what_its_preview_counted_and_undo_restores_it(
    campaign: Campaign, officer: User
) -> None:
    for number in range(4):
        confirmed(campaign, f"r{number}@evil.test")
    pledge_once(campaign, email="waiting@evil.test")
    confirmed(campaign, "honest@mail.test")
    before = states(campaign)

    measure = mark(campaign, officer, expected=5, email_domain="evil.test")
    marked = pledges_by_state(campaign)
    again = mark(campaign, officer, expected=5, email_domain="evil.test")
    restored = undo_measure(campaign=campaign, actor=officer, now=NOW)

    assert (measure.pledge_count, again.pk) == (5, measure.pk)
    assert (marked["invalid"], marked["confirmed"]) == (5, 1)
    assert restored == 5
    assert states(campaign) == before
    assert undo_measure(campaign=campaign, actor=officer, now=NOW) == 0
    lines = list(AuditEntry.objects.order_by("pk").values_list("kind", "row_count"))
    assert lines == [("pledges-invalid", 5), ("pledges-mark-undone", 5)]


def test_measure_is_refused_whole_when_the_count_has_changed(
    campaign: Campaign, officer: User
) -> None:
    confirmed(campaign, "a@evil.test")
    before = states(campaign)

    with pytest.raises(CountHasChanged):
        mark(campaign, officer, expected=2, email_domain="evil.test")

    assert states(campaign) == before
    assert not PledgeMeasure.objects.exists()


def test_a_measure_without_a_condition_marks_nobody(campaign: Campaign, officer: User) -> None:
    confirmed(campaign, "a@evil.test")

    assert mark(campaign, officer, expected=0).pledge_count == 0
    assert mark(campaign, officer, expected=0, key="2", state=PledgeState.SUSPECT).pledge_count == 0


@pytest.mark.parametrize(
    "conditions",
    [
        {"email_domain": "evil.test"},
        {"email_domain": "EVIL.test"},
        {"email_prefix": "ROBO"},
        {"phone_prefix": "+92333"},
        {"city": "karachi"},
        {"since": NOW + datetime.timedelta(minutes=5)},
        {"email_domain": "evil.test", "city": "karachi"},
        {"since": NOW, "until": NOW + datetime.timedelta(hours=1), "phone_prefix": "+92333"},
    ],
)
def test_each_condition_finds_its_own(
    campaign: Campaign, officer: User, conditions: dict[str, Any]
) -> None:
    make_city("karachi")
    confirmed(campaign, "honest@mail.test", phone="+923001234567")
    robot = pledge_once(
        campaign, email="robot7@evil.test", phone="+923331234567", city="karachi",
        now=NOW + datetime.timedelta(minutes=10),
    )  # fmt: skip

    mark(campaign, officer, **conditions)

    assert [pk for pk, state in states(campaign).items() if state == "invalid"] == [robot.pk]


def test_conditions_that_all_hold_for_nobody_find_nobody(campaign: Campaign, officer: User) -> None:
    confirmed(campaign, "a@evil.test")

    measure = mark(campaign, officer, expected=0, email_domain="evil.test", email_prefix="b")

    assert measure.pledge_count == 0


def test_the_neighbourhood_of_one_day_is_a_condition(campaign: Campaign, officer: User) -> None:
    robot = pledge_once(campaign, email="a@mail.test", address=ROBOTS[0])
    pledge_once(campaign, email="b@mail.test", address=SCHOOL)

    mark(campaign, officer, address_block=robot.address_block)

    robot.refresh_from_db()
    assert robot.state == PledgeState.INVALID
    assert pledges_by_state(campaign)["invalid"] == 1


def test_undo_leaves_who_withdrew_meanwhile_withdrawn(campaign: Campaign, officer: User) -> None:
    first = confirmed(campaign, "a@evil.test")
    second = confirmed(campaign, "b@evil.test")
    mark(campaign, officer, PledgeState.SUSPECT, expected=2, email_domain="evil.test")
    withdraw_pledge(pledge=first)

    restored = undo_measure(campaign=campaign, actor=officer, now=NOW)

    assert restored == 1
    assert states(campaign) == {first.pk: "withdrawn", second.pk: "confirmed"}


def test_undo_counts_nobody_twice_who_counts_by_another_pledge_by_now(
    campaign: Campaign, officer: User
) -> None:
    marked = confirmed(campaign, "a@evil.test")
    other = pledge_once(campaign, email="a@evil.test")
    confirmed(campaign, "b@evil.test")
    mark(campaign, officer, expected=3, email_domain="evil.test")
    Pledge.objects.filter(pk=other.pk).update(state=PledgeState.CONFIRMED, confirmed_at=NOW)

    restored = undo_measure(campaign=campaign, actor=officer, now=NOW)

    assert restored == 1
    assert states(campaign)[marked.pk] == PledgeState.INVALID
    assert pledges_by_state(campaign)["confirmed"] == 2


def test_what_was_held_back_is_counted_after_all_once_for_each_mailbox(
    campaign: Campaign, officer: User
) -> None:
    for number in range(PLEDGES_OF_DOMAIN_AND_DAY + 3):
        confirmed(campaign, f"student{number}@school.edu.pk")
    pledge_once(campaign, email="never-confirmed@school.edu.pk")

    mark(campaign, officer, PledgeState.CONFIRMED, expected=3, email_domain="school.edu.pk")

    assert pledges_by_state(campaign)["confirmed"] == PLEDGES_OF_DOMAIN_AND_DAY + 3
    assert pledges_by_state(campaign)["pending"] == 1


def test_measures_are_taken_back_in_their_order(campaign: Campaign, officer: User) -> None:
    pledge = confirmed(campaign, "a@evil.test")
    mark(campaign, officer, PledgeState.SUSPECT, key="1", email_domain="evil.test")
    mark(campaign, officer, PledgeState.INVALID, key="2", email_prefix="a")

    seen = []
    for _time in range(2):
        undo_measure(campaign=campaign, actor=officer, now=NOW)
        seen.append(states(campaign)[pledge.pk])

    assert seen == ["suspect", "confirmed"]


STEPS = st.lists(
    st.sampled_from(["suspect", "invalid", "count", "undo", "withdraw", "pledge"]), max_size=12
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_totals_equal_the_rows_whatever_is_done(
    campaign: Campaign, officer: User, steps: list[str]
) -> None:
    emails = iter(f"s{number}@one{number % 2}.test" for number in range(100))
    conditions = Conditions(email_domain="one0.test")
    acts: dict[str, Callable[[int], object]] = {
        "undo": lambda _n: undo_measure(campaign=campaign, actor=officer, now=NOW),
        "pledge": lambda _n: confirmed(campaign, next(emails)),
        "withdraw": lambda _n: _withdraw_one(campaign),
        "suspect": lambda n: _mark_all(campaign, officer, conditions, PledgeState.SUSPECT, n),
        "invalid": lambda n: _mark_all(campaign, officer, conditions, PledgeState.INVALID, n),
        "count": lambda n: _mark_all(campaign, officer, conditions, PledgeState.CONFIRMED, n),
    }

    for number, step in enumerate(["pledge", "pledge", *steps]):
        acts[step](number)

        rows = states(campaign)
        counts = pledges_by_state(campaign)
        assert sum(counts.values()) == len(rows)
        assert counts["confirmed"] == sum(pledges_per_city(campaign).values())
        assert counts["confirmed"] == list(rows.values()).count("confirmed")
    Pledge.objects.all().delete()
    PledgeMeasure.objects.all().delete()


def _withdraw_one(campaign: Campaign) -> None:
    first = Pledge.objects.filter(campaign=campaign).first()
    if first:
        withdraw_pledge(pledge=first)


def _mark_all(
    campaign: Campaign, officer: User, conditions: Conditions, state: PledgeState, number: int
) -> None:
    try:
        mark(campaign, officer, state, -1, f"{number}", email_domain=conditions.email_domain)
    except CountHasChanged as changed:
        mark(
            campaign, officer, state, changed.count, f"{number}",
            email_domain=conditions.email_domain,
        )  # fmt: skip
