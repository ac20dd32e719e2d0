"""An organiser prints for a walk: chosen, looked at, taken home, and what is wrong is said."""

import math

import pytest
from playwright.sync_api import Page

from documents.badges import ON_A_SHEET
from events.enums import RegistrationState
from events.models import Registration
from participants.enums import AuditAction
from tests.documents.pages import pages_of, texts_of
from tests.journeys.conftest import OpenPage
from tests.journeys.desk_steps import ORGANISER, WALK, at_the_desk, logged, taken_from
from tests.journeys.steps import ISOLATES, click_through, read
from tests.served_site import ServedSite

pytestmark = pytest.mark.drill

HELPLINE = "0333-1110566"
A4 = (595, 842)


def _references(site: ServedSite) -> list[str]:
    """Return the code of every pass that belongs on a badge."""
    with site.database():
        confirmed = Registration.objects.filter(
            event__slug=WALK, state=RegistrationState.CONFIRMED, attendees=None
        )
        return list(confirmed.values_list("reference", flat=True))


def _choose(page: Page, sheet: str, **chosen: str) -> None:
    """Open a sheet from the shop, choose how it looks, and see that it can be looked at."""
    page.goto(f"/ur/desk/events/{WALK}/prints/")
    click_through(page.locator(f"main a[href$='/prints/{sheet}/']").first)
    for name, value in chosen.items():
        page.locator(f"[name={name}]").select_option(value)
    click_through(page.locator("main form[method=get] button"))
    read(page)
    preview = page.locator(".print-sheet__picture")
    shown = page.request.get(preview.get_attribute("src") or "")
    assert shown.body().startswith(b"\x89PNG")


def _taken(page: Page, size: tuple[int, int]) -> list[str]:
    """Take the PDF that is shown; return the text of its pages, which are of this size."""
    pdf = taken_from(page.locator("main a.button--action"))
    sizes = {tuple(round(float(side)) for side in one.mediabox[2:]) for one in pages_of(pdf)}
    assert sizes == {size}
    return texts_of(pdf)


def _typed_names(page: Page, names: str) -> bytes:
    page.locator("[name=names]").fill(names)
    return taken_from(page.locator("form:has([name=names]) button"))


def test_organiser_prints_a_poster_and_everybodys_badges(
    open_page: OpenPage, working_site: ServedSite
) -> None:
    page = at_the_desk(open_page, working_site)

    _choose(page, "posters", language="both", ink="black")
    (poster,) = _taken(page, A4)
    _choose(page, "badges", language="en")
    # Names that are none are refused by their line, above the picture.
    page.locator("[name=names]").fill("Ali Khan\n0300\n")
    click_through(page.locator("form:has([name=names]) button"))
    refused = page.locator(".error-summary").inner_text()
    (typed,) = texts_of(_typed_names(page, "Ali Khan\nZara Bibi"))
    badges = _taken(page, A4)

    references = _references(working_site)
    assert HELPLINE in poster
    assert f"/events/{WALK}/" in "".join(poster.split())
    assert "سطر 2:" in ISOLATES.sub("", refused)
    assert [name in typed for name in ("Ali Khan", "Zara Bibi")] == [True, True]
    assert [one for one in references if one not in "".join(badges)] == []
    assert len(badges) == math.ceil(len(references) / ON_A_SHEET)
    assert "".join(badges).count("Walker") == len(references)
    assert logged(working_site, "print-badges") == [
        (ORGANISER, AuditAction.PRINT, WALK, 2),
        (ORGANISER, AuditAction.PRINT, WALK, len(references)),
    ]
