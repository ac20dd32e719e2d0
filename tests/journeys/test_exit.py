"""The way out: seen at once, reached at once, and with nothing of the page left on the screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django.plugin import DjangoDbBlocker

from tests.databases import DEMO_PASSWORD
from tests.journeys.conftest import SMALLEST_PHONE, OpenPage
from tests.journeys.steps import click_through, sign_in
from tests.served_site import ServedSite, serve

# A neutral page of this machine: the journeys reach no other.
NEUTRAL = "/-/live"
SENSITIVE = (
    "help/",
    "learn/what-to-do/",
    "learn/warning-signs/",
    "learn/bonded-labour/",
    "safety/",
    "nowhere/",
)
# Half a kilobyte a second, and two seconds until anything answers.
WORST_NETWORK = {
    "offline": False,
    "latency": 2000,
    "downloadThroughput": 512,
    "uploadThroughput": 512,
}
FROM_MEMORY = """() => {
  sessionStorage.setItem("seen", "1");
  window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
}"""
TAB_STOPS = 2
# In one breath: what is on the screen before any answer can have come.
LEAVE_AND_LOOK = """() => {
  document.querySelector("[data-exit]").click();
  return `${getComputedStyle(document.body).display}|${document.title.trim()}`;
}"""
both_languages = pytest.mark.parametrize("language", ["ur", "en"])


@pytest.fixture(scope="module")
def site(django_db_blocker: DjangoDbBlocker) -> Iterator[ServedSite]:
    """Serve a demonstration whose way out leads to the neutral page."""
    with serve("demonstration", django_db_blocker, EXIT_ADDRESS=NEUTRAL) as site:
        yield site


def _is_focused(page: Page) -> bool:
    return page.locator("[data-exit]:focus").count() == 1


@both_languages
@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_exit_is_seen_without_scrolling_within_two_tab_stops(
    open_page: OpenPage, site: ServedSite, language: str, has_script: bool
) -> None:
    page = open_page(f"/{language}/", screen=SMALLEST_PHONE, site=site, has_script=has_script)

    for address in SENSITIVE:
        page.goto(f"/{language}/{address}")
        exit_link = page.locator("[data-exit]")
        box = exit_link.bounding_box()
        stops = 0
        while not _is_focused(page) and stops <= TAB_STOPS:
            page.keyboard.press("Tab")
            stops += 1

        assert stops <= TAB_STOPS, address
        assert exit_link.get_attribute("href") == f"/{language}/leave/"
        assert box is not None
        assert min(box["x"], box["y"]) >= 0
        assert box["x"] + box["width"] <= SMALLEST_PHONE["width"], address
        assert box["y"] + box["height"] <= SMALLEST_PHONE["height"], address


@both_languages
def test_exit_leads_out_without_script(
    open_page: OpenPage, site: ServedSite, language: str
) -> None:
    page = open_page(f"/{language}/help/", site=site, has_script=False)

    click_through(page.locator("[data-exit]"))

    expect(page).to_have_url(site.url + NEUTRAL)


@both_languages
def test_exit_with_script_covers_the_page_before_anything_answers(
    open_page: OpenPage, site: ServedSite, language: str
) -> None:
    page = open_page(f"/{language}/learn/warning-signs/", site=site)
    network = page.context.new_cdp_session(page)
    network.send("Network.emulateNetworkConditions", WORST_NETWORK)

    # One task of the browser: no answer can have come, and nothing is painted before it ends.
    seen = page.evaluate(LEAVE_AND_LOOK)

    assert seen == "none|"
    page.wait_for_url(site.url + NEUTRAL)


@both_languages
def test_back_after_exit_does_not_show_the_page(
    open_page: OpenPage, site: ServedSite, language: str
) -> None:
    page = open_page(f"/{language}/", site=site)
    page.goto(f"/{language}/learn/")
    page.goto(f"/{language}/help/")
    page.locator("[data-exit]").click()
    page.wait_for_url(site.url + NEUTRAL)

    # Held, so that what is on the screen meanwhile can be looked at.
    page.route("**/leave/", lambda _route: None)
    page.evaluate("setTimeout(() => history.back())")

    expect(page).to_have_url(f"{site.url}/{language}/learn/")
    expect(page.locator("body")).to_be_hidden()
    expect(page).to_have_title("")


@both_languages
def test_page_out_of_the_browsers_memory_is_covered_after_exit(
    open_page: OpenPage, site: ServedSite, language: str
) -> None:
    page = open_page(f"/{language}/", site=site)
    page.route("**/leave/", lambda _route: None)

    page.evaluate(FROM_MEMORY)

    expect(page.locator("body")).to_be_hidden()


@both_languages
def test_whoever_comes_back_on_purpose_can_read(
    open_page: OpenPage, site: ServedSite, language: str
) -> None:
    page = open_page(f"/{language}/help/", site=site)
    page.locator("[data-exit]").click()
    page.wait_for_url(site.url + NEUTRAL)

    page.goto(f"/{language}/help/")

    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


@both_languages
def test_sensitive_page_is_kept_nowhere_on_the_telephone(
    open_page: OpenPage, site: ServedSite, language: str
) -> None:
    page = open_page(f"/{language}/", site=site)

    kept = {address: page.request.get(f"/{language}/{address}") for address in SENSITIVE[:-1]}

    assert {a for a, r in kept.items() if "no-store" not in r.headers["cache-control"]} == set()
    assert page.context.cookies() == []


@both_languages
def test_exit_leaves_no_cookie_of_a_form_that_was_only_opened(
    open_page: OpenPage, site: ServedSite, language: str
) -> None:
    page = open_page(f"/{language}/pledge/", site=site, has_script=False)
    page.goto(f"/{language}/help/")

    click_through(page.locator("[data-exit]"))

    assert page.context.cookies() == []


def test_exit_ends_an_organisers_session(open_page: OpenPage, site: ServedSite) -> None:
    page = open_page("/ur/desk/", site=site, has_script=False)
    sign_in(page, "organiser-lahore", DEMO_PASSWORD)
    expect(page.locator(".desk-nav__user")).to_have_text("organiser-lahore")
    page.goto("/ur/help/")

    click_through(page.locator("[data-exit]"))
    page.goto("/ur/desk/")

    expect(page.locator("[name=password]")).to_have_count(1)
