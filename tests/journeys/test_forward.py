"""Words are changed before they are sent on: their length and the links follow at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from events.talking.rules import sms_address
from tests.journeys.conftest import OpenPage
from urdu.sms import sms_length

pytestmark = pytest.mark.drill
# At the limits of one message and of two, in both alphabets, with what counts double.
TEXTS = (
    "",
    "a" * 160,
    "a" * 161,
    "a" * 306 + "a",
    "€" * 80,
    "€" * 153,
    "ع" * 70,
    "ع" * 71,
    "ع" * 135,
    "😀" * 67,
    "Walk’s day",
    "واک & حقوق\nhttps://hamqadam.example/ur/?a=1#b",
)


def test_changed_words_are_counted_and_opened(
    open_page: OpenPage, accessibility_faults: Callable[[Page], list[str]]
) -> None:
    page = open_page("/ur/forward/events/walk-lahore-2027/")
    sms = page.locator("[data-forward]").nth(1)

    for text in TEXTS:
        sms.locator("[data-forward-words]").fill(text)
        length = sms_length(text)
        expect(sms.locator("[data-forward-parts]")).to_have_text(str(length.parts))
        expect(sms.locator("[data-forward-letters]")).to_have_text(str(length.letters))
        expect(sms.locator("[data-forward-room]")).to_have_text(str(length.room))

    opened = sms.locator("[data-forward-open]").get_attribute("href") or ""
    assert opened == sms_address("", TEXTS[-1]).replace("/", "%2F").replace("https:", "https%3A")
    assert sms.locator("[data-copy]").get_attribute("data-copy") == TEXTS[-1]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert accessibility_faults(page) == []
