"""The visitor's telephone and desk: a small screen with or without script, and a large one."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from tests.served_site import ServedSite

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, demo_site: ServedSite) -> Iterator[OpenPage]:
    """Return a function that opens an address of the demonstration in a fresh browser profile.

    Whatever a page asks of any other host fails the test.
    """
    strangers: list[str] = []
    contexts = []

    def note_strangers(request: Request) -> None:
        if urlsplit(request.url).hostname not in ("127.0.0.1", None):
            strangers.append(request.url)

    def open_address(path: str, *, has_script: bool = True, is_phone: bool = True) -> Page:
        context = browser.new_context(
            base_url=demo_site.url,
            viewport=PHONE if is_phone else DESK,  # type: ignore[arg-type]  # a TypedDict of ints
            java_script_enabled=has_script,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", note_strangers)
        page.goto(path)
        return page

    yield open_address
    for context in contexts:
        context.close()
    assert strangers == []


@pytest.fixture
def accessibility_faults() -> Callable[[Page], list[str]]:
    """Return a function that lists what axe finds on a page, each with its first element."""

    def faults(page: Page) -> list[str]:
        found = Axe().run(page).response["violations"]
        return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found]

    return faults
