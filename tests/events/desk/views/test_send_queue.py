"""The send queue on the desk: overview, one person with links, marks, and what is logged."""

from typing import Any

import pytest
from bs4 import Tag
from django.test import Client

from events.enums import DeliveryState
from events.models import Event, HandDelivery
from participants.models import AuditEntry, OwnLink
from tests.events.desk import builders
from tests.events.pages import Page
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
QUEUE = "/en/desk/events/walk-lahore-2027/messages/queue/"
WRITE = "/en/desk/events/walk-lahore-2027/messages/new/"
WORDS = {
    "to": "everybody",
    "text_ur": "پانی ساتھ لائیں۔",
    "text_en": "Bring water.",
    "has_own_link": "on",
}


@pytest.fixture
def queue(desk: Client, lahore: Event) -> Event:
    """Return the walk with two people without e-mail to be told something."""
    builders.register(lahore, "عائشہ خان", phone="+923001234567")
    builders.register(lahore, "کوثر عباس", phone="+923007654321")
    check = Page(desk.post(WRITE, WORDS))
    desk.post(WRITE, check.fields() | {"confirmed": "1"})
    # What was done is said once, in the language of whoever did it.
    desk.get(QUEUE)
    return lahore


def opened(response: Any) -> str:
    """Return the key of the person a page shows."""
    field = Page(response).soup.select_one(".send-one__marks [name=key]")
    assert isinstance(field, Tag)
    return str(field["value"])


def hrefs(page: Page, start: str) -> list[str]:
    """Return the addresses of the page's links that begin so."""
    links = [link for link in page.soup.select("main a[href]") if isinstance(link, Tag)]
    return [str(link["href"]) for link in links if str(link["href"]).startswith(start)]


@pytest.mark.parametrize("language", ["ur", "en"])
def test_overview_and_person_speak_one_language(desk: Client, queue: Event, language: str) -> None:
    address = QUEUE.replace("/en/", f"/{language}/")

    pages = [Page(desk.get(address)), Page(desk.post(address, {"action": "next"}))]

    for page in pages:
        assert page.foreign_words(language) == []
        assert language == "en" or raw_runs(page.html) == []


def test_a_person_is_opened_with_links_for_the_own_phone(desk: Client, queue: Event) -> None:
    before = OwnLink.objects.count()

    page = Page(desk.post(QUEUE, {"action": "next"}))

    (whatsapp,), (sms,) = hrefs(page, "https://wa.me/"), hrefs(page, "sms:")
    assert whatsapp.startswith("https://wa.me/923001234567?text=")
    assert sms.startswith("sms:+923001234567?body=")
    assert "%2Fmy%2F" in whatsapp.replace("/my/", "%2Fmy%2F")
    assert (before, OwnLink.objects.count()) == (0, 1)
    assert page.soup.select("main img, main iframe, main script") == []


def test_marks_lead_through_the_queue_to_its_end(desk: Client, queue: Event) -> None:
    first = opened(desk.post(QUEUE, {"action": "next"}))
    second = opened(desk.post(QUEUE, {"action": "whatsapp", "key": first}))
    last = desk.post(QUEUE, {"action": "failed", "key": second})

    states = dict(HandDelivery.objects.values_list("pk", "state"))
    assert states[int(first)] == DeliveryState.SENT
    assert sorted(states.values()) == ["failed", "sent"]
    assert last.status_code == 303
    # The link of a message that reached nobody is no way in any more.
    assert OwnLink.objects.count() == 1


def test_reloading_the_answer_marks_nobody_else(desk: Client, queue: Event) -> None:
    first = opened(desk.post(QUEUE, {"action": "next"}))

    for _time in range(3):
        desk.post(QUEUE, {"action": "sms", "key": first})

    assert HandDelivery.objects.filter(state=DeliveryState.SENT).count() == 1


@pytest.mark.parametrize("key", ["", "x", "9" * 40, "٣", "-1", "1e3"])
def test_odd_keys_mark_nobody(desk: Client, queue: Event, key: str) -> None:
    response = desk.post(QUEUE, {"action": "sms", "key": key})

    assert response.status_code == 200
    assert HandDelivery.objects.exclude(state=DeliveryState.WAITING).count() == 0


def test_another_citys_person_cannot_be_marked(desk: Client, queue: Event, karachi: Event) -> None:
    organiser = builders.make_organiser(karachi)
    stranger = Client()
    stranger.force_login(organiser)
    key = opened(desk.post(QUEUE, {"action": "next"}))

    inside = stranger.post(QUEUE.replace("lahore", "karachi"), {"action": "sms", "key": key})
    across = stranger.post(QUEUE, {"action": "sms", "key": key})

    assert inside.status_code == 303
    assert across.status_code == 404
    assert HandDelivery.objects.exclude(state=DeliveryState.WAITING).count() == 0


def test_each_opening_is_logged_without_a_name(desk: Client, queue: Event) -> None:
    desk.post(QUEUE, {"action": "next"})

    entry = AuditEntry.objects.get(kind="send-queue")
    assert (entry.subject, entry.row_count) == (queue.slug, 1)
    assert entry.columns == ["name", "phone", "message"]


def test_looking_changes_nothing(desk: Client, queue: Event) -> None:
    before = list(HandDelivery.objects.values())

    desk.get(QUEUE)

    assert list(HandDelivery.objects.values()) == before
    assert OwnLink.objects.count() == 0


def test_nobody_is_told_that_all_has_arrived_while_some_wait(desk: Client, queue: Event) -> None:
    path = f"/en/desk/events/{queue.slug}/messages/"
    while_waiting = Page(desk.get(path)).text()
    HandDelivery.objects.update(state=DeliveryState.SENT)

    assert "Everything that was sent has arrived" not in while_waiting
    assert "messages are still to be sent by hand." in while_waiting
    assert "Everything that was sent has arrived" in Page(desk.get(path)).text()
