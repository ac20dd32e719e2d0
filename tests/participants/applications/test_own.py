"""The page behind an own link: to its holder only, mended, taken back, taken along, erased."""

import json

import pytest
from django.test import Client

from participants.enums import ApplicationState
from participants.models import Contact
from tests import factories
from tests.events.pages import Page
from tests.events.registration.builders import NOW
from tests.events.registration.own_pages import is_private
from tests.participants.applications.kinds import EVERY_KIND, LANGUAGES, Kind, link_in_message
from tests.privacy import tables_naming
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock"), EVERY_KIND]


@pytest.fixture(autouse=True)
def _multan(db: None) -> None:
    factories.make_helpline()
    factories.make_city("multan")


@pytest.fixture
def applicant(kind: Kind, client: Client) -> Client:
    """Return a browser that has just applied."""
    response = kind.confirm(client, email="somebody@example.com")
    assert response.status_code == 303
    return client


@LANGUAGES
def test_own_page_shows_the_application_to_its_holder_only(
    kind: Kind, applicant: Client, language: str
) -> None:
    path = kind.own_path(language=language)

    response = applicant.get(path)

    page = Page(response)
    assert is_private(response)
    assert kind.typed["full_name"] in page.text()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert Client().get(path).status_code == 404


def test_own_page_opens_no_more_once_somebody_else_applies_with_it(
    kind: Kind, applicant: Client
) -> None:
    assert applicant.get(kind.own_path()).status_code == 200
    other = Contact.objects.create(
        full_name="شہلا رضا", phone="+923017654321", language="ur", created_at=NOW
    )

    kind.model._default_manager.update(contact=other)

    answers = [
        applicant.get(kind.own_path()),
        applicant.get(kind.own_path("export.json")),
        applicant.post(kind.own_path("link/")),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert not any("شہلا" in answer.content.decode() for answer in answers)


def test_link_in_the_message_opens_the_page_and_leaves_its_secret_behind(
    kind: Kind, client: Client
) -> None:
    kind.make(email="somebody@example.com")
    link = link_in_message(f"{kind.word}-received")

    response = client.get(link)

    assert (response.status_code, response["Location"]) == (302, kind.own_path())
    assert is_private(response)
    for _time in range(10):
        assert client.get(link).status_code == 302
    assert client.get(kind.own_path()).status_code == 200
    assert kind.the_one().state == ApplicationState.RECEIVED


def test_a_link_nobody_issued_says_kindly_that_the_page_is_closed(
    kind: Kind, client: Client
) -> None:
    response = client.get(f"/ur/{kind.own}not-a-token/")

    assert response.status_code == 404
    assert f'href="{kind.pages.way_in()["url"]}"' in response.content.decode()


def test_mending_shows_what_was_written_and_changes_it(kind: Kind, applicant: Client) -> None:
    form = Page(applicant.get(kind.own_path("change/"))).fields()
    assert (form[kind.wish], form["phone"]) == (kind.typed[kind.wish], "0300-1234567")

    response = applicant.post(kind.own_path("change/"), kind.typed | {kind.wish: "قلعہ کہنہ باغ"})

    assert response.status_code == 303
    assert getattr(kind.the_one(), kind.wish) == "قلعہ کہنہ باغ"
    assert Contact.objects.count() == 1


def test_withdrawing_asks_first_and_then_ends_every_change(kind: Kind, applicant: Client) -> None:
    assert applicant.get(kind.own_path("withdraw/")).status_code == 200
    assert kind.the_one().state == ApplicationState.RECEIVED

    applicant.post(kind.own_path("withdraw/"))

    assert kind.the_one().state == ApplicationState.WITHDRAWN
    applicant.post(kind.own_path("change/"), kind.typed | {kind.wish: "کہیں اور"})
    assert getattr(kind.the_one(), kind.wish) == kind.typed[kind.wish]


def test_everything_held_can_be_taken_along_and_erased(kind: Kind, applicant: Client) -> None:
    held = json.loads(applicant.get(kind.own_path("export.json")).content)
    assert (held["full_name"], held["phone"]) == (kind.typed["full_name"], "+923001234567")
    assert held[kind.wish] == kind.typed[kind.wish]
    assert [one["wording_version"] for one in held["consents"]] == list(kind.consents)
    path = kind.own_path()
    assert applicant.get(kind.own_path("erase/")).status_code == 200
    assert tables_naming(kind.traces)

    response = applicant.post(kind.own_path("erase/"))

    assert response.status_code == 303
    assert tables_naming(kind.traces) == {}
    assert applicant.get(path).status_code == 404


def test_done_on_this_phone_closes_the_page(kind: Kind, applicant: Client) -> None:
    applicant.post(kind.own_path("done/"))

    assert applicant.get(kind.own_path()).status_code == 404


@pytest.mark.parametrize("action", ["done/", "link/"])
def test_an_address_that_takes_a_post_leads_to_the_page_it_stands_on(
    kind: Kind, applicant: Client, action: str
) -> None:
    response = applicant.get(kind.own_path(action))

    assert (response.status_code, response["Location"]) == (302, kind.own_path())
    assert applicant.get(kind.own_path()).status_code == 200


def test_a_link_shown_once_opens_the_page_elsewhere(kind: Kind, applicant: Client) -> None:
    page = Page(applicant.post(kind.own_path("link/")))

    tag = page.soup.select_one("[data-own-link]")
    assert tag is not None
    path = f"/ur/{kind.own}" + tag.get_text().split(f"/{kind.own}")[1]
    other = Client()
    other.get(path)
    assert other.get(kind.own_path()).status_code == 200
