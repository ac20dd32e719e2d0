"""From the first page to a place in the walk, with a telephone number and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Error, Frame, Page, expect

from events.enums import RegistrationState
from events.models import Registration
from participants.models import Contact
from tests.journeys.conftest import OpenPage
from tests.journeys.steps import click_through, press
from tests.served_site import ServedSite

FORM_PATH = re.compile(r"/events/walk-lahore-2027/register/$")
REFERENCE = re.compile(r"LHE-[2-9A-HJKMNPQRT-Z]{5}")
MOST_PAGE_LOADS = 4
# Where a browser asks whether a form shall be sent again.
BROWSERS_OWN_PAGE = re.compile("^chrome-error:")


@dataclass(frozen=True)
class Walker:
    """Who comes, and the words of the buttons in their language."""

    language: str
    name: str
    typed_phone: str
    phone: str
    calendar_button: str
    cancel_button: str


KAUSAR = Walker(
    language="ur",
    name="کوثر پروین",
    typed_phone="۰۳۰۰۱۲۳۴۵۶۷",
    phone="+923001234567",
    calendar_button="اس فون کے کیلنڈر کی فائل",
    cancel_button="رجسٹریشن منسوخ کریں",
)
JAMES = Walker(
    language="en",
    name="James Masih",
    typed_phone="٠٣٠٠-٧٦٥٤٣٢١",
    phone="+923007654321",
    calendar_button="Calendar file for this phone",
    cancel_button="Cancel registration",
)
walkers = pytest.mark.parametrize(
    "walker",
    [pytest.param(KAUSAR, id="ur"), pytest.param(JAMES, id="en", marks=pytest.mark.drill)],
)


class PageLoads:
    """Counts the pages somebody waits for, the first included; a redirect belongs to its page."""

    def __init__(self, page: Page) -> None:
        self.addresses = [page.url]
        page.on("framenavigated", self._note)

    def _note(self, frame: Frame) -> None:
        if frame.parent_frame is None:
            self.addresses.append(frame.url)


@pytest.fixture(autouse=True)
def _leave_no_trace(demo_site: ServedSite) -> Iterator[None]:
    """Keep the demonstration as it was for the other journeys of this session."""
    yield
    with demo_site.database():
        for registration in _registrations_of(KAUSAR, JAMES):
            if registration.state == RegistrationState.CONFIRMED:
                places = registration.event.places
                places.taken -= registration.party_size
                places.save()
            registration.delete()


def _registrations_of(*walkers: Walker) -> list[Registration]:
    phones = [walker.phone for walker in walkers]
    contacts = Contact.objects.filter(phone__in=phones)
    return list(Registration.objects.filter(contact__in=contacts).order_by("pk"))


def _fill_in(page: Page, walker: Walker) -> None:
    page.locator("[name=full_name]").fill(walker.name)
    page.locator("[name=phone]").fill(walker.typed_phone)
    page.locator("[name=consent]").check()
    click_through(page.locator("main form [type=submit]"))


def _register(page: Page, walker: Walker) -> str:
    """Go from the home page to the own page and return the reference shown there."""
    click_through(page.locator(f"a[href='/{walker.language}/events/walk-lahore-2027/register/']"))
    expect(page).to_have_url(FORM_PATH)
    _fill_in(page, walker)
    click_through(page.locator("[name=confirmed]"))
    return page.locator("[data-reference]").inner_text()


@walkers
def test_walker_without_script_or_email_has_a_place_after_four_page_loads(
    open_page: OpenPage, demo_site: ServedSite, walker: Walker
) -> None:
    page = open_page(f"/{walker.language}/", has_script=False)
    loads = PageLoads(page)

    reference = _register(page, walker)

    assert len(loads.addresses) <= MOST_PAGE_LOADS, loads.addresses
    assert REFERENCE.fullmatch(reference)
    expect(page.locator(".pass svg.qr path").first).to_be_visible()
    assert page.url == f"{demo_site.url}/{walker.language}/my/r/{reference}/"
    with demo_site.database():
        (registration,) = _registrations_of(walker)
        assert registration.reference == reference
        assert registration.state == RegistrationState.CONFIRMED
        assert (registration.contact.full_name, registration.contact.email) == (walker.name, "")


@walkers
def test_walker_who_reloads_presses_twice_and_goes_back_has_one_registration(
    open_page: OpenPage, demo_site: ServedSite, walker: Walker
) -> None:
    page = open_page(f"/{walker.language}/events/walk-lahore-2027/register/", has_script=False)
    _fill_in(page, walker)

    page.locator("[name=confirmed]").dblclick()
    # Of the two posts the browser gives the first up, so that there is no one page to wait for.
    expect(page.locator("[data-reference]")).to_be_visible()
    first = page.locator("[data-reference]").inner_text()
    page.reload()
    after_reload = page.locator("[data-reference]").inner_text()
    # The check page is kept nowhere, so a browser asks for it once more by posting again.
    with pytest.raises(Error, match="ERR_CACHE_MISS"):
        page.go_back()
    expect(page).to_have_url(BROWSERS_OWN_PAGE)
    page.reload()
    click_through(page.locator("[name=confirmed]"))
    after_back = page.locator("[data-reference]").inner_text()

    assert [after_reload, after_back] == [first, first]
    with demo_site.database():
        assert [one.reference for one in _registrations_of(walker)] == [first]


@walkers
def test_walker_who_posts_the_check_page_again_from_a_second_tab_has_one_registration(
    open_page: OpenPage, demo_site: ServedSite, walker: Walker
) -> None:
    page = open_page(f"/{walker.language}/events/walk-lahore-2027/register/", has_script=False)
    _fill_in(page, walker)
    typed: dict[str, str | float | bool] = {
        str(field.get_attribute("name")): str(field.get_attribute("value"))
        for field in page.locator("main form input[type=hidden]").all()
    }
    address = page.url

    click_through(page.locator("[name=confirmed]"))
    first = page.locator("[data-reference]").inner_text()
    answers = [
        page.request.post(address, form=typed | {"confirmed": "1"}, max_redirects=0)
        for _tab in range(2)
    ]

    own = f"/{walker.language}/my/r/{first}/"
    assert [(one.status, one.headers["location"]) for one in answers] == [(303, own)] * 2
    with demo_site.database():
        assert [one.reference for one in _registrations_of(walker)] == [first]


@walkers
def test_own_page_offers_the_walk_to_the_calendar(open_page: OpenPage, walker: Walker) -> None:
    page = open_page(f"/{walker.language}/", has_script=False)
    _register(page, walker)

    link = page.get_by_role("link", name=walker.calendar_button)
    answer = page.request.get(str(link.get_attribute("href")))

    assert (answer.status, answer.headers["content-type"].split(";")[0]) == (200, "text/calendar")
    assert answer.text().startswith("BEGIN:VCALENDAR")
    assert "DTSTART;TZID=Asia/Karachi:20270801T070000" in answer.text()
    assert walker.name not in answer.text()
    assert not REFERENCE.search(answer.text())


@walkers
def test_walker_cancels_from_the_own_page_and_the_place_is_free_again(
    open_page: OpenPage, demo_site: ServedSite, walker: Walker
) -> None:
    page = open_page(f"/{walker.language}/", has_script=False)
    reference = _register(page, walker)
    with demo_site.database():
        taken = _registrations_of(walker)[0].event.places.taken

    click_through(page.get_by_role("link", name=walker.cancel_button))
    press(page, walker.cancel_button)

    expect(page.locator("[data-reference]")).to_have_text(reference)
    expect(page.get_by_role("link", name=walker.cancel_button)).to_have_count(0)
    with demo_site.database():
        (registration,) = _registrations_of(walker)
        assert registration.state == RegistrationState.CANCELLED
        assert registration.event.places.taken == taken - 1
