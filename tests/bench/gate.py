"""How long a volunteer takes on a slow phone: Chromium at a quarter of its speed, no network.

The phone's own time is measured, from the tap to the answer on the screen. The hand's time is
reckoned: so many keys and taps, at the pace of somebody who types with one finger.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from events.enums import RegistrationState
from events.models import Registration
from tests.browser import QUIET, installed_browser
from tests.journeys.gate_phone import GatePhone, hold_today
from tests.served_site import ServedSite, serve

SLUG = "walk-jhelum-2027"
GATE = f"/ur/desk/events/{SLUG}/gate/"
TIMES = 5
SLOWER = 4
SECONDS_A_KEY, SECONDS_A_TAP = 0.5, 1.5
NAME = "نسرین بی بی"
Row = dict[str, object]


def measured() -> list[Row]:
    """Return one row a step: taps, keys, the phone's worst time, and all of it in seconds."""
    # Playwright has an event loop in this thread, which Django would mistake for its own.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with (
        serve("demonstration", DjangoDbBlocker(_ispytest=True)) as site,
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory() as folder,
    ):
        hold_today(site, SLUG)
        arguments = {"args": QUIET, "executable_path": installed_browser()}
        phone = GatePhone(playwright.chromium, arguments, Path(folder))
        phone.open_browser(site.url)
        phone.sign_in("director")
        phone.prepare(GATE, "گیٹ 1")
        phone.set_offline(True)
        session = phone.page.context.new_cdp_session(phone.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        rows = _steps(phone, site)
        phone.close_browser()
    return rows


def _steps(phone: GatePhone, site: ServedSite) -> list[Row]:
    alone, families = _parties(site, (1,)), _parties(site, (3, 4, 5))
    return [
        _row("walk-in, name and count", 4, len(NAME), lambda _turn: _walk_in(phone)),
        _row("one person by code", 2, 5, lambda turn: _by_code(phone, alone[turn][0])),
        _row("one person by digits", 6, 0, lambda turn: _by_digits(phone, *alone[TIMES + turn])),
        _row("family by code", 3, 5, lambda turn: _by_code(phone, families[turn][0])),
    ]


def _row(step: str, taps: int, keys: int, once: Callable[[int], float]) -> Row:
    worst = max(once(turn) for turn in range(TIMES))
    hand = taps * SECONDS_A_TAP + keys * SECONDS_A_KEY
    return {
        "step": step,
        "taps": taps,
        "keys": keys,
        "phone, worst of 5 (s)": round(worst, 2),
        "hand, reckoned (s)": hand,
        "in all (s)": round(worst + hand, 1),
    }


def _parties(site: ServedSite, sizes: tuple[int, ...]) -> list[tuple[str, str]]:
    """Return reference and last four digits of parties of these sizes, none of them in."""
    with site.database():
        found = Registration.objects.filter(
            event__slug=SLUG,
            state=RegistrationState.CONFIRMED,
            party_size__in=sizes,
            attendance=None,
        ).order_by("pk")
        known = found.values_list("reference", "contact__phone")[: 2 * TIMES]
        return [(reference, phone[-4:]) for reference, phone in known]


def _walk_in(phone: GatePhone) -> float:
    began = time.monotonic()
    form = phone.way("walk_in")
    form.locator("[name=name]").press_sequentially(NAME)
    form.locator("[data-step='1']").click()
    form.locator("[type=submit]").click()
    return _answered(phone, began)


def _by_code(phone: GatePhone, reference: str) -> float:
    began = time.monotonic()
    form = phone.way("name")
    form.locator("#gate-search").press_sequentially(reference[-5:])
    form.locator("[type=submit]").click()
    answer = phone.screen("answer")
    expect(answer).to_be_visible()
    if answer.get_attribute("data-tone") == "ask":
        answer.locator("[data-part=party-go]").click()
    return _answered(phone, began)


def _by_digits(phone: GatePhone, reference: str, digits: str) -> float:
    began = time.monotonic()
    way = phone.way("digits")
    for digit in digits:
        way.locator(f"button[value='{digit}']").click()
    way.locator(".gate-found__person", has_text=reference).click()
    return _answered(phone, began)


def _answered(phone: GatePhone, began: float) -> float:
    """Return the seconds until the screen said "In"; then go on, which the next one's hand does."""
    expect(phone.screen("answer")).to_have_attribute("data-tone", "in")
    took = time.monotonic() - began
    phone.go_on()
    return took
