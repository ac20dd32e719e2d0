"""A union applies to join the network, is verified, and stands on the page of the network."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import OpenPage
from tests.journeys.delivered import Told
from tests.journeys.desk_steps import at_the_desk, logged, taken_from
from tests.journeys.steps import click_through, follow, go_on, read
from tests.served_site import ServedSite

pytestmark = pytest.mark.drill

CONTACT = "union@example.com"
NAME = "مزدور یونین، سکھر"
TYPED = {
    "organisation_name": NAME,
    "work": "مزدوروں کو حساب پڑھنا سکھاتی ہے۔",
    "people_count": "۸۰",
    "full_name": "راشدہ",
    "email": CONTACT,
}
ENGLISH = {"name_en": "Workers’ union, Sukkur", "work_en": "Teaches workers to read accounts."}


def _apply(page: Page) -> str:
    """Apply, first without a way to be reached; return the reference."""
    page.locator("main [name=organisation_kind]").select_option("union")
    page.locator("main [name=city]").select_option("sukkur")
    for name, value in (TYPED | {"email": ""}).items():
        page.locator(f"main [name={name}]").fill(value)
    for name in ("agreement", "consent"):
        page.locator(f"main [name={name}]").check()
    go_on(page)
    assert page.locator(".error-summary li").count() == 1, "nobody can be reached"
    page.locator("main [name=email]").fill(CONTACT)
    go_on(page)
    assert TYPED["work"] in page.locator("main").inner_text()
    go_on(page)
    return page.locator("[data-reference]").inner_text()


def _take_in(office: Page, reference: str) -> None:
    """Read the application and take it in; the English words are the office's."""
    office.goto(f"/ur/desk/network/{reference}/")
    assert NAME in office.locator("main").inner_text()
    follow(office, "نیٹ ورک میں شامل کریں")
    for name, value in ENGLISH.items():
        office.locator(f"main [name={name}]").fill(value)
    go_on(office)


def test_whoever_applies_to_join_stands_in_the_network_once_verified(
    open_page: OpenPage, working_site: ServedSite
) -> None:
    told = Told(working_site, CONTACT)
    page = open_page("/ur/network/", site=working_site, has_script=False)
    assert NAME not in page.locator("main").inner_text()
    click_through(page.locator("main a[href$='/network/join/']"))
    reference = _apply(page)
    received = told.since()

    _take_in(at_the_desk(open_page, working_site, "director"), reference)

    page.goto("/ur/network/?kind=union&city=sukkur")
    shown = read(page)
    approved = told.since()[-1]
    page.goto(next(word for word in approved.text.split() if "/my/network/" in word))
    certificate = taken_from(page.locator("a[href$='/certificate.pdf']").first)
    assert [mail.kind for mail in received] == ["join-received"]
    assert approved.kind == "join-approved"
    assert NAME in shown
    assert TYPED["full_name"] not in shown
    assert certificate.startswith(b"%PDF")
    assert logged(working_site, "join-approved")[-1][2] == reference
