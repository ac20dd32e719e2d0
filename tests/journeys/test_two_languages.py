"""A safety page rewritten in English, brought up to date in Urdu, read and published by a third."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import databases
from tests.journeys.conftest import DESK, OpenPage
from tests.lending import Lender
from tests.served_site import ServedSite

pytestmark = pytest.mark.look

DASHBOARD = "/admin/languages/"
ENGLISH = "Signs that somebody is not free. Call the helpline before you do anything else."
URDU = "وہ علامات جو بتاتی ہیں کہ کوئی آزاد نہیں۔ کچھ بھی کرنے سے پہلے ہیلپ لائن پر کال کریں۔"


@pytest.fixture
def own_site(lender: Lender) -> Iterator[ServedSite]:
    """The demonstration for this test alone: it publishes."""
    with lender.lend("demonstration") as site:
        yield site


def sign_in(open_page: OpenPage, site: ServedSite, username: str) -> Page:
    """Return the browser of somebody who has come in by the staff's door."""
    page = open_page("/en/desk/", screen=DESK, site=site)
    page.locator('[name="username"]').fill(username)
    page.locator('[name="password"]').fill(databases.DEMO_PASSWORD)
    with page.expect_navigation():
        page.locator('main form.form button[type="submit"]').click()
    return page


def pair_of(page: Page) -> Locator:
    """Return the page's place on the dashboard."""
    page.goto(f"{DASHBOARD}?q=Warning+signs")
    return page.locator(".page-pairs__item")


def open_side_by_side(page: Page) -> None:
    """Go from the dashboard to both languages."""
    link = pair_of(page).get_by_role("link", name="Both side by side")
    with page.expect_navigation():
        link.click()


def write_intro(page: Page, language: str, words: str) -> None:
    """Open one language from the dashboard and write its opening words over."""
    link = pair_of(page).locator(f'.page-pairs__title[lang="{language}"]')
    with page.expect_navigation():
        link.click()
    page.locator('[name="intro"]').fill(words)


def save(page: Page) -> None:
    """Save the draft, and wait for the page that says so."""
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").click()
    expect(page.locator(".messages")).to_contain_text("has been updated")


def test_safety_page_goes_live_in_both_languages_once_urdu_is_fresh(
    open_page: OpenPage, own_site: ServedSite
) -> None:
    editor = sign_in(open_page, own_site, "editor")
    write_intro(editor, "en", ENGLISH)
    save(editor)
    expect(editor.locator('[name="action-publish"]')).to_have_count(0)

    translator = sign_in(open_page, own_site, "translator")
    expect(pair_of(translator).locator(".page-pairs__state--stale")).to_have_count(1)
    open_side_by_side(translator)
    expect(translator.locator(".comparison .addition").first).to_be_visible()

    reviewer = sign_in(open_page, own_site, "reviewer")
    open_side_by_side(reviewer)
    expect(reviewer.locator(".page-sides__refusal")).to_contain_text("Not yet.")

    write_intro(translator, "ur", URDU)
    expect(translator.locator('[name="intro"]')).to_have_css("direction", "rtl")
    translator.get_by_label("Finished: this text now says what the other language says").check()
    save(translator)

    open_side_by_side(reviewer)
    for number, words in enumerate((URDU, ENGLISH)):
        phone = reviewer.frame_locator("iframe").nth(number)
        expect(phone.locator("main")).to_contain_text(words)
    with reviewer.expect_navigation():
        reviewer.get_by_role("button", name="Publish Urdu and English").click()
    expect(reviewer.locator(".messages")).to_contain_text("Both are live.")

    for language, words in (("ur", URDU), ("en", ENGLISH)):
        reader = open_page(f"/{language}/learn/warning-signs/", site=own_site)
        expect(reader.locator("main")).to_contain_text(words)
