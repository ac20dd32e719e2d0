"""From the director's invitation to the organiser's desk, in a real browser and in Urdu."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import databases
from tests.journeys.conftest import OpenPage
from tests.journeys.steps import click_through, sign_in
from tests.staff import app_code_of_base32

pytestmark = pytest.mark.drill

PASSWORD = "چار لفظ یاد رکھنے والے"


def send(page: Page) -> None:
    """Press the one button of the form."""
    click_through(page.locator('main form.form button[type="submit"]'))


def invite_sana(page: Page) -> str:
    """Invite an organiser for Lahore and return her link."""
    page.goto("/ur/desk/people/new/")
    page.locator('[name="name"]').fill("ثنا قریشی")
    page.locator('[name="username"]').fill("sana.qureshi")
    page.locator('[name="kind"][value="organiser"]').check()
    page.locator('[name="events"][value="walk-lahore-2027"]').check()
    send(page)
    click_through(page.locator(".post-button .button--action"))
    return page.locator("[data-account-link]").inner_text()


def test_invited_organiser_chooses_a_password_sets_up_an_app_and_comes_back(
    open_page: OpenPage,
) -> None:
    office = open_page("/ur/desk/")
    sign_in(office, "director", databases.DEMO_PASSWORD)
    link = invite_sana(office)

    hers = open_page(re.sub(r"^https?://[^/]+", "", link))
    hers.locator('[name="password"]').fill(PASSWORD)
    hers.locator('[name="again"]').fill(PASSWORD)
    send(hers)
    key = re.search(r"secret=([A-Z2-7]+)", hers.content())
    assert key is not None
    hers.locator('[name="code"]').fill(app_code_of_base32(key[1]))
    send(hers)
    codes = hers.locator(".recovery-codes__code").all_inner_texts()
    click_through(hers.locator("main .button--action"))
    expect(hers.locator("main")).to_contain_text("آگاہی واک، لاہور")
    expect(hers.locator("main")).not_to_contain_text("کراچی")

    again = open_page("/ur/desk/")
    sign_in(again, "sana.qureshi", PASSWORD)
    again.locator('[name="code"]').fill(codes[0])
    send(again)
    expect(again.locator("main")).to_contain_text("آگاہی واک، لاہور")
