"""Tallies follow the rows, change nothing twice, and tell where they are wrong."""

import datetime

import pytest

from campaigns.enums import PledgeState, TallyMeasure
from campaigns.models import Pledge, Tally
from campaigns.services import purge_pledges
from events.models import WalkIn
from events.tallying.services import refresh_tallies, wrong_tallies
from tests.campaigns.builders import add_counted
from tests.events.registration.builders import NOW
from tests.events.tallying.builders import held, the_year

pytestmark = pytest.mark.django_db


def value(measure: TallyMeasure) -> int:
    """Return what is written down for the whole year, or zero."""
    row = Tally.objects.filter(measure=measure, city=None).first()
    return row.value if row else 0


def test_refresh_writes_once_and_then_nothing() -> None:
    held("seminar-a", people=40)

    assert refresh_tallies(now=NOW) == 4
    assert refresh_tallies(now=NOW) == 0
    assert wrong_tallies() == []


def test_refresh_forgets_what_is_no_more() -> None:
    held("seminar-a", people=40)
    refresh_tallies(now=NOW)
    WalkIn.objects.update(undone_at=NOW)

    changed = refresh_tallies(now=NOW)

    assert changed == 2
    assert value(TallyMeasure.ATTENDED) == 0
    assert wrong_tallies() == []


def test_a_planted_number_is_told_and_mended() -> None:
    held("seminar-a", people=40)
    refresh_tallies(now=NOW)
    Tally.objects.filter(measure=TallyMeasure.ATTENDED, city=None).update(value=41)

    wrong = wrong_tallies()

    assert [(one.measure, one.city, one.stored, one.counted) for one in wrong] == [
        ("attended", None, 41, 40)
    ]
    refresh_tallies(now=NOW)
    assert wrong_tallies() == []


def test_a_number_that_was_never_written_is_told() -> None:
    held("seminar-a")

    assert [(one.measure, one.stored, one.counted) for one in wrong_tallies()] == [
        ("events", 0, 1),
        ("events", 0, 1),
    ]


def test_pledges_stay_counted_when_their_makers_are_forgotten() -> None:
    held("seminar-a")
    add_counted(the_year(), "lahore", 12)
    refresh_tallies(now=NOW)

    assert purge_pledges(now=NOW + datetime.timedelta(days=400)) == 12

    assert value(TallyMeasure.PLEDGES) == 12
    assert wrong_tallies() == []


def test_withdrawn_pledges_leave_the_total_at_the_next_count() -> None:
    held("seminar-a")
    add_counted(the_year(), "lahore", 12)
    refresh_tallies(now=NOW)
    Pledge.objects.filter(pk=Pledge.objects.first().pk).update(state=PledgeState.WITHDRAWN)  # type: ignore[union-attr]  # twelve were added

    assert [one.counted for one in wrong_tallies()] == [11, 11]
    refresh_tallies(now=NOW)
    assert wrong_tallies() == []
