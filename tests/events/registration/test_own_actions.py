"""What the own page's buttons do: cancel once, show a link, forget."""

from typing import Any

import pytest
from django.test import Client

from events.enums import RegistrationState
from events.models import Places, Registration
from messaging.models import OutboxMessage
from participants.models import OwnLink
from tests.events.pages import Page
from tests.events.registration.builders import NOW, register
from tests.events.registration.own_pages import is_private, link_to, own

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_cancel_frees_the_places_once(holder: Client, registration: Registration) -> None:
    answers = [holder.post(own(registration, action="cancel/")) for _ in range(3)]

    registration.refresh_from_db()
    assert [(a.status_code, a["Location"]) for a in answers] == [(303, own(registration))] * 3
    assert registration.state == RegistrationState.CANCELLED
    assert Places.objects.get().taken == 0
    assert OutboxMessage.objects.filter(kind="registration-cancelled").count() == 1
    assert all(is_private(answer) for answer in answers)


def test_cancelled_the_own_page_says_so_and_offers_to_register_again(
    holder: Client, registration: Registration
) -> None:
    holder.post(own(registration, action="cancel/"))

    page = Page(holder.get(own(registration)))

    assert page.heading() == "آپ کی رجسٹریشن منسوخ کر دی گئی ہے۔"
    assert page.soup.select('a[href$="/register/"]')
    assert not page.soup.select('a[href$="/cancel/"]')


def test_cancel_asks_no_more_once_cancelled(holder: Client, registration: Registration) -> None:
    holder.post(own(registration, action="cancel/"))

    response = holder.get(own(registration, action="cancel/"))

    assert (response.status_code, response["Location"]) == (303, own(registration))


def test_cancel_after_the_event_changes_nothing(
    registration: Registration, clock: Any, client: Client
) -> None:
    clock.move_to(NOW.replace(month=8, day=2))
    client.get(link_to(registration))
    before = OutboxMessage.objects.count()

    shown = Page(client.get(own(registration)))
    client.post(own(registration, action="cancel/"))

    registration.refresh_from_db()
    assert not shown.soup.select('a[href$="/cancel/"]')
    assert registration.state == RegistrationState.CONFIRMED
    assert (Places.objects.get().taken, OutboxMessage.objects.count()) == (3, before)


def test_new_link_shows_one_that_works_and_keeps_its_hash_only(
    holder: Client, registration: Registration, client: Client
) -> None:
    response = holder.post(own(registration, action="link/"))

    (shown,) = Page(response).soup.select("[data-own-link]")
    address = shown.get_text(strip=True)
    token = address.rstrip("/").split("/")[-1]
    assert client.get(f"/ur/my/{token}/")["Location"] == own(registration)
    assert not OwnLink.objects.filter(token_hash=token).exists()
    assert is_private(response)


def test_done_forgets_the_registration_on_this_phone(
    holder: Client, registration: Registration
) -> None:
    response = holder.post(own(registration, action="done/"))

    assert (response.status_code, response["Location"]) == (303, "/ur/")
    assert holder.get(own(registration)).status_code == 404


def test_done_keeps_what_else_this_phone_has_open(
    holder: Client, registration: Registration
) -> None:
    other = register(registration.event, full_name="نسرین اختر")
    holder.get(link_to(other))

    holder.post(own(registration, action="done/"))

    answers = [holder.get(own(one)).status_code for one in (registration, other)]
    assert answers == [404, 200]


@pytest.mark.parametrize("action", ["link/", "done/"])
def test_what_acts_does_so_on_post_alone_and_leads_to_its_page_otherwise(
    action: str, holder: Client, registration: Registration
) -> None:
    address = own(registration, action=action)

    looks = [holder.get(address), holder.head(address)]
    others = [holder.put(address), holder.delete(address)]

    assert [(look.status_code, look["Location"]) for look in looks] == [
        (302, own(registration))
    ] * 2
    assert all("no-store" in look["Cache-Control"] for look in looks)
    assert [answer.status_code for answer in others] == [405] * 2
    # The grant stands, and nothing was made.
    assert holder.get(own(registration)).status_code == 200


def test_what_shows_answers_no_other_method(holder: Client, registration: Registration) -> None:
    answers = [
        holder.post(own(registration)),
        holder.post(link_to(registration)),
        holder.put(own(registration, action="cancel/")),
        holder.delete(own(registration, action="cancel/")),
    ]

    assert [answer.status_code for answer in answers] == [405] * 4


@pytest.mark.parametrize("action", ["cancel/", "link/", "done/"])
def test_every_button_needs_the_csrf_token(action: str, registration: Registration) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get(link_to(registration))

    response = client.post(own(registration, action=action))

    assert response.status_code == 403
    registration.refresh_from_db()
    assert registration.state == RegistrationState.CONFIRMED
