"""One phone at the gate: each code's answer, parties, practice, the camera, a full phone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, Route, expect

from events.enums import RegistrationState
from events.models import Attendance, CheckIn, Registration, WalkIn
from tests.journeys.conftest import english_later
from tests.journeys.fake_camera import film_of, film_pass
from tests.journeys.foreign_words import foreign_words
from tests.journeys.gate_phone import GatePhone, StoppableSite, hold_today
from tests.lending import Lender

pytestmark = pytest.mark.look
SLUG = "walk-jhelum-2027"
NewPhone = Callable[..., GatePhone]


def _gate(language: str) -> str:
    return f"/{language}/desk/events/{SLUG}/gate/"


@pytest.fixture(scope="module")
def town(lender: Lender) -> Iterator[StoppableSite]:
    """Serve a demonstration to these tests; each has passes of its own."""
    with lender.lend("demonstration") as site:
        hold_today(site, SLUG)
        yield StoppableSite(site)


@pytest.fixture
def new_phone(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    town: StoppableSite,
    tmp_path: Path,
) -> Iterator[NewPhone]:
    """Return a function that prepares a phone; a fault in a script fails the test."""
    phones: list[GatePhone] = []

    def give(language: str = "ur", *, film: Path | None = None) -> GatePhone:
        arguments = dict(browser_type_launch_args)
        if film is not None:
            arguments["args"] = [*arguments["args"], *film_of(film)]
        phone = GatePhone(browser_type, arguments, tmp_path / f"phone-{len(phones)}")
        phones.append(phone)
        phone.open_browser(town.site.url)
        phone.sign_in("director", language)
        phone.prepare(_gate(language), "گیٹ 1" if language == "ur" else "Gate 1")
        return phone

    yield give
    for phone in phones:
        phone.close_browser()
    assert [fault for phone in phones for fault in phone.complaints] == []


def _party(town: StoppableSite, size: int, state: str = RegistrationState.CONFIRMED) -> Any:
    """Return a party of that size none of whom is in, its contact with it."""
    with town.site.database():
        parties = Registration.objects.filter(event__slug=SLUG, state=state, party_size=size)
        return parties.filter(attendance=None).select_related("contact").order_by("pk")[0]


def _arrived(town: StoppableSite, party: Any) -> int:
    with town.site.database():
        found = Attendance.objects.filter(registration=party).first()
        return found.arrived if found else 0


@english_later
def test_every_code_has_its_own_answer_in_the_page_s_language(
    town: StoppableSite,
    new_phone: NewPhone,
    accessibility_faults: Callable[[Page], list[str]],
    language: str,
) -> None:
    party = _party(town, 1)
    waiting = _party(town, 1, RegistrationState.WAITING)
    with town.site.database():
        other = Registration.objects.exclude(event__slug=SLUG).order_by("pk")[0].reference
    phone = new_phone(language)
    answers = {}

    for name, typed in {
        "valid": party.reference.lower(),
        "used": party.reference,
        "waiting": waiting.reference,
        "other event": other,
        "other system": "EVENTBRITE-998877665544",
        "torn": "ZZ-ZZ9",
    }.items():
        screen = phone.ask(typed)
        said = screen.inner_html().replace(party.reference, "").replace(waiting.reference, "")
        assert set(foreign_words(said, language)) <= set(party.contact.full_name.split()), name
        assert accessibility_faults(phone.page) == [], name
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360, name
        answers[name] = phone.go_on()

    assert answers == {
        "valid": ("in", "in"),
        "used": ("already", "already_in"),
        "waiting": ("no", "waiting"),
        "other event": ("no", "other_event"),
        "other system": ("no", "strange"),
        "torn": ("no", "torn"),
    }
    phone.expect_waiting(0)
    assert _arrived(town, party) == 1


@english_later
def test_screens_speak_one_language_and_hold_no_fault_axe_knows(
    new_phone: NewPhone,
    accessibility_faults: Callable[[Page], list[str]],
    language: str,
) -> None:
    phone = new_phone(language)
    typed = ["Gate", "director"]

    def look(name: str) -> None:
        words = foreign_words(phone.root.inner_html(), language)
        assert [word for word in words if word not in typed] == [], name
        assert accessibility_faults(phone.page) == [], name
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360, name

    for way in ("scan", "digits", "name", "walk_in"):
        phone.way(way)
        look(way)
    phone.page.locator("[data-bar] [data-part=state]").click()
    look("more")
    phone.screen("more").locator("[data-open-wipe]").click()
    expect(phone.screen("wipe")).to_be_visible()
    look("wipe")
    phone.page.goto(_gate(language))
    expect(phone.screen("unlock")).to_be_visible()
    look("unlock")
    phone.unlock("not the passphrase")
    expect(phone.part("unlock", "error")).not_to_be_empty()


def test_a_party_comes_in_two_parts_and_a_part_is_taken_back(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    party = _party(town, 4)
    phone = new_phone()
    answer = phone.ask(party.reference)
    answer.locator("[name=count]").fill("۳")
    answer.locator("[data-part=party-go]").click()
    expect(answer).to_have_attribute("data-key", "partly")
    phone.go_on()
    answer = phone.ask(party.reference)
    answer.locator("[name=count]").fill("2")
    answer.locator("[data-part=party-go]").click()
    expect(answer.locator("[data-part=party-error]")).to_contain_text("1")
    answer.locator("[name=count]").fill("1")
    answer.locator("[data-part=party-go]").click()
    expect(answer).to_have_attribute("data-key", "in")

    answer.locator("[data-part=undo]").click()
    answer.locator("[data-reason=went_away]").click()

    expect(answer).to_have_attribute("data-tone", "undone")
    phone.expect_waiting(0)
    assert _arrived(town, party) == 3


def test_four_keys_and_one_tap_let_somebody_in(town: StoppableSite, new_phone: NewPhone) -> None:
    party = _party(town, 1)
    phone = new_phone()
    way = phone.way("digits")

    for digit in party.contact.phone[-4:]:
        way.locator(f"button[value='{digit}']").click()
    way.locator(".gate-found__person", has_text=party.reference).click()

    assert phone.go_on() == ("in", "in")
    phone.expect_waiting(0)
    assert _arrived(town, party) == 1


def test_a_name_typed_in_roman_letters_finds_the_urdu_one(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    with town.site.database():
        party = Registration.objects.filter(event__slug=SLUG).select_related("contact").first()
        assert party is not None
        party.contact.full_name = "کوثر پروین"
        party.contact.save(update_fields=["full_name"])
    phone = new_phone()

    phone.way("name").locator("#gate-search").fill("Kausar Parveen")

    expect(phone.page.locator("[data-way=name] .gate-found__person")).to_contain_text(
        party.reference
    )


def test_practice_counts_nobody_on_the_phone_or_the_server(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    party = _party(town, 1)
    phone = new_phone()
    inside = phone.page.locator("[data-part=inside]")
    before = inside.inner_text()
    phone.page.locator("[data-bar] [data-part=state]").click()
    phone.part("more", "practice").check()
    phone.part("more", "back").click()

    assert phone.check_in(party.reference) == ("in", "in")
    assert phone.check_in(party.reference) == ("already", "already_in")
    assert phone.walk_in("Bilal")[0] == "in"
    expect(inside).to_have_text(str(int(before) + 2))
    phone.expect_waiting(0)
    phone.page.locator("[data-bar] [data-part=state]").click()
    phone.part("more", "practice").uncheck()
    phone.part("more", "send").click()

    expect(inside).to_have_text(before)
    with town.site.database():
        assert CheckIn.objects.filter(registration=party).count() == 0
        assert WalkIn.objects.filter(full_name="Bilal").count() == 0


def test_an_answer_lost_on_the_way_counts_once(town: StoppableSite, new_phone: NewPhone) -> None:
    party = _party(town, 1)
    phone = new_phone()
    lost: list[int] = []

    def lose_the_first(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    phone.page.route("**/gate/sync/", lose_the_first)
    phone.check_in(party.reference)
    phone.way("name").locator("#gate-search").fill("فاط")
    phone.expect_waiting(0)

    # The answer that came at last has not wiped what was being typed.
    expect(phone.page.locator("#gate-search")).to_have_value("فاط")
    assert lost == [200]
    assert phone.troubles() == []
    with town.site.database():
        assert CheckIn.objects.filter(registration=party).count() == 1


def test_somebody_registered_after_the_list_was_taken_is_found_while_online(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    party = _party(town, 1)
    with town.site.database():
        Registration.objects.filter(pk=party.pk).update(reference="JHL-22222")
    phone = new_phone()
    with town.site.database():
        Registration.objects.filter(pk=party.pk).update(reference="JHL-33333")
    phone.wait_as_long_as_it_takes()

    assert phone.check_in("JHL-33333") == ("in", "in")


def test_a_full_phone_says_that_nobody_was_counted(
    town: StoppableSite, new_phone: NewPhone
) -> None:
    party = _party(town, 1)
    phone = new_phone()
    # As a browser answers whose disk is full; filling one would take the machine's.
    phone.page.evaluate(
        """() => (IDBObjectStore.prototype.add = () => {
            throw new DOMException("full", "QuotaExceededError");
        })"""
    )

    phone.ask(party.reference)

    assert phone.go_on() == ("no", "full_phone")
    phone.expect_waiting(0)
    assert _arrived(town, party) == 0


def test_the_camera_reads_a_pass_held_up_to_it(
    town: StoppableSite, new_phone: NewPhone, tmp_path: Path
) -> None:
    party = _party(town, 1)

    phone = new_phone(film=film_pass(party.reference, tmp_path / "pass.y4m"))

    expect(phone.screen("answer")).to_have_attribute("data-tone", "in")
    expect(phone.part("answer", "detail")).to_contain_text(party.reference)
    phone.expect_waiting(0)
    assert _arrived(town, party) == 1
