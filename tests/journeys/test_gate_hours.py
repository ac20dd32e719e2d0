"""A phone at a gate before the event's day, on it, and when the event is called off meanwhile."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserType, expect

from events.enums import EventState, RegistrationState
from events.models import Attendance, CheckIn, Registration, Schedule
from tests.journeys.fake_camera import film_nothing, film_of
from tests.journeys.gate_phone import PASSPHRASE, GatePhone, StoppableSite, hold_today
from tests.lending import Lender

SLUG = "walk-sukkur-2027"
GATE = f"/en/desk/events/{SLUG}/gate/"


@pytest.fixture
def town(lender: Lender) -> Iterator[StoppableSite]:
    """Serve a demonstration whose walk is three days ahead."""
    with lender.lend("demonstration") as site:
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


@pytest.fixture
def phone(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    town: StoppableSite,
    tmp_path: Path,
) -> Iterator[GatePhone]:
    """Give the director a phone whose camera sees a wall; a fault in a script fails."""
    film = film_of(film_nothing(tmp_path / "wall.y4m"))
    arguments = browser_type_launch_args | {"args": [*browser_type_launch_args["args"], *film]}
    phone = GatePhone(browser_type, arguments, tmp_path / "phone")
    phone.open_browser(town.site.url)
    phone.sign_in("director", "en")
    yield phone
    phone.close_browser()
    assert phone.complaints == []


def _passes(town: StoppableSite) -> list[str]:
    """Return the codes of two people with a place."""
    with town.site.database():
        state = RegistrationState.CONFIRMED
        parties = Registration.objects.filter(event__slug=SLUG, state=state, party_size=1)
        return list(parties.order_by("pk").values_list("reference", flat=True)[:2])


def test_a_phone_practises_before_the_day_and_counts_on_it(
    town: StoppableSite, phone: GatePhone
) -> None:
    first, _second = _passes(town)
    phone.prepare(GATE, "Gate 1")

    assert phone.check_in(first) == ("in", "in")
    phone.page.locator("[data-bar] [data-part=state]").click()
    # Whatever is tapped, nothing counts, and practice cannot be switched off.
    expect(phone.part("more", "practice")).to_be_disabled()
    expect(phone.part("more", "closed")).to_contain_text("before the day of the event")
    phone.expect_waiting(0)
    assert _counted(town) == (0, 0)

    # The phone learns of the day with its next list.
    hold_today(town.site, SLUG)
    phone.part("more", "send").click()
    expect(phone.part("more", "practice")).to_be_enabled()
    phone.part("more", "back").click()
    assert phone.check_in(first) == ("in", "in")
    phone.expect_waiting(0)
    assert _counted(town) == (1, 1)


def test_a_phone_at_a_gate_called_off_says_so_and_keeps_what_it_may_not_send(
    town: StoppableSite, phone: GatePhone
) -> None:
    hold_today(town.site, SLUG)
    phone.prepare(GATE, "Gate 1")
    phone.set_offline(True)
    a_minute_ago = timezone.now() - timedelta(minutes=1)
    _change(town.site, state=EventState.CANCELLED, changed_at=a_minute_ago)
    phone.check_in(_passes(town)[0])
    closed = phone.part("more", "closed")

    phone.set_offline(False)
    expect(closed).to_have_text("This event is cancelled: its gate is closed.", timeout=30_000)
    expect(phone.part("more", "back")).to_be_hidden()
    phone.expect_waiting(1)
    assert _counted(town) == (0, 0)

    # It knows that also when it is opened again without a network.
    phone.set_offline(True)
    phone.page.goto(GATE)
    phone.unlock(PASSPHRASE)
    expect(closed).to_contain_text("cancelled", timeout=30_000)

    # The event takes place after all: nothing was lost, and the phone sends it by itself.
    _change(town.site, state=EventState.OPEN)
    phone.set_offline(False)
    phone.expect_waiting(0)
    assert _counted(town) == (1, 1)


# The standard's interface, as Chromium on Android has it; it sees a code wherever a picture runs.
NATIVE_DETECTOR = """
    window.BarcodeDetector = class {
        constructor({ formats }) {
            if (!formats.includes("qr_code")) throw new TypeError("no such format");
        }
        static async getSupportedFormats() {
            return ["qr_code", "ean_13"];
        }
        async detect(source) {
            if (!(source instanceof HTMLVideoElement) || !source.videoWidth) {
                throw new DOMException("no picture", "InvalidStateError");
            }
            return [{ rawValue: "%(code)s", format: "qr_code" }];
        }
    };
"""


def test_the_browsers_own_detector_is_used_where_there_is_one(
    town: StoppableSite, phone: GatePhone
) -> None:
    first, _second = _passes(town)
    assert phone.context is not None
    phone.context.add_init_script(NATIVE_DETECTOR % {"code": first})

    phone.prepare(GATE, "Gate 1")

    # A wall is filmed: only the browser's own detector can answer with this pass.
    expect(phone.screen("answer")).to_have_attribute("data-tone", "in", timeout=30_000)
    expect(phone.part("answer", "detail")).to_contain_text(first)
    assert phone.page.evaluate("'ZXingWASM' in window") is False
