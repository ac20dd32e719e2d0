"""An organisation's own page: its state, changing, leaving, erasing."""

import re

import pytest
from django.conf import settings
from django.test import Client

from campaigns.models import JoinApplication, Organisation, PartnerTally
from tests import factories
from tests.campaigns.builders import NOW, make_campaign, make_city
from tests.campaigns.joining.builders import (
    approved,
    confirm,
)
from tests.events.pages import Page
from tests.events.placements.builders import place
from tests.events.registration.own_pages import is_private
from tests.participants.applications.kinds import link_in_message
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


def test_without_a_phone_an_email_is_enough(client: Client) -> None:
    assert confirm(client, phone="", email="a@mail.test").status_code == 303

    assert Page(client.get(own())).text().count("a@mail.test") == 1


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
    counts = [line.get_text() for line in told.select("p:not(:has([data-partner-link]))")]
    assert re.findall(r"[\d,]*\d", " ".join(counts)) == ["1,200"]
    assert raw_runs(page.html) == []
