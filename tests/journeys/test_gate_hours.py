"""A phone at a gate before the event's day, on it, and when the event is called off meanwhile."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserType, expect
from pytest_django.plugin import DjangoDbBlocker

from events.enums import EventState, RegistrationState
from events.models import Attendance, CheckIn, Registration, Schedule
from tests.journeys.gate_phone import GatePhone, StoppableSite, hold_today
from tests.served_site import serve

SLUG = "walk-sukkur-2027"
GATE = f"/en/desk/events/{SLUG}/gate/"


@pytest.fixture
def town(django_db_blocker: DjangoDbBlocker) -> Iterator[StoppableSite]:
    """Serve a demonstration whose walk is three days ahead."""
    with serve("demonstration", django_db_blocker) as site:
        hold_today(site, SLUG)
        _change(site, happens_on=timezone.localdate() + timedelta(days=3))
        yield StoppableSite(site)


def _change(site: Any, **facts: Any) -> None:
    with site.database():
        Schedule.objects.filter(event__slug=SLUG).update(**facts)


def _counted(town: StoppableSite) -> tuple[int, int]:
    """Return how many lines the record has, and how many people are in."""
    with town.site.database():
        lines = CheckIn.objects.filter(event__slug=SLUG)
        people = Attendance.objects.filter(event__slug=SLUG).values_list("arrived", flat=True)
        return lines.count(), sum(people)


def test_a_phone_practises_before_the_day_counts_on_it_and_closes_when_called_off(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    town: StoppableSite,
    tmp_path: Path,
) -> None:
    with town.site.database():
        state = RegistrationState.CONFIRMED
        parties = Registration.objects.filter(event__slug=SLUG, state=state, party_size=1)
        first, second = parties.order_by("pk").values_list("reference", flat=True)[:2]
    phone = GatePhone(browser_type, browser_type_launch_args, tmp_path / "phone")
    phone.open_browser(town.site.url)
    phone.sign_in("director", "en")
    phone.prepare(GATE, "Gate 1")

    # Before the day: whatever is tapped, nothing counts, and practice cannot be switched off.
    assert phone.check_in(first) == ("in", "in")
    phone.page.locator("[data-bar] [data-part=state]").click()
    expect(phone.part("more", "practice")).to_be_disabled()
    expect(phone.part("more", "closed")).to_contain_text("before the day of the event")
    phone.expect_waiting(0)
    assert _counted(town) == (0, 0)

    # On the day: the phone learns it with its next list.
    hold_today(town.site, SLUG)
    phone.part("more", "send").click()
    expect(phone.part("more", "practice")).to_be_enabled()
    phone.part("more", "back").click()
    assert phone.check_in(first) == ("in", "in")
    phone.expect_waiting(0)
    assert _counted(town) == (1, 1)

    # Called off while the phone is alone; what it does then stays with it.
    phone.set_offline(True)
    a_minute_ago = timezone.now() - timedelta(minutes=1)
    _change(town.site, state=EventState.CANCELLED, changed_at=a_minute_ago)
    phone.check_in(second)
    phone.set_offline(False)
    expect(phone.part("more", "closed")).to_have_text(
        "This event is cancelled: its gate is closed.", timeout=30_000
    )
    expect(phone.part("more", "back")).to_be_hidden()
    phone.expect_waiting(1)
    assert _counted(town) == (1, 1)

    # It knows that also when it is opened again without a network.
    phone.set_offline(True)
    phone.page.goto(GATE)
    phone.unlock("walk together")
    expect(phone.part("more", "closed")).to_contain_text("cancelled", timeout=30_000)

    # The event takes place after all: nothing was lost.
    _change(town.site, state=EventState.OPEN)
    phone.set_offline(False)
    phone.part("more", "send").click()
    phone.expect_waiting(0)
    assert _counted(town) == (2, 2)
    complaints = list(phone.complaints)
    phone.close_browser()
    assert complaints == []
