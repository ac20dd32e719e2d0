"""Pages hold no fault axe knows, ask nobody else for anything, and fit the smallest telephone."""

import re
from collections.abc import Callable
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.journeys.conftest import SMALLEST_PHONE, OpenPage, Scheme
from tests.journeys.steps import click_through

pytestmark = pytest.mark.look
ADDRESSES = (
    "",
    "events/",
    "events/walk-lahore-2027/",
    "events/walk-lahore-2027/register/",
    "help/",
    "learn/warning-signs/",
    "campaigns/2022/",
    "campaigns/2027/",
    "pledge/",
    "desk/",
    "nowhere/",
)
# One address of every other kind of page a reader can come to.
OTHER_KINDS = (
    "stories/one-application/",
    "news/leave-no-child-behind/",
    "resources/numbers-to-tear-off/",
    "faq/",
    "take-part/",
    "pledge/wall/",
    "impact/",
    "network/",
    "host/",
    "search/?q=karachi",
    "forward/home/",
)
# A wide screen and a telephone, either at twice its size.
ZOOMED = (ViewportSize(width=640, height=450), ViewportSize(width=180, height=370))
both_languages = pytest.mark.parametrize("language", ["ur", "en"])


@pytest.mark.parametrize(
    ("language", "scheme"),
    [
        ("ur", "light"),
        ("en", "dark"),
        pytest.param("ur", "dark", marks=pytest.mark.drill),
        pytest.param("en", "light", marks=pytest.mark.drill),
    ],
)
def test_axe_finds_no_fault_by_day_or_night(
    open_page: OpenPage,
    accessibility_faults: Callable[[Page], list[str]],
    language: str,
    scheme: Scheme,
) -> None:
    page = open_page(f"/{language}/", scheme=scheme)

    found = {}
    for address in ADDRESSES:
        page.goto(f"/{language}/{address}")
        if faults := accessibility_faults(page):
            found[address] = faults

    assert found == {}


@both_languages
def test_axe_finds_no_fault_in_a_form_that_complains(
    open_page: OpenPage, accessibility_faults: Callable[[Page], list[str]], language: str
) -> None:
    page = open_page(f"/{language}/events/walk-lahore-2027/register/")
    click_through(page.locator("main form [type=submit]"))
    expect(page.locator(".error-summary")).to_be_visible()

    assert accessibility_faults(page) == []


@both_languages
def test_page_is_never_wider_than_the_smallest_telephone_or_at_twice_its_size(
    open_page: OpenPage, language: str
) -> None:
    page = open_page(f"/{language}/", screen=SMALLEST_PHONE)

    wider = []
    for address in (*ADDRESSES, *OTHER_KINDS):
        page.goto(f"/{language}/{address}")
        for screen in (SMALLEST_PHONE, *ZOOMED):
            page.set_viewport_size(screen)
            if page.evaluate("document.documentElement.scrollWidth") > screen["width"]:
                wider.append((address, screen["width"]))

    assert wider == []


@both_languages
def test_paper_has_the_helpline_and_what_is_folded_and_nothing_to_tap(
    open_page: OpenPage, language: str
) -> None:
    page = open_page(f"/{language}/faq/")
    page.emulate_media(media="print")

    answers = page.locator("details:not([open]) > .disclosure__body")

    assert answers.count() > 3
    assert [one.is_visible() for one in answers.all()] == [True] * answers.count()
    assert page.locator(".helpline-bar").is_visible()
    for part in (".site-header__tools", ".site-footer", ".button", ".send-on"):
        assert [one for one in page.locator(part).all() if one.is_visible()] == [], part


@pytest.mark.drill
@pytest.mark.parametrize(
    ("scheme", "colors"), [("light", "none"), ("dark", "none"), ("dark", "active")]
)
def test_axe_finds_no_fault_in_any_page_of_the_sitemap(
    open_page: OpenPage,
    accessibility_faults: Callable[[Page], list[str]],
    scheme: Scheme,
    colors: Literal["none", "active"],
) -> None:
    page = open_page("/ur/", scheme=scheme)
    page.emulate_media(forced_colors=colors)
    sitemap = page.request.get("/sitemap.xml").text()
    addresses = [urlsplit(one).path for one in re.findall(r"<loc>([^<]+)</loc>", sitemap)]

    found = {}
    for address in addresses:
        page.goto(address)
        if faults := accessibility_faults(page):
            found[address] = faults

    assert len(addresses) > 50
    assert found == {}
