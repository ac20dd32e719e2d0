"""The paper round trip: a list printed, ticked, typed back by its numbers, and taken back."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Page

from events.attendance.selectors import arrived_by_registration
from events.desk.selectors.prints import rows_of_print
from events.models import ListPrint, Registration, WalkIn
from tests.documents.pages import texts_of
from tests.journeys.conftest import OpenPage
from tests.journeys.desk_steps import WALK, at_the_desk, taken_from
from tests.journeys.steps import click_through, go_on, press
from tests.served_site import ServedSite

pytestmark = pytest.mark.drill

# Five signs on every page; the codes of passes have their city before them.
CODE = re.compile(r"(?<![0-9A-Z-])[2-9A-HJKMNPQRT-Z]{5}(?![0-9A-Z])")
TICKED = (1, 2, 3, 7)
HANDWRITTEN = "شہلا نمونہ"


def _print_list(page: Page) -> str:
    """Print the list and return the code that stands on each of its pages and nowhere twice."""
    page.goto(f"/ur/desk/events/{WALK}/attendees/")
    pdf = taken_from(page.locator("main form:has(input[name=as][value=pdf]) button").first)
    codes = [set(CODE.findall(text)) for text in texts_of(pdf)]
    (code,) = set.intersection(*codes)
    return str(code)


def _printed_rows(site: ServedSite, code: str) -> dict[int, Registration]:
    """Return by number who stands on the sheet."""
    with site.database():
        sheet = ListPrint.objects.get(sheet_code=code)
        return {row.number: row.registration for row in rows_of_print(sheet)}


def _people_in(site: ServedSite, registrations: list[Registration]) -> int:
    with site.database():
        return sum(arrived_by_registration(one.pk for one in registrations).values())


def _photograph() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(drawn, "JPEG")
    return drawn.getvalue()


def _upload(page: Page, content: bytes) -> str:
    """Send a file as the photograph of the sheet; return what the page says of it."""
    file = {"name": "sheet.jpg", "mimeType": "image/jpeg", "buffer": content}
    page.locator("[name=photograph]").set_input_files(file)  # type: ignore[arg-type]
    click_through(page.locator("form:has([name=photograph]) button"))
    return page.locator(".desk-done .notice__text").inner_text()


def _type_numbers(page: Page, numbers: str) -> None:
    page.locator("[name=numbers]").fill(numbers)
    go_on(page)


def _handwritten(page: Page) -> str:
    """Type a blank row, first none of them; return what the page said to that."""
    click_through(page.locator("main a[href$='/blank-rows/']"))
    go_on(page)
    nothing = page.locator(".notice--warning").inner_text()
    page.locator("[name=row-0-full_name]").fill(HANDWRITTEN)
    page.locator("[name=row-0-people_count]").fill("۴")
    go_on(page)
    return nothing


def _walked_in(site: ServedSite) -> list[int]:
    """Return how many came with the handwritten one, as far as it counts."""
    with site.database():
        found = WalkIn.objects.filter(full_name=HANDWRITTEN, undone_at=None)
        return list(found.values_list("people_count", flat=True))


def test_ticks_on_paper_become_attendance_and_can_be_taken_back(
    open_page: OpenPage, working_site: ServedSite
) -> None:
    page = at_the_desk(open_page, working_site)
    code = _print_list(page)
    rows = _printed_rows(working_site, code)
    ticked = [rows[number] for number in TICKED]

    page.goto(f"/ur/desk/events/{WALK}/paper/")
    page.locator("[name=code]").fill(code.lower())
    click_through(page.locator("main form[method=get] .button--action"))
    _type_numbers(page, "abc")
    refused = page.locator(".form-field__error").inner_text()
    # Urdu digits, a row twice, and one that is not on the sheet.
    _type_numbers(page, "1-۳، 3, 7 400")
    shown = page.locator("tbody tr").all_inner_texts()
    warned = page.locator(".notice--warning").inner_text()
    click_through(page.locator("[name=confirmed]"))
    counted = _people_in(working_site, ticked)
    _type_numbers(page, "7")
    buttons = page.locator("[name=confirmed]").count()
    press(page, "کچھ تبدیل کریں")
    said = [_upload(page, content) for content in (b"no picture", _photograph())]
    kept = page.request.get(page.locator("a[href$='.jpg']").get_attribute("href") or "")
    nothing = _handwritten(page)
    walked_in = _walked_in(working_site)
    click_through(page.locator(".desk-done button"))
    left = _walked_in(working_site)

    names = [one.contact.full_name for one in ticked]
    assert "سطر نمبر" in refused
    assert [name in line for name, line in zip(names, shown, strict=True)] == [True] * len(names)
    assert "400" in warned
    assert counted == sum(one.party_size for one in ticked)
    assert buttons == 0
    assert ["محفوظ ہو گئی" in words for words in said] == [False, True]
    assert kept.headers["content-type"] == "image/jpeg"
    assert "کچھ نہیں لکھا گیا" in nothing
    assert (walked_in, left) == ([4], [])
    assert _people_in(working_site, ticked) == counted
