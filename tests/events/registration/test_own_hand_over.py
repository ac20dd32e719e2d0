"""Handing over: new holder, new link; whatever opened it before opens it no more."""

from typing import Any

import pytest
from django.test import Client

from events.models import Registration
from messaging.models import OutboxMessage
from participants.models import Contact, OwnLink
from tests.events.pages import Page
from tests.events.registration.own_pages import is_private, link_to, own
from tests.privacy import tables_naming

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
NEW = {
    "full_name": "نسرین اختر",
    "phone": "0300 1112233",
    "email": "nasreen@example.com",
    "consent": "on",
}


def give(client: Client, registration: Registration, **other: str) -> Any:
    """Post the form with these details."""
    return client.post(own(registration, action="hand-over/"), NEW | other)


def link_on(response: Any) -> str:
    """Return the path of the link the page shows."""
    (shown,) = Page(response).soup.select("[data-own-link]")
    return "/ur/my/" + shown.get_text(strip=True).rstrip("/").split("/")[-1] + "/"


def test_hand_over_shows_a_link_for_the_new_holder_once(
    holder: Client, registration: Registration, client: Client
) -> None:
    response = give(holder, registration)

    page = Page(response)
    (whatsapp,) = page.soup.select('a[href^="https://wa.me/"]')
    opened = client.get(link_on(response), follow=True)
    assert (response.status_code, is_private(response)) == (200, True)
    assert page.foreign_words("ur") == []
    assert str(whatsapp["href"]).startswith("https://wa.me/923001112233?text=")
    assert "نسرین اختر" in Page(opened).text()


def test_hand_over_closes_every_way_of_the_earlier_holder(
    holder: Client, registration: Registration
) -> None:
    second_phone, old_link = Client(), link_to(registration)
    second_phone.get(old_link)
    second_phone.get(own(registration))

    give(holder, registration)

    answers = [
        holder.get(own(registration)),
        second_phone.get(own(registration)),
        second_phone.post(own(registration, action="cancel/")),
        Client().get(old_link),
    ]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert Registration.objects.get().state == "confirmed"


def test_hand_over_leaves_nothing_of_the_earlier_holder(
    holder: Client, registration: Registration
) -> None:
    earlier = registration.contact

    give(holder, registration)
    OutboxMessage.objects.filter(kind="registration-handed-over").delete()

    assert tables_naming([earlier.full_name, earlier.phone, earlier.email]) == {}
    assert not Contact.objects.filter(pk=earlier.pk).exists()


def test_hand_over_records_consent_with_wording_language_and_time(
    holder: Client, registration: Registration
) -> None:
    give(holder, registration)

    (consent,) = Registration.objects.get().contact.consents.all()
    assert (consent.purpose, consent.wording_version, consent.language) == (
        "hand-over",
        "hand-over-1",
        "ur",
    )


def test_hand_over_tells_both_and_drops_what_the_earlier_one_still_had_to_get(
    holder: Client, registration: Registration
) -> None:
    give(holder, registration)

    queued = OutboxMessage.objects.filter(state="queued")
    assert sorted(queued.values_list("kind", "recipient")) == [
        ("own-link", "nasreen@example.com"),
        ("registration-handed-over", "somebody@example.com"),
    ]


def test_hand_over_sent_twice_shows_a_link_again_and_hands_over_once(
    holder: Client, registration: Registration, client: Client
) -> None:
    give(holder, registration)
    successor = Registration.objects.get().contact_id

    again = give(holder, registration)

    assert again.status_code == 200
    assert client.get(link_on(again))["Location"] == own(registration)
    assert Registration.objects.get().contact_id == successor
    assert holder.get(own(registration)).status_code == 404


def test_hand_over_sent_again_with_other_details_is_closed(
    holder: Client, registration: Registration
) -> None:
    give(holder, registration)

    again = give(holder, registration, phone="0300 9998877")

    assert again.status_code == 404
    assert Registration.objects.get().contact.phone == "+923001112233"


@pytest.mark.parametrize(
    "wrong",
    [
        {"full_name": ""},
        {"phone": "12345"},
        {"email": "nobody"},
        {"consent": ""},
        {"full_name": "\u202e\u200b"},
    ],
)
def test_hand_over_with_bad_input_comes_back_and_changes_nothing(
    wrong: dict[str, str], holder: Client, registration: Registration
) -> None:
    before = OwnLink.objects.count()

    response = give(holder, registration, **wrong)

    page = Page(response)
    assert response.status_code == 200
    assert page.errors()
    assert page.fields()["phone"] == wrong.get("phone", NEW["phone"])
    assert Registration.objects.get().contact_id == registration.contact_id
    assert OwnLink.objects.count() == before


def test_hand_over_by_get_changes_nothing(holder: Client, registration: Registration) -> None:
    holder.get(own(registration, action="hand-over/"), NEW)

    assert Registration.objects.get().contact_id == registration.contact_id
