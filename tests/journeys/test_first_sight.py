"""The site opens on a small telephone: whole, in its direction, asking nobody else for anything."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import OpenPage

pytestmark = pytest.mark.look
ADDRESSES = ("/", "/events/", "/events/walk-lahore-2027/", "/help/", "/pledge/")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("language", "direction"), [("ur", "rtl"), ("en", "ltr")])
def test_page_fits_the_screen_and_holds_no_fault_axe_knows(
    open_page: OpenPage,
    accessibility_faults: Callable[[Page], list[str]],
    address: str,
    language: str,
    direction: str,
) -> None:
    page = open_page(f"/{language}{address}")

    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, direction)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert accessibility_faults(page) == []
