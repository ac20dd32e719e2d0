"""A bar association applies to host a walk, is approved, and comes to its desk and starter kit."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from events.models import Event
from participants.enums import AuditAction
from tests.documents.pages import texts_of
from tests.journeys.conftest import OpenPage
from tests.journeys.delivered import Told
from tests.journeys.desk_steps import at_the_desk, logged, taken_from
from tests.journeys.steps import click_through, follow, go_on
from tests.served_site import ServedSite
from tests.staff import app_code_of_base32

pytestmark = pytest.mark.drill

HOST = "host@example.com"
PASSWORD = "چار لفظ یاد رکھنے والے"
WISHED = {
    "organisation_name": "ڈسٹرکٹ بار ایسوسی ایشن",
    "full_name": "راشدہ نمونہ",
    "phone": "۰۳۰۰ ۱۲۳۴۵۶۷",
    "email": HOST,
    "gathering_place": "کچہری کا دروازہ",
    "people_count": "۸۰",
}
ELSEWHERE = ("events/walk-lahore-2027/", "hosts/", "people/", "plans/")
ENGLISH = {
    "title_en": "Awareness walk, Sukkur",
    "organiser_en": "District bar association",
    "assembly_point_en": "Gate of the courts",
    "starts": "07:00",
    "ends": "09:00",
}


def _apply(page: Page) -> str:
    """Apply, first with a link where the place belongs; return the reference."""
    page.locator("main [name=organisation_kind]").select_option("bar")
    page.locator("main [name=city]").select_option("sukkur")
    for name, value in WISHED.items():
        page.locator(f"main [name={name}]").fill(value)
    page.locator("main [name=gathering_place]").fill("https://example.com/x")
    page.locator("main [name=consent]").check()
    go_on(page)
    assert page.locator(".error-summary li").count() == 1, "a place is no link"
    page.locator("main [name=gathering_place]").fill(WISHED["gathering_place"])
    go_on(page)
    assert WISHED["gathering_place"] in page.locator("main").inner_text()
    go_on(page)
    return page.locator("[data-reference]").inner_text()


def _approve(office: Page, reference: str) -> None:
    """Read the application and approve it; the English words are the office's."""
    office.goto(f"/ur/desk/hosts/{reference}/")
    assert WISHED["organisation_name"] in office.locator("main").inner_text()
    follow(office, "منظور کریں")
    for name, value in ENGLISH.items():
        office.locator(f"main [name={name}]").fill(value)
    next_year = timezone.localdate().year + 1
    office.locator("main [name=happens_on]").fill(f"{next_year}-08-01")
    go_on(office)


def _come_in(page: Page, told: Told) -> str:
    """Open the link of the message, choose a password, set up an app; return the name."""
    approved = next(mail for mail in told.since() if mail.kind == "host-approved")
    page.goto(next(word for word in approved.text.split() if "/desk/link/" in word))
    username = page.locator("main bdi").first.inner_text()
    for name in ("password", "again"):
        page.locator(f"main [name={name}]").fill(PASSWORD)
    go_on(page)
    key = re.search(r"secret=([A-Z2-7]+)", page.content())
    assert key is not None
    page.locator("main [name=code]").fill(app_code_of_base32(key[1]))
    go_on(page)
    click_through(page.locator("main .button--action"))
    return username


def test_whoever_applies_to_host_gets_a_desk_for_that_walk_alone_and_its_kit(
    open_page: OpenPage, working_site: ServedSite
) -> None:
    told = Told(working_site, HOST)
    page = open_page("/ur/host/", site=working_site, has_script=False)
    click_through(page.locator("main a[href$='/host/apply/']").first)
    reference = _apply(page)
    received = told.since()
    office = at_the_desk(open_page, working_site, "director")
    _approve(office, reference)
    username = _come_in(page, told)
    with working_site.database():
        event = Event.objects.get(roles__user__username=username)
    desk = f"/ur/desk/events/{event.slug}/"

    page.goto(f"{desk}prints/")
    kit = texts_of(taken_from(page.locator("a[href$='/starter-kit.pdf']").first))
    foreign = [page.request.get(f"/ur/desk/{end}").status for end in ELSEWHERE]

    assert [mail.kind for mail in received] == ["host-received"]
    assert f"/events/{event.slug}/" in "".join("".join(kit).split())
    assert len(kit) >= 5
    assert logged(working_site, "print-starter-kit")[-1] == (
        username,
        AuditAction.PRINT,
        event.slug,
        0,
    )
    assert foreign == [404] * len(ELSEWHERE)
    assert page.request.get(f"/ur/events/{event.slug}/").status == 404
