"""Bytes, requests and movement of a first visit, page by page, as a real browser has them."""

import gzip
import time
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response, Route

from tests.bench.pages import LANGUAGES, MEASURED, Row, article, demonstration

PAGES = MEASURED | {"events": "/events/", "pledge": "/pledge/"}
KINDS = {"document": "html", "stylesheet": "css", "script": "js", "font": "face"}
PHONE = {"width": 360, "height": 740}
# As the web server in front packs what we send unpacked.
PACKING_LEVEL = 6
# A reader on bought megabytes: 60 KB until the page can be read, and 130 KB of Nastaliq once.
# Nothing that is read may move when the face arrives.
BUDGET = {"own": 40_000, "with_face": 170_000, "requests": 12, "third_parties": 0, "shift": 0}
# Who asks for help may be on the worst network: all of that page but the face.
BUDGET_OF_HELP = BUDGET | {"without_face": 20_000}
FACE_COMES_AFTER_SECONDS = 1
NOTE_SHIFTS = """
window.movedBy = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.movedBy += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def measured() -> list[Row]:
    """Return one row per page and language, each visited with an empty cache."""
    with demonstration() as (browser, site_url):
        pages = PAGES | {"article": article(browser, site_url)}
        return [
            _visit(browser, site_url, language, name, path)
            for language in LANGUAGES
            for name, path in pages.items()
        ]


def _visit(browser: Browser, site_url: str, language: str, name: str, path: str) -> Row:
    address = f"{site_url}/{language}{path}"
    page = _new_page(browser)
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 (marks it)
    page.goto(address, wait_until="networkidle")
    weights = {"html": 0, "css": 0, "js": 0, "face": 0, "other": 0}
    for response in responses:
        kind = KINDS.get(response.request.resource_type, "other")
        size = response.request.sizes()["responseBodySize"]
        if kind == "html" and not response.header_value("content-encoding"):
            size = len(gzip.compress(response.body(), PACKING_LEVEL))
        weights[kind] += size
    page.context.close()
    own = urlsplit(site_url).netloc
    found: dict[str, float] = {
        "own": weights["html"] + weights["css"] + weights["js"],
        "without_face": sum(weights.values()) - weights["face"],
        "with_face": sum(weights.values()),
        "requests": len(responses),
        "third_parties": sum(urlsplit(one.url).netloc != own for one in responses),
        "shift": _shift(browser, address),
    }
    limits = BUDGET_OF_HELP if name == "help" else BUDGET
    over = ", ".join(part for part, limit in limits.items() if found[part] > limit)
    return {"page": name, "language": language, **weights, **found, "over": over}


def _new_page(browser: Browser) -> Page:
    return browser.new_context(viewport=PHONE).new_page()  # type: ignore[arg-type]  # a TypedDict


def _shift(browser: Browser, address: str) -> float:
    """Return how far the page moves when its face comes long after its words."""

    def come_late(route: Route) -> None:
        time.sleep(FACE_COMES_AFTER_SECONDS)
        route.continue_()

    page = _new_page(browser)
    page.route("**/*.woff2", come_late)
    page.add_init_script(NOTE_SHIFTS)
    page.goto(address, wait_until="networkidle")
    page.evaluate("() => document.fonts.ready")
    moved_by = float(page.evaluate("window.movedBy"))
    page.context.close()
    return round(moved_by, 4)
