"""The own page's buttons in a real browser: its policies must not keep its own forms from acting.

Under "no-referrer" a browser sends `Origin: null`, which Django refuses; no test client does that.
"""

import re

from playwright.sync_api import Page

from events.models import Registration
from tests.events.registration.builders import make_walk
from tests.journeys.steps import click_through
from tests.served_site import ServedSite


def test_own_page_can_show_its_link_cancel_and_be_left(served_site: ServedSite, page: Page) -> None:
    with served_site.database():
        make_walk()
    page.goto(f"{served_site.url}/en/events/walk-lahore-2027/register/")
    page.fill("[name=full_name]", "Kausar Abbas")
    page.fill("[name=phone]", "0300 1234567")
    page.check("[name=consent]")
    click_through(page.locator("main button[type=submit]"))
    click_through(page.locator("[name=confirmed]"))
    reference = page.inner_text("[data-reference]").strip()

    click_through(page.locator(f"form[action$='/my/r/{reference}/link/'] button"))
    link = page.inner_text("[data-own-link]").strip()
    page.goto(link)
    click_through(page.locator(f"a[href$='/my/r/{reference}/cancel/']"))
    click_through(page.locator("main form button"))
    cancelled = page.inner_text("h1")
    click_through(page.locator(f"form[action$='/my/r/{reference}/done/'] button"))

    assert cancelled == "Your registration has been cancelled."
    assert re.fullmatch(rf"{served_site.url}/en/", page.url)
    with served_site.database():
        assert Registration.objects.get().state == "cancelled"
