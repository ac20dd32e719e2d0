"""What every step of a long journey does: read a page of one's language, go on, press, follow.

A browser answers a click before the page it leads to has come. Whoever reads then reads the old
page, the new one or none. So every click that leads to another page goes through `click_through`
(or `with leaving(page):` around whatever sets it off), which returns once that page is whole;
where a script changes the page that stays, `expect(...)` waits for the change. Nothing sleeps.
"""

import re
from contextlib import AbstractContextManager

from playwright.sync_api import Locator, Page

from tests.journeys.foreign_words import foreign_words
from urdu.isolation import raw_runs

ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")
REFERENCE = re.compile(r"LHE-[2-9A-HJKMNPQRT-Z]{5}")
# What the machine made and what people typed, in Latin letters for everybody.
MADE = re.compile(rf"{REFERENCE.pattern}|\b[2-9A-HJKMNPQRT-Z]{{5}}-\d+|organiser-lahore|\S+@\S+")


def leaving(page: Page) -> AbstractContextManager[object]:
    """Wait, at the end of the block, until what it did has led to another page, loaded whole.

    A form that comes back with faults is another page too. Error when nothing leads away.
    """
    return page.expect_navigation()


def click_through(target: Locator) -> None:
    """Click what leads to another page, and return once that page is loaded whole."""
    with leaving(target.page):
        target.click()


def sign_in(page: Page, username: str, password: str) -> None:
    """Fill in the desk's sign-in form and send it; what comes then is the next page."""
    page.locator("[name=username]").fill(username)
    page.locator("[name=password]").fill(password)
    go_on(page)


def read(page: Page) -> str:
    """Return what the main part says; it must be Urdu, with every number in its order."""
    assert foreign_words(MADE.sub("", page.content()), "ur") == []
    assert raw_runs(page.content()) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url
    return ISOLATES.sub("", page.locator("main").inner_text())


def go_on(page: Page) -> None:
    """Press what the screen is for: there is one such button on each."""
    click_through(page.locator("main form .button--action"))


def press(page: Page, words: str) -> None:
    """Press a button of the main part that leads on, by its words."""
    click_through(page.locator("main").get_by_role("button", name=words))


def follow(page: Page, words: str) -> None:
    """Follow the first link of these words."""
    click_through(page.get_by_role("link", name=words, exact=True).first)
