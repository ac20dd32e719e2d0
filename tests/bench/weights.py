"""Bytes and requests of a first visit, page by page, as a real browser fetches them."""

import gzip
import re

from playwright.sync_api import Browser, Response, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from tests.browser import QUIET, installed_browser
from tests.served_site import serve

PAGES = {
    "home": "/",
    "events": "/events/",
    "event": "/events/walk-lahore-2027/",
    "help": "/help/",
    "pledge": "/pledge/",
}
KINDS = {"document": "html", "stylesheet": "css", "script": "js", "font": "fonts"}
PHONE = {"width": 360, "height": 740}
# As the web server in front packs what we send unpacked.
PACKING_LEVEL = 6
Row = dict[str, object]


def measured() -> list[Row]:
    """Return one row per page and language, each visited with an empty cache."""
    with (
        serve("demonstration", DjangoDbBlocker(_ispytest=True)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=QUIET)
        try:
            return [
                _visit(browser, site.url, language, name, path)
                for language in ("ur", "en")
                for name, path in {**PAGES, "article": _article(browser, site.url)}.items()
            ]
        finally:
            browser.close()


def _article(browser: Browser, site_url: str) -> str:
    """Return the address of the first article the home page leads to, without its language."""
    page = browser.new_page()
    page.goto(f"{site_url}/en/")
    address = page.locator(".topic-card a").first.get_attribute("href") or "/en/"
    page.close()
    return re.sub(r"^.*?/en/", "/", address)


def _visit(browser: Browser, site_url: str, language: str, name: str, path: str) -> Row:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]  # a TypedDict of ints
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 (marks it)
    page.goto(f"{site_url}/{language}{path}", wait_until="networkidle")
    weights = {"html": 0, "css": 0, "js": 0, "fonts": 0, "other": 0}
    for response in responses:
        kind = KINDS.get(response.request.resource_type, "other")
        size = response.request.sizes()["responseBodySize"]
        if kind == "html" and not response.header_value("content-encoding"):
            size = len(gzip.compress(response.body(), PACKING_LEVEL))
        weights[kind] += size
    context.close()
    total = sum(weights.values())
    return {
        "page": name,
        "language": language,
        "requests": len(responses),
        **weights,
        "total": total,
    }
