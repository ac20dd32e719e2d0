"""The registrant's own page: who may open it, what it shows, and that looking changes nothing."""

import datetime
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client

from events.enums import RegistrationState
from events.models import Event, Registration
from tests.events.pages import Page
from tests.events.registration.builders import make_walk, register
from tests.events.registration.own_pages import is_private, link_to, own
from tests.events.registration.visits import confirm
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HALF_AN_HOUR = datetime.timedelta(minutes=30)


def everything_stored() -> str:
    """Return every row of every table of ours and Django's, sessions aside."""
    rows = [
        serializers.serialize("json", model._base_manager.order_by("pk"))
        for model in apps.get_models()
        if model._meta.label != "sessions.Session"
    ]
    return "\n".join(rows)


# --- Who may open it ---------------------------------------------------------------------------


def test_open_link_redirects_and_leaves_the_token_out(
    registration: Registration, client: Client
) -> None:
    address = link_to(registration)
    token = address.split("/")[3]

    response = client.get(address)

    page = client.get(response["Location"])
    assert (response.status_code, response["Location"]) == (302, own(registration))
    assert page.status_code == 200
    assert token not in page.content.decode()
    assert token not in str(dict(client.session))
    assert is_private(response)
    assert is_private(page)


@pytest.mark.parametrize("token", ["nothing", "x" * 43, "%00", "%FF", "%ED%A0%80", "r"])
def test_open_link_with_a_token_that_is_none_is_404(token: str, client: Client) -> None:
    response = client.get(f"/ur/my/{token}/")

    assert response.status_code == 404
    assert Page(response).foreign_words("ur") == []


def test_own_page_of_a_stranger_is_404_like_one_that_never_was(
    registration: Registration, client: Client
) -> None:
    strangers = client.get(own(registration))

    nobodys = client.get("/ur/my/r/LHE-22222/")
    bodies = [
        answer.content.decode().replace(reference, "")
        for answer, reference in ((strangers, registration.reference), (nobodys, "LHE-22222"))
    ]
    assert (strangers.status_code, nobodys.status_code) == (404, 404)
    assert bodies[0] == bodies[1]
    assert is_private(strangers)


def test_a_grant_opens_one_reference_only(holder: Client, registration: Registration) -> None:
    other = register(registration.event, full_name="نسرین اختر")
    addresses = [own(other, action=action) for action in ("", "cancel/")]

    answers = [holder.get(address) for address in addresses]
    posts = [holder.post(own(other, action=action)) for action in ("cancel/", "link/")]

    assert [answer.status_code for answer in answers + posts] == [404] * 4
    other.refresh_from_db()
    assert other.state == RegistrationState.CONFIRMED


@pytest.mark.parametrize("reference", ["%00", "x" * 300, "%FF", "LHE-7K2QF'--", "%E2%80%AE"])
def test_own_page_of_an_absurd_reference_is_404(reference: str, client: Client) -> None:
    answers = [client.get(f"/ur/my/r/{reference}/"), client.post(f"/ur/my/r/{reference}/cancel/")]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_grant_ends_after_half_an_hour_of_rest(
    holder: Client, registration: Registration, clock: Any
) -> None:
    clock.shift(HALF_AN_HOUR + datetime.timedelta(seconds=1))

    answers = [holder.get(own(registration)), holder.post(own(registration, action="cancel/"))]

    assert [answer.status_code for answer in answers] == [404, 404]
    registration.refresh_from_db()
    assert registration.state == RegistrationState.CONFIRMED


def test_a_grant_lives_on_while_it_is_used(
    holder: Client, registration: Registration, clock: Any
) -> None:
    for _visit in range(3):
        clock.shift(HALF_AN_HOUR - datetime.timedelta(minutes=1))
        last = holder.get(own(registration))

    assert last.status_code == 200


# --- What it shows -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("action", ["", "cancel/"])
def test_own_page_is_wholly_in_its_language(
    action: str, language: str, holder: Client, registration: Registration
) -> None:
    response = holder.get(own(registration, language, action))

    page = Page(response)
    assert response.status_code == 200
    assert page.heading()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []


def test_own_page_shows_the_pass(holder: Client, registration: Registration) -> None:
    page = Page(holder.get(own(registration)))

    shown = [tag.get_text(strip=True) for tag in page.soup.select("[data-reference]")]
    assert shown == [registration.reference]
    assert page.soup.select(".pass__qr svg")
    assert "Bilal Ahmed" in page.text()


def test_own_page_says_that_the_event_is_cancelled(
    holder: Client, registration: Registration
) -> None:
    type(registration.event.schedule).objects.update(state="cancelled")

    page = Page(holder.get(own(registration)))

    assert "یہ تقریب منسوخ کر دی گئی ہے۔" in page.text()


def test_opening_ten_times_changes_nothing_but_sessions(
    holder: Client, registration: Registration
) -> None:
    address = link_to(registration)
    before = everything_stored()

    for _visit in range(10):
        holder.get(address)
        holder.get(own(registration))
        holder.get(own(registration, action="cancel/"))
        holder.head(own(registration))

    assert everything_stored() == before


def test_whoever_just_registered_holds_the_grant(client: Client) -> None:
    make_walk()

    response = confirm(client)

    assert client.get(response["Location"]).status_code == 200
    assert Event.objects.get().registrations.count() == 1
