"""A family of four on one telephone, the same form open in two tabs: four registrations."""

from typing import Any

import pytest
from django.test import Client

from events.enums import RegistrationState
from events.models import Event, Places, Registration
from tests.events.pages import Page
from tests.events.registration.builders import make_walk
from tests.events.registration.own_pages import link_to, own
from tests.events.registration.visits import FORM, fresh_key

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FAMILY = ("شاہد عباس", "کوثر عباس", "عائشہ عباس", "Bilal Abbas")


@pytest.fixture
def walk() -> Event:
    """Return a walk of ten places."""
    return make_walk()


@pytest.fixture
def phone() -> Client:
    """Return the family's one browser."""
    return Client()


def fill_in(name: str, key: str) -> dict[str, str]:
    """Return what somebody of the family types into a form opened with this key."""
    return {
        "full_name": name, "phone": "0333-1110566", "email": "", "party_size": "1",
        "consent": "on", "key": key,
    }  # fmt: skip


def send(phone: Client, name: str, key: str) -> Page:
    """Press the form's button and return the check page."""
    page = Page(phone.post(FORM["ur"], fill_in(name, key)))
    assert page.heading() == "کیا سب کچھ درست ہے؟"
    return page


def confirm(phone: Client, check: Page) -> Any:
    """Press the check page's button."""
    return phone.post(FORM["ur"], check.fields() | {"confirmed": "1"})


def register_all(phone: Client) -> list[Registration]:
    """Register two of the family from each tab, the second one by going back to the form."""
    tabs = [fresh_key(phone), fresh_key(phone)]
    for number, name in enumerate(FAMILY):
        response = confirm(phone, send(phone, name, tabs[number // 2]))
        if response.status_code == 200:
            # The key of the tab has its result; the same details once more, under a new key.
            again = Page(response)
            assert [other for other in FAMILY if other != name and other in again.text()] == []
            assert Registration.objects.count() == number
            response = confirm(phone, again)
        assert response.status_code == 303
    return list(Registration.objects.select_related("contact").order_by("pk"))


def test_nobodys_registration_is_lost(phone: Client, walk: Event) -> None:
    found = register_all(phone)

    assert [one.contact.full_name for one in found] == list(FAMILY)
    assert {one.state for one in found} == {RegistrationState.CONFIRMED}
    assert len({one.reference for one in found}) == 4
    assert [one.repeat_of for one in found] == [None] * 4
    assert Places.objects.get(event=walk).taken == 4


def test_each_page_shows_one_of_them_and_no_other(phone: Client, walk: Event) -> None:
    found = register_all(phone)

    for one in found:
        text = Page(phone.get(own(one))).text()
        assert [name for name in FAMILY if name in text] == [one.contact.full_name]
        assert [other.reference for other in found if other.reference in text] == [one.reference]


@pytest.mark.parametrize("number", range(4))
def test_each_page_and_each_link_cancels_its_own_only(
    number: int, phone: Client, walk: Event
) -> None:
    found = register_all(phone)
    elsewhere, other = Client(), found[(number + 1) % 4]
    elsewhere.get(link_to(found[number]))

    answers = [elsewhere.post(own(one, action="cancel/")).status_code for one in found]
    phone.post(own(other, action="cancel/"))

    cancelled = Registration.objects.filter(state=RegistrationState.CANCELLED)
    assert [answer for at, answer in enumerate(answers) if at != number] == [404] * 3
    assert set(cancelled) == {found[number], other}
    assert Places.objects.get(event=walk).taken == 2


def test_a_button_pressed_twice_in_a_tab_that_was_overtaken_is_still_one(
    phone: Client, walk: Event
) -> None:
    key = fresh_key(phone)
    first, second = (send(phone, name, key) for name in FAMILY[:2])

    answers = [confirm(phone, page) for page in (first, second, first)]

    assert [answer.status_code for answer in answers] == [303, 200, 303]
    assert answers[0]["Location"] == answers[2]["Location"]
    assert Registration.objects.count() == 1


def test_done_on_this_phone_closes_one_page_and_leaves_the_others(
    phone: Client, walk: Event
) -> None:
    found = register_all(phone)

    phone.post(own(found[0], action="done/"))

    assert [phone.get(own(one)).status_code for one in found] == [404, 200, 200, 200]
