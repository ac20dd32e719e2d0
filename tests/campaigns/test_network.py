"""The network's page: who carries the campaign, kind by kind, with where it is known from."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.lists import network_by_kind
from campaigns.models import Organisation
from campaigns.selectors import network_organisations
from tests.campaigns.builders import make_city
from tests.journeys.foreign_words import foreign_words
from tests.uploads import make_picture
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
KINDS = {"UN agency": "اقوامِ متحدہ کا ادارہ", "Government agency": "سرکاری ادارہ", "": ""}


def add(slug: str, kind: str = "UN agency", *, is_in_network: bool = True) -> Organisation:
    """Write an organisation with everything the page tells."""
    return Organisation.objects.create(
        slug=slug,
        name_en=f"Organisation {slug}",
        name_ur="ادارۂ مہاجرت",
        abbreviation_en=slug.upper(),
        abbreviation_ur="آئی او ایم",
        kind_en=kind,
        kind_ur=KINDS[kind],
        work_en="Advises people before they leave.",
        work_ur="1947 سے مشورہ دیتا ہے",
        source_title_en="Its own page",
        source_title_ur="ادارے کا صفحہ، 2024",
        source_url="https://example.org/about?a=1&b=2",
        is_in_network=is_in_network,
    )


def test_network_stands_kind_by_kind_and_without_a_kind_last() -> None:
    for slug, kind in (("ilo", "UN agency"), ("club", ""), ("fia", "Government agency")):
        add(slug, kind)
    add("iom")
    add("stranger", is_in_network=False)

    groups = network_by_kind(network_organisations("en"), "en")

    told = [(group.kind, [one.slug for one in group.organisations]) for group in groups]
    assert told == [
        ("Government agency", ["fia"]),
        ("UN agency", ["ilo", "iom"]),
        ("", ["club"]),
    ]


def test_network_page_tells_name_abbreviation_work_and_source(client: Client) -> None:
    add("ilo")
    add("club", "")
    add("stranger", is_in_network=False)

    answer = client.get("/en/network/")

    main = BeautifulSoup(answer.content, "html.parser").select_one("main")
    assert main is not None
    assert [title.get_text() for title in main.select(".partner-list__title")] == [
        "UN agency",
        "Other organisations",
    ]
    first = main.select("li.partner-list__item")[0]
    words = first.get_text(" ", strip=True)
    assert words.startswith("Organisation ilo ILO Advises people before they leave.")
    assert first.select_one('a[href="https://example.org/about?a=1&b=2"]') is not None
    assert "stranger" not in main.get_text()
    assert main.select_one('a[href="/en/network/embed/"]') is not None


@pytest.mark.parametrize("language", ["ur", "en"])
def test_network_page_keeps_to_its_language_and_is_found(client: Client, language: str) -> None:
    add("ilo")
    add("club", "")

    answer = client.get(f"/{language}/network/")

    html = answer.content.decode()
    soup = BeautifulSoup(html, "html.parser")
    canonical = soup.select_one('link[rel="canonical"]')
    assert foreign_words(html, language) == []
    assert language == "en" or raw_runs(html) == []
    assert canonical is not None
    assert str(canonical["href"]).endswith(f"/{language}/network/")
    assert {link["hreflang"] for link in soup.select('link[rel="alternate"][hreflang]')} >= {
        "ur",
        "en",
        "x-default",
    }
    assert "/ur/network/" in client.get("/sitemap.xml").content.decode()


@pytest.mark.parametrize("language", ["ur", "en"])
def test_network_page_before_the_first_organisation_leads_on(client: Client, language: str) -> None:
    html = client.get(f"/{language}/network/").content.decode()

    assert "empty-state" in html
    assert f'href="/{language}/events/"' in html
    assert foreign_words(html, language) == []


def test_network_page_sets_no_cookie_and_may_be_kept_as_the_host_page_is(client: Client) -> None:
    add("ilo")

    answer, other = client.get("/en/network/"), client.get("/en/host/")

    assert not answer.cookies
    assert answer.get("Cache-Control") == other.get("Cache-Control")
    assert answer.get("Vary") == other.get("Vary")


def test_network_page_costs_the_same_queries_for_one_organisation_and_many(
    client: Client,
) -> None:
    add("ilo")
    client.get("/en/network/")
    with CaptureQueriesContext(connection) as one:
        client.get("/en/network/")
    for number in range(12):
        add(f"club-{number}", list(KINDS)[number % 3])

    with CaptureQueriesContext(connection) as many:
        client.get("/en/network/")

    assert len(many) == len(one)


def test_every_footer_leads_to_the_network(client: Client) -> None:
    add("ilo")

    html = client.get("/en/events/").content.decode()

    footer = BeautifulSoup(html, "html.parser").select_one("footer")
    assert footer is not None
    assert footer.select_one('a[href="/en/network/"]') is not None


def narrowed(client: Client, query: str) -> list[str]:
    """Return the names the page shows for a choice."""
    soup = BeautifulSoup(client.get(f"/en/network/{query}").content, "html.parser")
    return [tag.get_text() for tag in soup.select(".partner-list__name")]


def test_network_is_narrowed_by_kind_and_city_without_script(client: Client) -> None:
    for slug, kind, city in (("ilo", "international", None), ("bar", "bar", "multan")):
        made = add(slug, "")
        made.kind, made.city = kind, make_city(city) if city else None
        made.save()
    bar, ilo = "Organisation bar", "Organisation ilo"

    found = [
        narrowed(client, query)
        for query in ("", "?kind=bar", "?city=multan", "?kind=international&city=multan")
    ]

    assert found == [[bar, ilo], [bar], [bar], []]
    assert narrowed(client, "?kind=%00&city=atlantis") == [bar, ilo]
    nothing = client.get("/ur/network/?kind=international&city=multan").content.decode()
    assert "empty-state" in nothing
    assert foreign_words(nothing, "ur") == []
    assert raw_runs(nothing) == []


def test_network_page_says_city_kind_and_website_and_leads_to_joining(client: Client) -> None:
    made = add("ilo")
    made.kind, made.city, made.website = "bar", make_city("multan"), "https://bar.example"
    made.save()

    answer = client.get("/en/network/").content

    main = BeautifulSoup(answer, "html.parser").select_one("main")
    assert main is not None
    assert main.select_one('a[href="/en/network/join/"]') is not None
    item = main.select("li.partner-list__item")[0]
    assert item.select_one('a[href="https://bar.example"]') is not None
    assert "Multan" in item.get_text()
    assert next(title.get_text() for title in main.find_all("h2")) == "Bar association"


def test_logo_is_shown_only_while_its_picture_may_be_published(client: Client) -> None:
    made = add("ilo")
    made.logo = make_picture(alt_en="Logo of the ILO", alt_ur="ادارے کا لوگو")
    made.save()

    shown = BeautifulSoup(client.get("/en/network/").content, "html.parser")
    made.logo.has_consent = False
    made.logo.save()
    hidden = BeautifulSoup(client.get("/en/network/").content, "html.parser")

    logo = shown.select_one("img.partner-list__logo")
    assert logo is not None
    assert logo["alt"] == "Logo of the ILO"
    assert hidden.select_one("img.partner-list__logo") is None


def test_logo_nobody_agreed_to_is_refused_in_the_cms(admin_client: Client) -> None:
    made = add("ilo")
    agreed, refused = make_picture(), make_picture(has_consent=False)
    fields = {
        "slug": "ilo",
        "name_en": "ILO",
        "name_ur": "ادارہ",
        "kind": "international",
        "is_in_network": "on",
    }

    answers = [
        admin_client.post(f"/admin/snippets/campaigns/organisation/edit/{made.pk}/", fields | logo)
        for logo in ({"logo": str(refused.pk)}, {"logo": str(agreed.pk)})
    ]

    assert [answer.status_code for answer in answers] == [200, 302]
    assert "cannot be shown" in answers[0].content.decode()
    made.refresh_from_db()
    assert (made.logo, made.kind) == (agreed, "international")
