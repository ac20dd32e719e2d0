"""Two phones at two gates, with the network cut and the server stopped; then both come back."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.db.models import Q
from django.utils import timezone
from playwright.sync_api import BrowserType, expect

from directory.models import User
from events.attendance.services.devices import make_link
from events.enums import RegistrationState
from events.models import (
    Attendance,
    Conflict,
    Event,
    GateDevice,
    GateLink,
    Registration,
    WalkIn,
)
from tests.journeys.gate_phone import (
    PASSPHRASE,
    WHAT_IS_STORED,
    GatePhone,
    StoppableSite,
    hold_today,
)
from tests.journeys.steps import click_through
from tests.lending import Lender

SLUG = "walk-lahore-2027"
GATE = f"/ur/desk/events/{SLUG}/gate/"
IN_COMMON = 10
EACH = 30
# 30 and 30 passes, ten of them the same: 50 parties.
PARTIES = 2 * EACH - IN_COMMON
NewPhone = Callable[..., GatePhone]


@pytest.fixture(scope="module")
def town(lender: Lender) -> Iterator[StoppableSite]:
    """Serve a demonstration whose server a test may stop; each test has passes of its own."""
    with lender.lend("demonstration") as site:
        hold_today(site, SLUG)
        stoppable = StoppableSite(site)
        yield stoppable
        stoppable.stop()


@pytest.fixture
def new_phone(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    town: StoppableSite,
    tmp_path: Path,
) -> Iterator[NewPhone]:
    """Return a function that gives somebody a phone, signed in or not; a script's fault fails."""
    phones: list[GatePhone] = []

    def give(name: str, username: str = "organiser-lahore") -> GatePhone:
        phone = GatePhone(browser_type, browser_type_launch_args, tmp_path / name)
        phones.append(phone)
        phone.open_browser(town.site.url)
        if username:
            phone.sign_in(username)
        return phone

    yield give
    for phone in phones:
        phone.close_browser()
    assert [fault for phone in phones for fault in phone.complaints] == []


def _passes(town: StoppableSite, count: int) -> dict[str, int]:
    """Return reference and size of so many parties with a place, none of whom is in."""
    with town.site.database():
        confirmed = Registration.objects.filter(
            Q(attendance=None) | Q(attendance__arrived=0),
            event__slug=SLUG,
            state=RegistrationState.CONFIRMED,
        ).order_by("pk")[:count]
        return {one.reference: one.party_size for one in confirmed}


def _arrived(town: StoppableSite, passes: Iterable[str] = ()) -> dict[str, int]:
    """Return how many are in, by reference: of these passes, or of all."""
    with town.site.database():
        counts = Attendance.objects.filter(event__slug=SLUG, arrived__gt=0)
        found = dict(counts.values_list("registration__reference", "arrived"))
    return {code: count for code, count in found.items() if code in passes or not passes}


def _work(first: GatePhone, second: GatePhone, codes: list[str]) -> set[tuple[str, str]]:
    """Let everybody in at two gates nobody can reach, one browser closed in the middle."""
    said = {first.check_in(code) for code in codes[: EACH // 2]}
    first.close_browser()
    first.open_browser(first.base_url, is_offline=True)
    first.open_gate()
    first.expect_waiting(EACH // 2)
    said |= {first.check_in(code) for code in codes[EACH // 2 : EACH]}
    said |= {second.check_in(code) for code in codes[-EACH:]}
    walked = {first.walk_in(f"رخسانہ {count}", count) for count in ("1", "۲", "3")}
    walked |= {second.walk_in("Bilal", 1), second.walk_in("نادیہ", "٤")}
    first.expect_waiting(EACH + 3)
    second.expect_waiting(EACH + 2)
    assert {tone for tone, _key in walked} == {"in"}
    return said


def _walk_ins_and_conflicts(town: StoppableSite) -> tuple[list[int], list[str]]:
    """Return how many walked in at a time, and the references of what came in twice."""
    with town.site.database():
        walk_ins = WalkIn.objects.filter(event__slug=SLUG).values_list("people_count", flat=True)
        twice = Conflict.objects.filter(event__slug=SLUG, check_in__isnull=False)
        references = twice.values_list("check_in__registration__reference", flat=True)
        return sorted(walk_ins), sorted(references)


def test_two_gates_without_network_or_server_bring_home_everybody_once(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    passes = _passes(town, PARTIES)
    codes = list(passes)
    shared = sorted(codes[EACH - IN_COMMON : EACH])
    first, second = new_phone("first"), new_phone("second")
    first.prepare(GATE, "گیٹ 1")
    second.prepare(GATE, "گیٹ 2")
    for phone in (first, second):
        phone.set_offline(True)

    with town.stopped():
        said = _work(first, second, codes)
        again = first.check_in(codes[0])
    for phone in (first, second):
        phone.set_offline(False)
    first.expect_waiting(0)
    second.expect_waiting(0)

    assert (said, again) == ({("in", "in")}, ("already", "already_in"))
    assert _arrived(town) == passes
    assert _walk_ins_and_conflicts(town) == ([1, 1, 2, 3, 4], shared)
    listed = [line for line in first.troubles() + second.troubles() if "گیٹ 2" in line]
    assert sorted(code for code in shared for line in listed if code in line) == shared
    assert all("گیٹ 1" in line for line in listed)


def test_an_ended_session_loses_no_queue_and_the_token_alone_sends_it(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    passes = _passes(town, 3)
    phone = new_phone("one")
    phone.prepare(GATE, "گیٹ 1")
    phone.set_offline(True)
    for code in passes:
        phone.check_in(code)
    assert phone.context is not None
    phone.context.clear_cookies()

    phone.set_offline(False)

    phone.expect_waiting(0)
    assert _arrived(town, passes) == passes


def test_a_phone_signed_out_keeps_its_queue_until_somebody_signs_in_again(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    passes = _passes(town, 2)
    phone = new_phone("one")
    phone.prepare(GATE, "گیٹ 1")
    phone.set_offline(True)
    with town.site.database():
        GateDevice.objects.update(revoked_at=timezone.now())
    for code in passes:
        phone.check_in(code)
    phone.set_offline(False)
    state = phone.page.locator("[data-bar] [data-part=state]")
    expect(state).to_have_attribute("data-state", "ended")
    phone.expect_waiting(2)
    assert _arrived(town, passes) == {}

    state.click()
    click_through(phone.part("more", "sign-in"))
    phone.unlock(PASSPHRASE)

    phone.expect_waiting(0)
    assert _arrived(town, passes) == passes


def test_a_stolen_phone_holds_no_name_and_no_code_in_clear(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    phone = new_phone("one")
    phone.prepare(GATE, "Northern gate")
    with town.site.database():
        people = Registration.objects.filter(event__slug=SLUG).select_related("contact")
        secrets = {text for one in people for text in (one.contact.full_name, one.reference)}
    assert len(secrets) > 200
    phone.set_offline(True)
    phone.check_in(next(iter(_passes(town, 1))))
    phone.walk_in("Rukhsana Qureshi", 2)
    secrets |= {"Rukhsana Qureshi", "Northern gate", PASSPHRASE}

    stored = phone.page.evaluate(WHAT_IS_STORED)
    phone.close_browser()

    assert SLUG in stored
    assert [one for one in secrets if one in stored] == []
    files = [file.read_bytes() for file in phone.folder.rglob("*") if file.is_file()]
    spelt = [form for one in secrets for form in (one.encode(), one.encode("utf-16-le"))]
    assert any(SLUG.encode() in content for content in files)
    assert [one for one in spelt if any(one in content for content in files)] == []


def test_the_gate_is_wiped_at_the_first_opening_after_it_expired(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    phone = new_phone("one")
    phone.prepare(GATE, "گیٹ 1")
    phone.set_offline(True)
    phone.check_in(next(iter(_passes(town, 1))))

    phone.page.clock.set_fixed_time("2031-01-01T08:00:00+05:00")
    phone.page.goto(GATE)

    expect(phone.screen("message")).to_be_visible()
    expect(phone.part("message", "text")).to_contain_text("1")
    left = phone.page.evaluate(
        """async () => [
            (await indexedDB.databases()).length,
            (await caches.keys()).filter((name) => !name.endsWith("scanner")).length,
            (await navigator.serviceWorker.getRegistrations()).length,
        ]"""
    )
    assert left == [0, 0, 0]


def test_wiping_by_hand_is_refused_while_something_waits(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    phone = new_phone("one")
    phone.prepare(GATE, "گیٹ 1")
    phone.set_offline(True)
    phone.check_in(next(iter(_passes(town, 1))))
    phone.page.locator("[data-bar] [data-part=state]").click()
    phone.screen("more").locator("[data-open-wipe]").click()
    wipe = phone.part("wipe", "wipe")
    expect(wipe).to_be_disabled()
    expect(phone.part("wipe", "unsent")).to_contain_text("1")

    phone.screen("wipe").locator("[name=sure]").check()
    wipe.click()

    expect(phone.screen("message")).to_be_visible()
    assert phone.page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def test_a_helper_without_an_account_counts_offline_by_link_and_pin(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    hold_today(town.site, "walk-karachi-2027")
    with town.site.database():
        event = Event.objects.get(slug="walk-karachi-2027")
        now = timezone.now()
        party = Registration.objects.filter(event=event, party_size=1).order_by("pk")[0]
        director = User.objects.get(username="director")
        made = make_link(event=event, label="", allows_practice=False, actor=director, now=now)
        # Tests hash quickly; the served site does not believe that.
        GateLink.objects.update(pin_hash=PBKDF2PasswordHasher().encode(made.pin, "salt"))
    phone = new_phone("helper", username="")
    phone.page.goto(f"/ur/gate/{made.token}/")
    phone.page.locator("[name=pin]").fill(made.pin)
    click_through(phone.page.locator("main form [type=submit]"))
    phone.prepare("/ur/desk/events/walk-karachi-2027/gate/", "گیٹ 3")

    phone.set_offline(True)
    phone.check_in(party.reference)
    phone.set_offline(False)

    phone.expect_waiting(0)
    with town.site.database():
        assert Attendance.objects.get(registration=party).arrived == 1
