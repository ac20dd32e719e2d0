"""An organiser writes to walkers: by e-mail from the worker, to the others from their own phone."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from events.enums import RegistrationState
from events.models import DeskMessage, HandDelivery, Registration
from participants.enums import AuditAction
from tests.journeys.conftest import OpenPage
from tests.journeys.delivered import Told
from tests.journeys.desk_steps import ORGANISER, WALK, at_the_desk, logged
from tests.journeys.steps import ISOLATES, click_through, follow, go_on, press, read
from tests.served_site import ServedSite

pytestmark = pytest.mark.drill

READER = "walker@example.com"
SUBJECT = "واک کے بعد چائے"
URDU = "واک کے بعد سب کو چائے پیش ہوگی۔ کوئی سوال ہو تو 0399-0000123 پر کال کریں۔"
ENGLISH = "There will be tea after the walk. Questions? Call 0399-0000123."
TELLING = "انسانی اسمگلنگ کے خلاف واک"


def _one_with_an_address(site: ServedSite) -> int:
    """Give one Urdu-speaking walker an e-mail address; return how many others have a place.

    What the demonstration's organiser wrote before is taken out of the queue.
    """
    with site.database():
        HandDelivery.objects.filter(event__slug=WALK).delete()
        confirmed = Registration.objects.filter(event__slug=WALK, state=RegistrationState.CONFIRMED)
        one = confirmed.filter(contact__language="ur").select_related("contact").latest("pk")
        one.contact.email = READER
        one.contact.save(update_fields=["email"])
        return confirmed.count() - 1


def _write(page: Page, urdu: str, english: str) -> None:
    page.locator("[name=to]").select_option("confirmed")
    page.locator("[name=text_ur]").fill(urdu)
    page.locator("[name=text_en]").fill(english)
    go_on(page)


def _person_in_hand(page: Page) -> tuple[str, str]:
    """Return whose number the link opens, and the words it brings along."""
    link = page.locator("a[href^='https://wa.me/']").get_attribute("href") or ""
    parts = urlsplit(link)
    (words,) = parse_qs(parts.query)["text"]
    return parts.path.strip("/"), ISOLATES.sub("", words)


def _queue(site: ServedSite) -> list[tuple[str, str]]:
    """Return phone and state of everybody who is written to by hand, in the queue's order."""
    with site.database():
        rows = HandDelivery.objects.filter(event__slug=WALK).order_by("pk")
        found = list(rows.values_list("registration__contact__phone", "state"))
    return [(phone.removeprefix("+"), state) for phone, state in found]


def _three_by_hand(page: Page) -> list[tuple[str, str]]:
    """Send the first by WhatsApp, fail with the second, stop at the third; return what they got."""
    follow(page, "اپنے فون سے بھیجیں")
    press(page, "اگلا شخص کھولیں")
    hands = [_person_in_hand(page)]
    for mark in ("واٹس ایپ پر بھیج دیا", "رابطہ نہیں ہوا"):
        press(page, mark)
        hands.append(_person_in_hand(page))
    press(page, "فی الحال رکیں")
    return hands


def test_message_is_looked_at_sent_by_the_worker_and_opened_by_hand_one_by_one(
    open_page: OpenPage, working_site: ServedSite
) -> None:
    others = _one_with_an_address(working_site)
    told = Told(working_site, READER)
    page = at_the_desk(open_page, working_site)
    page.goto(f"/ur/desk/events/{WALK}/messages/")
    follow(page, "پیغام لکھیں")

    # Nothing written, and what a locked phone must not show: told, and nothing is lost.
    go_on(page)
    missing = page.locator(".error-summary li").count()
    _write(page, TELLING, ENGLISH)
    telling = page.locator(".error-summary li").count()
    page.locator("[name=subject_ur]").fill(SUBJECT)
    page.locator("[name=subject_en]").fill("Tea after the walk")
    _write(page, URDU, ENGLISH)
    looked_at = read(page)
    tiles = page.locator(".count-tile__number").all_inner_texts()
    click_through(page.locator("[name=confirmed]"))
    mail = told.once("desk-message")
    hands = _three_by_hand(page)

    queue = _queue(working_site)
    assert (missing, telling) == (2, 1)
    assert tiles == ["1", "0", str(others)]
    assert [words in looked_at for words in (URDU, ENGLISH)] == [True, True]
    assert mail.subject == SUBJECT
    assert URDU in ISOLATES.sub("", mail.text)
    assert [phone for phone, _words in hands] == [phone for phone, _ in queue[:3]]
    for _phone, words in hands:
        assert words.startswith((URDU, ENGLISH))
    assert len(queue) == others
    assert [state for _phone, state in queue[:4]] == ["sent", "failed", "waiting", "waiting"]
    assert logged(working_site, "send-queue") == [(ORGANISER, AuditAction.VIEW, WALK, 1)] * 3
    with working_site.database():
        assert DeskMessage.objects.filter(text_ur=URDU).count() == 1
    assert told.since() == []
