"""The visitor's telephone and desk: screens of every size, day and night, and a crawl beside."""

from collections.abc import Callable, Iterator
from typing import Literal, Protocol
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize
from pytest_django.plugin import DjangoDbBlocker

from tests.browser import PATIENCE_MS
from tests.journeys.crawling import Crawl
from tests.served_site import ServedSite, serve

PHONE = ViewportSize(width=360, height=740)
SMALLEST_PHONE = ViewportSize(width=320, height=568)
DESK = ViewportSize(width=1280, height=900)
Scheme = Literal["light", "dark"]
# What goes the same way in both languages is walked in Urdu each time, in English with the drills.
english_later = pytest.mark.parametrize(
    "language", ["ur", pytest.param("en", marks=pytest.mark.drill)]
)


class OpenPage(Protocol):
    """Opens an address of the demonstration in a fresh browser profile."""

    def __call__(
        self,
        path: str,
        *,
        has_script: bool = True,
        screen: ViewportSize = PHONE,
        scheme: Scheme = "light",
        site: ServedSite | None = None,
    ) -> Page:
        """Return the opened page; `site` is another than the demonstration all tests share."""


def _listen(page: Page, complaints: list[str]) -> None:
    """Note what a page asks of others, what the policy stops, and what fails in a script."""

    def note_strangers(request: Request) -> None:
        if urlsplit(request.url).hostname not in ("127.0.0.1", None):
            complaints.append(f"asked for {request.url}")

    def note_refusals(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            complaints.append(message.text)

    page.on("request", note_strangers)
    page.on("console", note_refusals)
    page.on("pageerror", lambda error: complaints.append(str(error)))


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Return a function that opens pages; the shared demonstration is served once one asks for it.

    What a page asks of any other host, what the browser's security policy stops, and what fails
    in a script fails the test.
    """
    complaints: list[str] = []
    contexts = []

    def open_address(
        path: str,
        *,
        has_script: bool = True,
        screen: ViewportSize = PHONE,
        scheme: Scheme = "light",
        site: ServedSite | None = None,
    ) -> Page:
        context = browser.new_context(
            base_url=(site or request.getfixturevalue("demo_site")).url,
            viewport=screen,
            color_scheme=scheme,
            java_script_enabled=has_script,
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        _listen(page, complaints)
        page.goto(path)
        return page

    yield open_address
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def working_site(django_db_blocker: DjangoDbBlocker) -> Iterator[ServedSite]:
    """Serve a demonstration to journeys of which none hinders another: nobody counts all rows."""
    with serve("demonstration", django_db_blocker) as site:
        yield site


@pytest.fixture
def accessibility_faults() -> Callable[[Page], list[str]]:
    """Return a function that lists what axe finds on a page, each with its first element."""

    def faults(page: Page) -> list[str]:
        found = Axe().run(page).response["violations"]
        return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found]

    return faults


@pytest.fixture(scope="session")
def crawl(demo_site: ServedSite, pytestconfig: pytest.Config) -> Crawl:
    """Read every address of the demonstration that a reader can reach; see crawling.is_met."""
    is_drill = bool(pytestconfig.getoption("--drills"))
    return Crawl.of(demo_site.url, has_every_pair=is_drill)
