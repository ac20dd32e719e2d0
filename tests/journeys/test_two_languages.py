"""A safety page rewritten in English, brought up to date in Urdu, read and published by a third.

Each of them works on their own screens, in their own browser, from the mail or the first page on.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from directory.models import User
from tests import databases
from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.delivered import Mail, delivered
from tests.journeys.steps import click_through, leaving, sign_in
from tests.lending import Lender
from tests.served_site import ServedSite

pytestmark = pytest.mark.look

TITLE = "Warning signs"
ENGLISH = "Signs that somebody is not free. Call the helpline before you do anything else."
URDU = "وہ علامات جو بتاتی ہیں کہ کوئی آزاد نہیں۔ کچھ بھی کرنے سے پہلے ہیلپ لائن پر کال کریں۔"
BEFORE = "One sign alone does not prove trafficking."
TELLING = ("traffick", "warning", "sign", "علامات", "اسمگلنگ", TITLE.casefold())
PEOPLE = ("editor", "translator", "reviewer")
EDITING = re.compile(r"/admin/pages/\d+/edit/")


@pytest.fixture
def own_site(lender: Lender) -> Iterator[ServedSite]:
    """The demonstration for this test alone: it publishes. Its staff can be written to."""
    with lender.lend("demonstration") as site:
        with site.database():
            for name in PEOPLE:
                User.objects.filter(username=name).update(email=f"{name}@example.org")
        yield site


def come_in(open_page: OpenPage, site: ServedSite, username: str) -> Page:
    """Return the browser of somebody who came in by the staff's door and went on to the CMS."""
    page = open_page("/en/desk/", screen=DESK, site=site)
    sign_in(page, username, databases.DEMO_PASSWORD)
    page.goto("/admin/")
    return page


def mails_to(site: ServedSite, username: str) -> list[Mail]:
    """Return what somebody has been sent, after looking that nothing in it tells of the page."""
    mails = [mail for mail in delivered(site) if mail.to == f"{username}@example.org"]
    for mail in mails:
        said = f"{mail.subject}\n{mail.text}\n{mail.html}".casefold()
        assert [word for word in TELLING if word in said] == []
    return mails


def open_side_by_side(page: Page) -> None:
    """Go from the menu over the dashboard to both languages, each shown in a phone's width."""
    click_through(page.get_by_role("link", name="Two languages", exact=True))
    page.get_by_label("Title").fill(TITLE)
    click_through(page.get_by_role("button", name="Show"))
    click_through(page.locator(".page-pairs__item").get_by_role("link", name="Both side by side"))


def state_of(page: Page, language: str) -> Locator:
    """Return how one language stands, on the screen of both."""
    side = page.get_by_role("region", name={"ur": "Urdu", "en": "English"}[language])
    return side.locator(".page-pairs__state").first


def action(page: Page, name: str | re.Pattern[str]) -> Locator:
    """Return what the arrow beside "Save draft" offers under a name; it need not be there."""
    page.get_by_role("button", name="More actions").first.click()
    expect(page.get_by_role("button", name="Save draft").first).to_be_visible()
    return page.locator("footer").get_by_role("button", name=name, exact=True)


def write_and_submit_english(author: Page) -> None:
    """Rewrite the opening words, be refused their publishing, and send them on their way."""
    open_side_by_side(author)
    click_through(author.get_by_role("link", name=TITLE, exact=True).first)
    author.locator('[name="intro"]').fill(ENGLISH)
    click_through(action(author, "Publish"))
    expect(author.locator(".messages")).to_contain_text(
        "Saved as a draft, not published. You wrote part of this safety page"
    )
    click_through(author.get_by_role("link", name=TITLE, exact=True).first)
    submit = action(author, "Submit to Both languages")
    expect(author.locator('[name="action-publish"]')).to_have_count(0)
    click_through(submit)
    expect(author.locator(".messages")).to_contain_text("has been submitted for moderation")


def finish_urdu(translator: Page) -> None:
    """Write the Urdu from what changed in the English, and call it finished."""
    open_side_by_side(translator)
    expect(state_of(translator, "ur")).to_have_text("Stale")
    expect(translator.locator(".comparison .deletion").first).to_contain_text(BEFORE)
    expect(translator.locator(".comparison .addition").first).to_contain_text("not free")
    click_through(translator.locator('.page-sides .page-pairs__title[lang="ur"]'))
    expect(translator.locator(".language-panel")).to_contain_text("This text is stale.")
    intro = translator.locator('[name="intro"]')
    intro.fill(URDU)
    expect(intro).to_have_css("direction", "rtl")
    translator.get_by_label("Finished: this text now says what the other language says").check()
    click_through(translator.get_by_role("button", name="Save draft").first)
    expect(translator.locator(".messages")).to_contain_text("has been updated")


def approve(page: Page, mail: Mail) -> None:
    """Follow the mail's link to the page, and approve the step there."""
    found = EDITING.search(mail.text)
    assert found is not None
    page.goto(found[0])
    button = action(page, re.compile(r"^Approve( and Publish)?$"))
    with leaving(page):
        button.click()


def try_to_publish_own(author: Page) -> None:
    """Find no way to approve or publish what one wrote, neither here nor there."""
    open_side_by_side(author)
    expect(author.locator(".page-step")).to_contain_text("it is the turn of Translators")
    expect(author.get_by_role("button", name="Publish Urdu and English")).to_have_count(0)
    click_through(author.get_by_role("link", name=TITLE, exact=True).first)
    expect(author.locator('[data-workflow-action-name="approve"]')).to_have_count(0)
    expect(author.locator('[name="action-publish"]')).to_have_count(0)


def be_refused(reviewer: Page) -> None:
    """Read what is missing, and find no button."""
    open_side_by_side(reviewer)
    expect(reviewer.locator(".page-sides__refusal")).to_contain_text(
        "Not yet. On a safety page both languages must say the same."
    )
    expect(reviewer.get_by_role("button", name="Publish Urdu and English")).to_have_count(0)


def take_up_the_task(translator: Page) -> None:
    """Find the page on the first page of the CMS; it cannot be approved as it stands."""
    translator.goto("/admin/")
    waiting = translator.get_by_role("region", name="Awaiting your review")
    click_through(waiting.get_by_role("link", name=TITLE))
    expect(translator.locator('[data-workflow-action-name="reject"]')).to_have_count(1)
    expect(translator.locator('[data-workflow-action-name="approve"]')).to_have_count(0)


def read_both(reviewer: Page) -> None:
    """Read both drafts side by side, each as a phone shows it."""
    open_side_by_side(reviewer)
    expect(reviewer.locator(".page-step")).to_contain_text("the turn of Directors, Reviewers")
    expect(state_of(reviewer, "ur")).to_have_text("Fresh")
    for number, words in enumerate((URDU, ENGLISH)):
        phone = reviewer.frame_locator("iframe").nth(number)
        expect(phone.locator("main")).to_contain_text(words)


def expect_readers_to_see(open_page: OpenPage, site: ServedSite, **words: str) -> None:
    """Open the page as somebody does who follows a link on a phone."""
    for language, said in words.items():
        reader = open_page(f"/{language}/learn/warning-signs/", screen=PHONE, site=site)
        expect(reader.locator("main")).to_contain_text(said)


def test_safety_page_goes_live_in_both_languages_once_urdu_is_fresh(
    open_page: OpenPage, own_site: ServedSite
) -> None:
    author, translator, reviewer = (come_in(open_page, own_site, name) for name in PEOPLE)
    write_and_submit_english(author)
    try_to_publish_own(author)
    be_refused(reviewer)
    expect_readers_to_see(open_page, own_site, en=BEFORE)

    (asked,) = mails_to(own_site, "translator")
    take_up_the_task(translator)
    finish_urdu(translator)
    approve(translator, asked)

    (waits,) = mails_to(own_site, "reviewer")
    read_both(reviewer)
    approve(reviewer, waits)

    (told,) = mails_to(own_site, "editor")
    assert told.subject == "Hamqadam: your page is approved"
    expect_readers_to_see(open_page, own_site, ur=URDU, en=ENGLISH)
