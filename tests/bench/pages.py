"""The pages whose weight and quality are measured, and the browser that measures them."""

import contextlib
import re
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from tests.browser import QUIET, installed_browser
from tests.served_site import serve

LANGUAGES = ("ur", "en")
# What the issue asks about; the article is found by its link on the home page.
MEASURED = {"home": "/", "event": "/events/walk-lahore-2027/", "help": "/help/"}
Row = dict[str, object]


@contextlib.contextmanager
def demonstration() -> Iterator[tuple[Browser, str]]:
    """Serve the demonstration; yield a browser and where the site answers."""
    with (
        serve("demonstration", DjangoDbBlocker(_ispytest=True)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=QUIET)
        try:
            yield browser, site.url
        finally:
            browser.close()


def article(browser: Browser, site_url: str) -> str:
    """Return the address of the first article the home page leads to, without its language."""
    page = browser.new_page()
    page.goto(f"{site_url}/en/")
    address = page.locator(".topic-card a").first.get_attribute("href") or "/en/"
    page.close()
    return re.sub(r"^.*?/en/", "/", address)
