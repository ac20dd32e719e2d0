"""Steps at the organisers' desk that several journeys take: in, to an event, away with a file."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from participants.models import AuditEntry
from tests.databases import DEMO_PASSWORD
from tests.journeys.conftest import OpenPage
from tests.journeys.steps import sign_in
from tests.served_site import ServedSite

WALK = "walk-lahore-2027"
ORGANISER = "organiser-lahore"


def at_the_desk(
    open_page: OpenPage, site: ServedSite, username: str = ORGANISER, language: str = "ur"
) -> Page:
    """Return somebody's desk on a telephone without script."""
    page = open_page(f"/{language}/desk/", site=site, has_script=False)
    sign_in(page, username, DEMO_PASSWORD)
    expect(page.locator(".desk-nav__user")).to_have_text(username)
    return page


def taken_from(target: Locator) -> bytes:
    """Press what gives a file and return the file, whole."""
    with target.page.expect_download() as waiting:
        target.click()
    return Path(waiting.value.path()).read_bytes()


def logged(site: ServedSite, kind: str) -> list[tuple[str, str, str, int]]:
    """Return who did what to which event and how many people, of one kind, the first one first."""
    with site.database():
        entries = AuditEntry.objects.filter(kind=kind).order_by("pk").select_related("actor")
        return [(one.actor.username, one.action, one.subject, one.row_count) for one in entries]
