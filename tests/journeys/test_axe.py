"""Pages hold no fault axe knows, ask nobody else for anything, and fit the smallest telephone."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

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
def test_page_is_never_wider_than_the_smallest_telephone(
    open_page: OpenPage, language: str
) -> None:
    page = open_page(f"/{language}/", screen=SMALLEST_PHONE)

    wider = []
    for address in ADDRESSES:
        page.goto(f"/{language}/{address}")
        if page.evaluate("document.documentElement.scrollWidth") > SMALLEST_PHONE["width"]:
            wider.append(address)

    assert wider == []


@pytest.mark.drill
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_any_page_of_the_sitemap(
    open_page: OpenPage, accessibility_faults: Callable[[Page], list[str]], scheme: Scheme
) -> None:
    page = open_page("/ur/", scheme=scheme)
    sitemap = page.request.get("/sitemap.xml").text()
    addresses = [urlsplit(one).path for one in re.findall(r"<loc>([^<]+)</loc>", sitemap)]

    found = {}
    for address in addresses:
        page.goto(address)
        if faults := accessibility_faults(page):
            found[address] = faults

    assert len(addresses) > 50
    assert found == {}
