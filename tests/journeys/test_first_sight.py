"""The site opens on a small telephone: whole, in its direction, asking nobody else for anything."""

import pytest

from tests.journeys.conftest import OpenPage

pytestmark = pytest.mark.drill
ADDRESSES = ("/", "/events/", "/events/walk-lahore-2027/", "/help/", "/pledge/")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("language", "direction"), [("ur", "rtl"), ("en", "ltr")])
def test_page_fits_the_screen_in_its_direction(
    open_page: OpenPage,
    address: str,
    language: str,
    direction: str,
) -> None:
    page = open_page(f"/{language}{address}")

    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, direction)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
