"""What every step of a long journey does: read a page of one's language, go on, press, follow."""

import re

from playwright.sync_api import Page

from tests.journeys.foreign_words import foreign_words
from urdu.isolation import raw_runs

ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")
REFERENCE = re.compile(r"LHE-[2-9A-HJKMNPQRT-Z]{5}")
# What the machine made and what people typed, in Latin letters for everybody.
MADE = re.compile(rf"{REFERENCE.pattern}|\b[2-9A-HJKMNPQRT-Z]{{5}}-\d+|organiser-lahore|\S+@\S+")


def read(page: Page) -> str:
    """Return what the main part says; it must be Urdu, with every number in its order."""
    assert foreign_words(MADE.sub("", page.content()), "ur") == []
    assert raw_runs(page.content()) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url
    return ISOLATES.sub("", page.locator("main").inner_text())


def go_on(page: Page) -> None:
    """Press what the screen is for: there is one such button on each."""
    page.locator("main form .button--action").click()


def press(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words).click()


def follow(page: Page, words: str) -> None:
    page.get_by_role("link", name=words, exact=True).first.click()
