"""The Nastaliq face comes long after the words, and nothing that is being read moves."""

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, Route

from tests.journeys.conftest import PHONE, OpenPage

pytestmark = pytest.mark.look
FACE = "noto-nastaliq-urdu-subset.woff2"
NOTE_MOVES = """
window.movedBy = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.movedBy += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
IS_LOADED = "() => document.fonts.check('1em \"Hamqadam Nastaliq\"', 'ہم')"
# Brings no face into the browser's memory.
FACELESS = "/-/live"
# Titles and introductions that take fewer lines in Nastaliq, words between numbers, a button that
# becomes narrower beside a field that grows, a line of facts under a name.
PATHS = (
    "",
    "help/",
    "learn/warning-signs/",
    "events/",
    "events/walk-lahore-2027/",
    "news/leave-no-child-behind/",
    "law/law-on-bonded-labour/",
    "resources/numbers-to-tear-off/",
)
# Its introduction and first paragraph begin with dates; see decision 0022 for the other pages.
MOST_STANDING_IN = 2


def _hold_face(page: Page) -> list[Route]:
    """Let the face wait; return the requests for it, to be answered when the test says so."""
    held: list[Route] = []
    page.route("**/noto-nastaliq-*", lambda route: held.append(route))  # noqa: PLW0108 (marks it)
    return held


def _read_first(page: Page, path: str) -> None:
    page.goto(f"/ur/{path}", wait_until="domcontentloaded")
    page.evaluate(PAINTED)
    assert not page.evaluate(IS_LOADED)


def _let_face_in(page: Page, held: list[Route]) -> None:
    face = Path(settings.BASE_DIR, "static", "fonts", FACE).read_bytes()
    while held:
        held.pop().fulfill(body=face, content_type="font/woff2")
    page.wait_for_function(IS_LOADED)
    page.evaluate(PAINTED)


def test_nothing_moves_when_the_face_comes_after_the_words(open_page: OpenPage) -> None:
    page = open_page(FACELESS, screen=PHONE)
    page.add_init_script(NOTE_MOVES)
    held = _hold_face(page)

    moved = {}
    for path in PATHS:
        _read_first(page, path)
        _let_face_in(page, held)
        moved[path] = page.evaluate("window.movedBy")

    assert {path: by for path, by in moved.items() if by} == {}


def test_late_face_is_used_for_what_it_does_not_move(open_page: OpenPage) -> None:
    page = open_page(FACELESS, screen=PHONE)
    held = _hold_face(page)

    _read_first(page, "news/leave-no-child-behind/")
    awaited = page.locator("html.is-face-awaited").count()
    _let_face_in(page, held)

    stands_in = page.locator(".stands-in").count()
    family = page.locator("h1").evaluate("(one) => getComputedStyle(one).fontFamily")
    assert awaited == 1
    assert stands_in <= MOST_STANDING_IN
    assert "Hamqadam Nastaliq" in family
