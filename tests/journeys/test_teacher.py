"""A teacher brings a class of sixty, in Urdu, on a telephone, without script, from first to last.

"Twelve wait" of the issue is read so: the walk has 48 places left for sixty people. A party is
never split, so that the whole class waits for the twelve places that are missing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import vobject
from playwright.sync_api import Page, expect

from events.models import Attendee, Places, Registration
from tests.databases import DEMO_PASSWORD
from tests.journeys.conftest import OpenPage
from tests.journeys.delivered import Told
from tests.journeys.steps import ISOLATES, click_through, follow, go_on, press, read, sign_in
from tests.lending import Lender
from tests.served_site import ServedSite

pytestmark = pytest.mark.look
SLUG = "walk-lahore-2027"
# The demonstration's 120 people, sixty of the other school, and 48 places left.
CAPACITY = 228
TEACHER = "ustani@example.com"
OTHER = "other@example.com"
SCHOOL, OTHER_SCHOOL = "گورنمنٹ گرلز ہائی اسکول", "نمونہ ماڈل اسکول"
FIRST_NAMES = ("عائشہ", "فاطمہ", "زینب", "مریم", "خدیجہ", "آمنہ", "حفصہ", "سعدیہ", "نمرہ", "کنزہ")
SECOND_NAMES = ("بی بی", "خان", "احمد", "علی", "گل", "نور")
CLASS = [f"{first} {second}" for second in SECOND_NAMES for first in FIRST_NAMES]
# Row by row what somebody copies along without noticing.
FAULTS = {7: "35202-1234567-1", 23: "=1+22", 41: "https://school.example/list"}
# Two of the class, whose guardians have not signed.
WITHOUT_SLIP = (59, 60)
CONSENT_MISSING, CANCEL = "اجازت باقی", "رجسٹریشن منسوخ کریں"


@pytest.fixture
def site(lender: Lender) -> Iterator[ServedSite]:
    """Serve a demonstration in which nobody else does anything."""
    with lender.lend("demonstration") as site:
        yield site


def _register_school(page: Page, school: str, email: str, phone: str) -> str:
    """Go from the walk's page through the families' form to the groups', and to the check page."""
    follow(page, "واک کے لیے رجسٹریشن کریں")
    page.locator("main [name=full_name]").fill("استانی کوثر پروین")
    page.locator("main [name=phone]").fill(phone)
    page.locator("main [name=email]").fill(email)
    page.locator("main [name=party_size]").fill("۶۰")
    page.locator("main [name=consent]").check()
    go_on(page)
    read(page)
    press(page, "گروپ کے فارم پر جائیں")
    assert page.locator("main [name=full_name]").input_value() == "استانی کوثر پروین"
    assert page.locator("main [name=party_size]").input_value() == "۶۰"
    page.locator("main [name=group_name]").fill(school)
    page.locator("main [name=minors_count]").fill("60")
    go_on(page)
    return read(page)


def _sign_in(open_page: OpenPage, site: ServedSite) -> Page:
    page = open_page("/ur/desk/", site=site, has_script=False)
    sign_in(page, "organiser-lahore", DEMO_PASSWORD)
    expect(page.locator(".desk-nav__user")).to_have_text("organiser-lahore")
    return page


def _desk(page: Page, path: str = "") -> None:
    page.goto(f"/ur/desk/events/{SLUG}/{path}")


def _set_capacity(desk: Page, capacity: int) -> None:
    _desk(desk, "capacity/")
    desk.locator("main [name=capacity]").fill(str(capacity))
    go_on(desk)
    click_through(desk.locator("main [name=confirmed]"))
    read(desk)


def _paste_names(page: Page) -> None:
    """Paste the class with three faults, read the report, mend them, look, and save."""
    pasted = [FAULTS.get(row, name) for row, name in enumerate(CLASS, 1)]
    follow(page, "گروپ کے نام: لکھ کر یا شیٹ سے")
    page.locator("main [name=names]").fill("\n".join(pasted))
    go_on(page)
    report = read(page)
    rows = page.locator(".row-faults__row")
    assert [int(re.findall(r"\d+", one)[0]) for one in rows.all_inner_texts()] == list(FAULTS)
    assert all(typed in report for typed in FAULTS.values())
    # Nothing that was typed is lost, and nothing of it is saved.
    assert page.locator("main [name=names]").input_value().split("\n") == pasted
    page.locator("main [name=names]").fill("\n".join(CLASS))
    go_on(page)
    assert page.locator(".name-list__name").all_inner_texts() == CLASS
    click_through(page.locator("main [name=confirmed]"))
    assert "نام محفوظ ہو گئے۔" in read(page)


def _receive_slips(desk: Page, reference: str, numbers: str) -> None:
    _desk(desk, f"slips/?reference={reference}")
    desk.locator("main [name=codes]").first.fill(numbers)
    go_on(desk)
    read(desk)


def _row_of(desk: Page, reference: str, state: str) -> str:
    """Return what the organiser's list says of one registration."""
    _desk(desk, "attendees/")
    desk.locator("main [name=q]").fill(reference)
    desk.locator("main [name=state]").select_option(state)
    click_through(desk.locator(".filter-bar [type=submit]"))
    read(desk)
    (row,) = desk.locator("tr", has_text=reference).all_inner_texts()
    return row


def _entry(page: Page) -> Any:
    """Return the walk's calendar entry as another program understands it."""
    body = page.request.get(f"/ur/events/{SLUG}/event.ics").text()
    (entry,) = vobject.readOne(body).contents["vevent"]
    return entry


def _counts(site: ServedSite, reference: str) -> tuple[str, int, int, int]:
    """Return the class's state and size, and what of the walk is taken and waits."""
    with site.database():
        found = Registration.objects.get(reference=reference)
        places = Places.objects.get(event=found.event_id)
        return found.state, found.party_size, places.taken, places.waiting


def _shrink(page: Page) -> None:
    """Make it 58, and tick the two who drop out."""
    follow(page, "آنے والوں کی تعداد")
    page.locator("main [name=party_size]").fill("58")
    page.locator("main [name=minors_count]").fill("58")
    go_on(page)
    read(page)
    for number in WITHOUT_SLIP:
        page.get_by_label(CLASS[number - 1], exact=True).check()
    go_on(page)
    assert "افراد کی تعداد تبدیل کر دی گئی ہے۔" in read(page)


def _change_event(desk: Page, kind: str, **fields: str) -> str:
    """Go through a change at the desk and return what its preview said."""
    _desk(desk, f"change/{kind}/")
    for name, value in fields.items():
        desk.locator(f"main [name={name}]").fill(value)
    go_on(desk)
    preview = read(desk)
    # One is reached by e-mail, nobody by text; the demonstration's 120 have a telephone only.
    assert desk.locator(".count-tile__number").all_inner_texts() == ["1", "0", "120"]
    click_through(desk.locator("main [name=confirmed]"))
    return preview


@dataclass
class Journey:
    """Who takes part: the class, another school, the organiser; and what is to be remembered."""

    site: ServedSite
    desk: Page
    page: Page
    other: Page
    told: Told
    told_other: Told
    reference: str = ""

    def stands(self, state: str, size: int, *, taken: int, waiting: int) -> None:
        """Hold the class, and the walk's places, to what they must be now."""
        assert _counts(self.site, self.reference) == (state, size, taken, waiting)

    def back(self) -> str:
        """Return what the class's own page says now."""
        self.page.goto(f"/ur/my/r/{self.reference}/")
        return read(self.page)


@pytest.fixture
def journey(open_page: OpenPage, site: ServedSite) -> Journey:
    """Return a walk with 48 places left, of which another school holds sixty."""
    desk = _sign_in(open_page, site)
    _set_capacity(desk, CAPACITY)
    page, other = (
        open_page(f"/ur/events/{SLUG}/", has_script=False, site=site) for _phone in range(2)
    )
    begun = Journey(site, desk, page, other, Told(site, TEACHER), Told(site, OTHER))
    _register_school(begun.other, OTHER_SCHOOL, OTHER, "0300 7654321")
    click_through(begun.other.locator("main [name=confirmed]"))
    begun.told_other.once("registration-confirmed")
    return begun


def _join_the_queue(journey: Journey) -> None:
    """Forty-eight places for sixty: the check page says so before anything is stored."""
    page = journey.page
    outlook = _register_school(page, SCHOOL, TEACHER, "۰۳۰۰۱۲۳۴۵۶۷")
    assert "48" in outlook
    click_through(page.locator("main [name=confirmed]"))
    journey.reference = page.locator("[data-reference]").inner_text()
    read(page)
    assert page.locator("[data-position]").inner_text() == "1"
    journey.stands("waiting", 60, taken=180, waiting=60)
    # She comes back by the link of her message.
    waiting = journey.told.once("registration-waiting")
    page.goto(next(word for word in waiting.text.split() if "/ur/my/" in word))
    read(page)


def _bring_names_and_slips(journey: Journey) -> None:
    """Names in three looks; two of the slips are missing, and the desk's list says so."""
    _paste_names(journey.page)
    slips = journey.page.request.get(f"/ur/my/r/{journey.reference}/slips.pdf")
    assert slips.body().startswith(b"%PDF")
    _receive_slips(journey.desk, journey.reference, "1-58")
    assert f"{CONSENT_MISSING}: 2" in _row_of(journey.desk, journey.reference, "waiting")
    assert journey.told.since() == []


def _move_up(journey: Journey) -> None:
    """The other school cancels: the class moves up whole, and no place is lost."""
    follow(journey.other, CANCEL)
    press(journey.other, CANCEL)
    journey.stands("confirmed", 60, taken=180, waiting=0)
    journey.told.once("registration-promoted")
    journey.told_other.once("registration-cancelled")
    assert "60" in journey.back()
    expect(journey.page.locator(".pass svg.qr path").first).to_be_visible()


def _become_fewer(journey: Journey) -> None:
    """Two drop out: their names go, and so do the slips nobody has signed."""
    _shrink(journey.page)
    journey.stands("confirmed", 58, taken=178, waiting=0)
    assert "58" in journey.told.once("registration-changed").text
    with journey.site.database():
        kept = Attendee.objects.filter(registration__reference=journey.reference)
        assert [one.full_name for one in kept] == CLASS[:58]
    assert CONSENT_MISSING not in _row_of(journey.desk, journey.reference, "confirmed")


def _be_postponed(journey: Journey) -> None:
    """The preview shows whom it reaches in which words; the calendar's entry says it is off."""
    before = _entry(journey.page)
    preview = _change_event(journey.desk, "postponed", reason_ur="شدید بارش", reason_en="Rain")
    assert "شدید بارش" in preview
    assert "شدید بارش" in journey.told.once("event-postponed").text
    off = _entry(journey.page)
    assert (off.uid.value, off.status.value) == (before.uid.value, "TENTATIVE")
    assert int(off.sequence.value) > int(before.sequence.value)
    assert off.summary.value.startswith("ملتوی:")
    assert "ملتوی" in journey.back()


def _find_a_new_day(journey: Journey) -> None:
    """The same entry of the calendar moves to the new day."""
    before = _entry(journey.page)
    _change_event(journey.desk, "resumed", day="2027-08-08")
    assert "8 اگست 2027" in ISOLATES.sub("", journey.told.once("event-resumed").text)
    moved = _entry(journey.page)
    assert moved.uid.value == before.uid.value
    assert int(moved.sequence.value) > int(before.sequence.value)
    assert (moved.dtstart.value - before.dtstart.value).days == 7
    assert "8 اگست 2027" in journey.back()


def test_a_class_of_sixty_waits_whole_walks_as_fifty_eight_and_hears_each_step_once(
    journey: Journey,
) -> None:
    _join_the_queue(journey)
    _bring_names_and_slips(journey)
    _move_up(journey)
    _become_fewer(journey)
    _be_postponed(journey)
    _find_a_new_day(journey)

    journey.stands("confirmed", 58, taken=178, waiting=0)
    assert journey.told.since() == journey.told_other.since() == []
