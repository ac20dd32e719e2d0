"""An organiser prints the list of people; a colleague of another city sees none of it."""

import csv
import io
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Download, Page, expect

from events.enums import RegistrationState
from events.models import Registration
from participants.enums import AuditAction
from participants.models import AuditEntry
from tests.databases import DEMO_PASSWORD
from tests.documents.pages import glyph_numbers, ink_box, pages_of, texts_of
from tests.journeys.conftest import DESK, OpenPage, english_later
from tests.journeys.foreign_words import foreign_words_of_text
from tests.journeys.steps import click_through, sign_in
from tests.lending import Lender
from tests.served_site import ServedSite
from urdu.sorting import sort_key

pytestmark = pytest.mark.look

SLUG = "walk-lahore-2027"
PEOPLE = 120
SHEETS = 7
OF_THE_EVENT = ("", "attendees/", "attendees/print/", "attendees.pdf", "attendees.csv")
LISTS = OF_THE_EVENT[1:]
A4_WIDE_AT_60_DOTS = 496


@pytest.fixture(scope="module")
def site(lender: Lender) -> Iterator[ServedSite]:
    """Serve a demonstration in which nobody else registers meanwhile."""
    with lender.lend("demonstration") as site:
        yield site


def _sign_in(open_page: OpenPage, site: ServedSite, username: str, language: str = "ur") -> Page:
    page = open_page(f"/{language}/desk/", site=site, screen=DESK)
    sign_in(page, username, DEMO_PASSWORD)
    expect(page.locator(".desk-nav__user")).to_have_text(username)
    return page


def _download(page: Page, address_end: str) -> Download:
    with page.expect_download() as waiting:
        page.locator(f"main a[href$='{address_end}']").click()
    return waiting.value


def _print(page: Page) -> Download:
    with page.expect_download() as waiting:
        page.locator("main form:has(input[name=as][value=pdf]) button").first.click()
    return waiting.value


def _open_list(page: Page) -> None:
    click_through(page.locator(f"main a[href$='/desk/events/{SLUG}/attendees/']").first)


def _people(site: ServedSite) -> list[tuple[str, str]]:
    """Return (name, reference) of everybody with a place."""
    with site.database():
        confirmed = Registration.objects.filter(
            event__slug=SLUG, state=RegistrationState.CONFIRMED
        ).select_related("contact")
        return [(one.contact.full_name, one.reference) for one in confirmed]


def _audit_rows(site: ServedSite) -> list[tuple[str, str, str, int]]:
    with site.database():
        entries = AuditEntry.objects.order_by("pk").select_related("actor")
        return [(one.actor.username, one.action, one.subject, one.row_count) for one in entries]


@pytest.mark.look
@english_later
def test_organiser_downloads_the_list_of_everybody_as_pdf(
    open_page: OpenPage, site: ServedSite, tmp_path: Path, language: str
) -> None:
    page = _sign_in(open_page, site, "organiser-lahore", language)
    _open_list(page)

    pdf = Path(_print(page).path()).read_bytes()

    people, text = _people(site), " ".join(texts_of(pdf))
    latin_names = [name for name, _reference in people if name.isascii()]
    assert (len(people), len(pages_of(pdf))) == (PEOPLE, SHEETS)
    assert [reference for _name, reference in people if reference not in text] == []
    assert len(latin_names) >= 5
    assert [name for name in latin_names if name not in " ".join(text.split())] == []
    assert 0 not in set(glyph_numbers(pdf))
    assert _audit_rows(site)[-1] == ("organiser-lahore", AuditAction.PRINT, SLUG, PEOPLE)
    (tmp_path / "list.pdf").write_bytes(pdf)
    for sheet in _pictures(tmp_path):
        across, down = _inked_share(sheet)
        assert across > 0.8, sheet
        assert down > 0.4, sheet


def _pictures(folder: Path) -> list[Path]:
    """Draw list.pdf as a printer would and return a picture a sheet."""
    command = ["pdftoppm", "-png", "-r", "60", str(folder / "list.pdf"), str(folder / "sheet")]
    subprocess.run(command, check=True)
    found = sorted(folder.glob("sheet*.png"))
    assert len(found) == SHEETS
    return found


def _inked_share(sheet: Path) -> tuple[float, float]:
    """Return how much of the width and height lies between the first and the last ink."""
    image = Image.open(sheet).convert("L")
    assert image.width == pytest.approx(A4_WIDE_AT_60_DOTS, abs=1)
    start, top, end, bottom = ink_box(image)
    return (end - start) / image.width, (bottom - top) / image.height


@english_later
def test_organiser_downloads_a_sheet_in_the_order_of_the_urdu_alphabet(
    open_page: OpenPage, site: ServedSite, language: str
) -> None:
    page = _sign_in(open_page, site, "organiser-lahore", language)
    _open_list(page)

    sheet = Path(_download(page, "attendees.csv").path()).read_bytes()

    assert sheet.startswith(b"\xef\xbb\xbf")
    headings, *rows = csv.reader(io.StringIO(sheet.decode("utf-8-sig")))
    names = {name for name, _reference in _people(site)}
    (column,) = [i for i in range(len(headings)) if {row[i] for row in rows} == names]
    in_order = [row[column] for row in rows]
    assert len(rows) == PEOPLE
    assert in_order == sorted(in_order, key=sort_key)
    assert foreign_words_of_text(" ".join(headings), language) == []
    assert _audit_rows(site)[-1] == ("organiser-lahore", AuditAction.EXPORT, SLUG, PEOPLE)


@pytest.mark.look
@english_later
def test_desk_holds_no_fault_axe_knows_and_fits_a_telephone(
    open_page: OpenPage,
    site: ServedSite,
    accessibility_faults: Callable[[Page], list[str]],
    language: str,
) -> None:
    page = _sign_in(open_page, site, "organiser-lahore", language)
    page.set_viewport_size({"width": 360, "height": 740})

    for address in ("", *(f"events/{SLUG}/{end}" for end in OF_THE_EVENT[:3])):
        page.goto(f"/{language}/desk/{address}")

        assert accessibility_faults(page) == [], address
        # The page for the printer is as wide as paper.
        if not address.endswith("print/"):
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


@english_later
def test_organiser_of_another_city_finds_nothing_of_the_event(
    open_page: OpenPage, site: ServedSite, language: str
) -> None:
    page = _sign_in(open_page, site, "organiser-karachi", language)
    before = _audit_rows(site)
    people = _people(site)

    answers = [
        page.request.get(f"/{language}/desk/events/{SLUG}/{end}?{query}")
        for end in OF_THE_EVENT
        for query in ("", "search=LHE", "page=2")
    ]

    assert {one.status for one in answers} == {404}
    bodies = " ".join(one.text() for one in answers)
    assert [one for person in people for one in person if one in bodies] == []
    assert SLUG not in page.content()
    assert _audit_rows(site) == before


def test_nobody_who_is_not_signed_in_gets_a_list(open_page: OpenPage, site: ServedSite) -> None:
    page = open_page("/ur/desk/", site=site)

    answers = [
        page.request.get(f"/ur/desk/events/{SLUG}/{end}", max_redirects=0) for end in OF_THE_EVENT
    ]

    assert {(one.status, one.headers["location"].split("?")[0]) for one in answers} == {
        (302, "/ur/desk/")
    }


def test_every_look_at_a_list_leaves_a_line_in_the_log(
    open_page: OpenPage, site: ServedSite
) -> None:
    page = _sign_in(open_page, site, "organiser-lahore")
    before = len(_audit_rows(site))

    for end in LISTS:
        assert page.request.get(f"/ur/desk/events/{SLUG}/{end}").ok

    added = _audit_rows(site)[before:]
    assert [(action, subject) for _user, action, subject, _count in added] == [
        (AuditAction.VIEW, SLUG),
        (AuditAction.PRINT, SLUG),
        (AuditAction.PRINT, SLUG),
        (AuditAction.EXPORT, SLUG),
    ]
