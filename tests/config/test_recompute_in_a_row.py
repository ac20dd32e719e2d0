"""Published numbers equal their rows through a year's whole life: load, fraud, erasure, purge."""

import datetime
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from campaigns.enums import PledgeState, TallyMeasure
from campaigns.impact.selectors import tallies_of
from campaigns.models import Campaign, Pledge, Tally
from campaigns.rules.screening import Conditions
from campaigns.services import apply_measure, undo_measure
from campaigns.services.forgetting import erase_pledge
from directory.models import User
from events.models import Event, Registration
from events.registration.services.privacy import erase_registration
from events.tallying.services import refresh_tallies
from participants.models import Contact
from tests.campaigns.builders import add_counted, make_campaign
from tests.events.attendance.builders import arrive
from tests.events.registration.builders import NOW, make_walk, register
from tests.events.tallying.builders import held, report
from tests.factories import make_user

pytestmark = pytest.mark.django_db
WALKED_ON = datetime.datetime(2027, 8, 1, 8, 0, tzinfo=datetime.UTC)
LONG_AFTER = datetime.datetime(2028, 6, 1, tzinfo=datetime.UTC)
EQUAL = "Every published number equals its rows.\n"


@pytest.fixture
def year() -> Campaign:
    """A year with a walk of registered parties, walk-ins, a head-count, and pledges."""
    campaign = make_campaign()
    walk = make_walk(capacity=100)
    Event.objects.filter(pk=walk.pk).update(campaign=campaign)
    parties = [register(walk, 4, phone=f"+92399000{number:04d}") for number in range(6)]
    for party in parties[:3]:
        arrive(party, 4)
    held("seminar-a", "karachi", people=40, headcount=1300)
    held("seminar-b", "multan", people=9)
    add_counted(campaign, "lahore", 30)
    add_counted(campaign, "karachi", 12)
    return campaign


def checked() -> str:
    """Count as the worker does every five minutes, then prove every number."""
    refresh_tallies(now=WALKED_ON)
    out = StringIO()
    call_command("recompute", "--check", stdout=out)
    return out.getvalue()


def totals(campaign: Campaign) -> dict[str, int]:
    """Return what is published for the whole year."""
    cells = tallies_of(campaign).items()
    return {measure: value for (measure, city), (value, _source) in cells if city is None}


def officer_marks(campaign: Campaign, officer: User, since: datetime.datetime) -> None:
    """Mark every counted pledge of one domain and city invalid."""
    conditions = Conditions(email_domain="mail.test", city="lahore")
    apply_measure(
        campaign=campaign,
        conditions=conditions,
        mark=PledgeState.INVALID,
        expected=30,
        key="0" * 32,
        actor=officer,
        now=since,
    )


def test_numbers_equal_their_rows_after_every_step(
    client: Client, year: Campaign, settings: Settings, tmp_path: Path
) -> None:
    settings.VAR_DIR, officer = tmp_path, make_user("data-officer")

    assert checked() == EQUAL
    loaded = totals(year)
    people = {"registered": 24, "attended": 52, "estimated": 1300, "pledges": 42}
    assert loaded == {"events": 3, **people}

    officer_marks(year, officer, WALKED_ON)
    assert (checked(), totals(year)["pledges"]) == (EQUAL, 12)
    undo_measure(campaign=year, actor=officer, now=WALKED_ON)
    assert (checked(), totals(year)) == (EQUAL, loaded)

    erase_pledge(pledge=Pledge.objects.counted().filter(city__slug="lahore")[0])
    erase_registration(registration=Registration.objects.order_by("-pk")[0], now=NOW)
    assert checked() == EQUAL
    erased = totals(year)
    assert erased == loaded | {"registered": 20, "pledges": 41}

    Campaign.objects.update(is_current=False)
    with time_machine.travel(LONG_AFTER, tick=False):
        call_command("purge", stdout=StringIO())
    assert not Contact.objects.exclude(full_name="").exists()
    assert (checked(), totals(year)) == (EQUAL, erased)

    assert client.get("/en/impact/2027/report.pdf").status_code == 200
    report(Event.objects.get(slug="walk-lahore-2027"), 12, "gate")
    assert (checked(), totals(year)) == (EQUAL, erased | {"estimated": 1312})


@pytest.mark.parametrize("measure", [TallyMeasure.PLEDGES, TallyMeasure.REGISTERED])
def test_a_planted_wrong_number_is_found(
    year: Campaign, measure: TallyMeasure, capsys: pytest.CaptureFixture[str]
) -> None:
    checked()
    row = Tally.objects.get(measure=measure, city=None)
    Tally.objects.filter(pk=row.pk).update(value=row.value + 1)

    with pytest.raises(SystemExit) as ended:
        call_command("recompute", "--check")

    assert ended.value.code == 1
    line = f"2027, all cities, {measure}: says {row.value + 1}, rows {row.value}\n"
    assert capsys.readouterr().out == line
