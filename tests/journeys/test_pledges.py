"""A pledge by phone without script: a missed call counts it, its name comes and goes; its card."""

import re

import pytest
from playwright.sync_api import Page, expect

from campaigns.models import Pledge
from tests.databases import DEMO_PASSWORD
from tests.journeys.conftest import DESK, OpenPage
from tests.journeys.desk_steps import at_the_desk, logged
from tests.journeys.steps import click_through, follow, go_on, press, read, sign_in
from tests.served_site import ServedSite
from urdu.isolation import raw_runs

pytestmark = pytest.mark.look
WALL = "/ur/pledge/wall/"
NAME = "گلِ لالہ"


def _pledge(page: Page) -> None:
    """Take the pledge by phone, and wish to stand on the wall."""
    page.locator("[name=statements]").first.check()
    page.locator("[name=full_name]").fill(NAME)
    page.locator("[name=phone]").fill("۰۳۴۵ ۷۶۵۴۳۲۱")
    page.locator("[name=city]").select_option("sukkur")
    for name in ("is_adult", "wall", "consent"):
        page.locator(f"[name={name}]").check()
    go_on(page)
    assert NAME in read(page)
    go_on(page)


def test_a_missed_call_counts_a_pledge_and_its_name_comes_and_goes(
    open_page: OpenPage, working_site: ServedSite
) -> None:
    mine = open_page("/ur/pledge/", site=working_site, has_script=False)
    _pledge(mine)
    waiting = mine.locator("main").inner_text()

    office = at_the_desk(open_page, working_site, "data-officer")
    office.goto("/ur/desk/pledges/messages/")
    office.locator("[name=text]").fill("Number\tTime\n0345-7654321\t09:15\n")
    go_on(office)
    go_on(office)
    mine.reload()
    counted = read(mine)

    director = open_page("/ur/desk/", site=working_site, screen=DESK)
    sign_in(director, "director", DEMO_PASSWORD)
    director.goto("/ur/desk/pledges/wall/?page=99")
    last = director.locator("[data-wall-names] > li").last
    assert NAME.split(maxsplit=1)[0] in last.inner_text()
    click_through(last.locator("[data-key=a]"))
    seen = open_page(WALL, site=working_site)
    expect(seen.locator(".pledge-wall__name").first).to_have_text(NAME.split(maxsplit=1)[0])
    with director.expect_navigation():
        director.keyboard.press("u")
    seen.reload()
    assert NAME.split(maxsplit=1)[0] not in seen.locator("main").inner_text()
    follow(mine, "عہد واپس لیں")
    go_on(mine)

    assert "مسڈ کال" in waiting
    assert "آپ کا عہد شمار ہو چکا ہے" in counted
    assert "یہ عہد واپس لے لیا گیا ہے" in mine.locator("main").inner_text()
    assert logged(working_site, "pledge-sheet") == [("data-officer", "change", "pledges", 1)]
    with working_site.database():
        assert Pledge.objects.get(contact__phone="+923457654321").state == "withdrawn"


@pytest.mark.parametrize("has_script", [True, False])
def test_the_card_shows_the_name_before_it_is_saved(
    open_page: OpenPage, working_site: ServedSite, has_script: bool
) -> None:
    page = open_page("/ur/pledge/card/", site=working_site, has_script=has_script)
    picture = page.locator("[data-card] img")
    expect(picture).to_have_attribute("src", re.compile("^/ur/pledge/card/"))

    page.locator("[name=name]:visible").fill("زینب بی بی")
    if has_script:
        page.locator("[name=city]:visible").select_option("sukkur")
    else:
        press(page, "نام کے ساتھ تصویر دیکھیں")

    expect(picture).to_have_attribute("src", re.compile("^data:image/png"))
    with page.expect_download() as saved:
        page.locator("[data-card] button").first.click()
    assert saved.value.suggested_filename == "hamqadam.png"
    assert raw_runs(page.content()) == []
