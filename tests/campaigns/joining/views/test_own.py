"""An organisation's own page: its state, changing, leaving, erasing."""

import json
import re

import pytest
from django.conf import settings
from django.test import Client

from campaigns.enums import JoinState
from campaigns.models import JoinApplication, Organisation, PartnerTally
from participants.models import Contact
from tests import factories
from tests.campaigns.builders import NOW, make_campaign, make_city
from tests.campaigns.joining.builders import (
    JOIN,
    TRACES,
    TYPED,
    approved,
    confirm,
    link_in_message,
    make_application,
)
from tests.events.pages import Page
from tests.events.placements.builders import place
from tests.events.registration.own_pages import is_private
from tests.privacy import tables_naming
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
LANGUAGES = pytest.mark.parametrize("language", ["ur", "en"])


@pytest.fixture(autouse=True)
def _multan(db: None) -> None:
    factories.make_helpline()
    make_city("multan")


@pytest.fixture
def applicant(client: Client) -> Client:
    """Return a browser that has just applied."""
    response = confirm(client, email="somebody@example.com")
    assert response.status_code == 303
    return client


def own(action: str = "", language: str = "ur") -> str:
    """Return the address of the one application there is."""
    return f"/{language}/my/network/r/{JoinApplication.objects.get().reference}/{action}"


def test_link_in_the_message_opens_the_page_and_leaves_its_secret_behind(client: Client) -> None:
    make_application(email="somebody@example.com")
    link = link_in_message("join-received")

    response = client.get(link)

    assert (response.status_code, response["Location"]) == (302, own())
    assert is_private(response)
    for _time in range(10):
        assert client.get(link).status_code == 302
    assert client.get(own()).status_code == 200
    assert JoinApplication.objects.get().state == JoinState.RECEIVED


def test_a_link_nobody_issued_says_kindly_that_the_page_is_closed(client: Client) -> None:
    response = client.get("/ur/my/network/not-a-token/")

    assert response.status_code == 404
    assert f'href="{JOIN["ur"]}"' in response.content.decode()


def test_mending_shows_what_was_written_and_changes_it(applicant: Client) -> None:
    form = Page(applicant.get(own("change/"))).fields()
    assert (form["work"], form["phone"]) == (TYPED["work"], "0300-1234567")

    response = applicant.post(own("change/"), TYPED | {"work": "لڑکیوں کا اسکول۔"})

    assert response.status_code == 303
    assert JoinApplication.objects.get().work == "لڑکیوں کا اسکول۔"
    assert Contact.objects.count() == 1


def test_withdrawing_asks_first_and_then_ends_every_change(applicant: Client) -> None:
    assert applicant.get(own("withdraw/")).status_code == 200
    assert JoinApplication.objects.get().state == JoinState.RECEIVED

    applicant.post(own("withdraw/"))

    assert JoinApplication.objects.get().state == JoinState.WITHDRAWN
    applicant.post(own("change/"), TYPED | {"work": "اور کچھ"})
    assert JoinApplication.objects.get().work == TYPED["work"]


def test_leaving_the_network_takes_it_off_the_page_at_once(client: Client) -> None:
    _application, organisation = approved(
        factories.make_user("director"), email="somebody@example.com"
    )
    client.get(link_in_message("join-approved"))
    assert organisation.name_ur in Page(client.get("/ur/network/")).text()

    assert "نیٹ ورک چھوڑ" in Page(client.get(own("withdraw/"))).heading()
    client.post(own("withdraw/"))

    assert organisation.name_ur not in Page(client.get("/ur/network/")).text()
    assert not Organisation.objects.get().is_in_network


def test_everything_held_can_be_taken_along_and_erased(applicant: Client) -> None:
    held = json.loads(applicant.get(own("export.json")).content)
    assert (held["full_name"], held["phone"]) == ("راشدہ", "+923001234567")
    assert [one["wording_version"] for one in held["consents"]] == ["join-1", "network-1"]
    path = own()

    response = applicant.post(own("erase/"))

    assert response.status_code == 303
    assert tables_naming(TRACES) == {}
    assert applicant.get(path).status_code == 404


def test_done_on_this_phone_closes_the_page(applicant: Client) -> None:
    applicant.post(own("done/"))

    assert applicant.get(own()).status_code == 404


def test_a_link_shown_once_opens_the_page_elsewhere(applicant: Client) -> None:
    page = Page(applicant.post(own("link/")))

    tag = page.soup.select_one("[data-own-link]")
    assert tag is not None
    path = "/ur/my/network/" + tag.get_text().split("/my/network/")[1]
    other = Client()
    other.get(path)
    assert other.get(own()).status_code == 200


def test_without_a_phone_an_email_is_enough(client: Client) -> None:
    assert confirm(client, phone="", email="a@mail.test").status_code == 303

    assert Page(client.get(own())).text().count("a@mail.test") == 1


@LANGUAGES
def test_own_page_shows_the_application_to_its_holder_only(
    applicant: Client, language: str
) -> None:
    response = applicant.get(own(language=language))

    page = Page(response)
    assert is_private(response)
    assert "راشدہ" in page.text()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert Client().get(own(language=language)).status_code == 404


@LANGUAGES
def test_own_page_tells_that_it_is_in_the_network(client: Client, language: str) -> None:
    approved(factories.make_user("director"), email="somebody@example.com")
    client.get(link_in_message("join-approved"))

    page = Page(client.get(own(language=language)))

    told = {"ur": "آپ نیٹ ورک میں شامل ہیں", "en": "You are in the network"}
    assert page.heading() == told[language]
    assert page.soup.select_one(f'a[href="/{language}/network/"]') is not None
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []


@LANGUAGES
def test_certificate_is_there_only_while_it_is_in_the_network(
    client: Client, language: str
) -> None:
    make_campaign()
    _application, organisation = approved(
        factories.make_user("director"), email="somebody@example.com"
    )
    client.get(link_in_message("join-approved"))
    page = Page(client.get(own(language=language)))
    assert page.soup.select_one(f'a[href="{own("certificate.pdf", "en")}"]') is not None
    assert page.foreign_words(language) == []

    given = client.get(own("certificate.pdf", language))
    Organisation.objects.update(is_in_network=False)
    refused = client.get(own("certificate.pdf", language))

    assert given.content.startswith(b"%PDF")
    assert is_private(given)
    assert f"network-2027-{organisation.slug}-{language}.pdf" in given["Content-Disposition"]
    assert refused.status_code == 404


def test_certificate_before_any_campaign_is_not_offered(client: Client) -> None:
    approved(factories.make_user("director"), email="somebody@example.com")
    client.get(link_in_message("join-approved"))

    assert "certificate.pdf" not in client.get(own()).content.decode()
    assert client.get(own("certificate.pdf")).status_code == 404


@LANGUAGES
def test_own_page_of_a_member_shows_its_link_and_tells_its_counter_from_ten_on(
    client: Client, language: str
) -> None:
    make_campaign()
    _application, organisation = approved(
        factories.make_user("verifier"), email="somebody@example.com"
    )
    with_none = client.get(link_in_message("join-received"), follow=True).content.decode()
    mine, other = place(organisation=organisation), place()
    PartnerTally.objects.create(
        campaign=mine.campaign, organisation=organisation, registered=9, pledges=1200,
        counted_at=NOW,
    )  # fmt: skip

    page = Page(client.get(own(language=language)))

    assert "data-partner-link" not in with_none
    assert [link.get_text() for link in page.soup.select("[data-partner-link]")] == [
        f"{settings.BASE_URL}/g/{mine.code}"
    ]
    assert other.code not in page.html
    told = page.soup.select_one("[aria-labelledby=partner-links]")
    assert told is not None
    counts = [line.get_text() for line in told.find_all("p") if not line.find("bdi", dir="ltr")]
    assert re.findall(r"\d+", " ".join(counts)) == ["1200"]
    assert raw_runs(page.html) == []
