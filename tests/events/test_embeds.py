"""Embeds: frameable by anybody, small, without cookies or script, in the language asked for."""

import datetime
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client

from campaigns.models import Campaign
from tests.campaigns.builders import add_counted, make_campaign
from tests.events.builders import make_event
from tests.journeys.foreign_words import foreign_words
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
KINDS = ("events", "counter", "pledge")
LARGEST_BYTES = 10_000
STYLES = (Path(settings.BASE_DIR) / "static" / "css" / "embed.css").read_bytes()
FAR_DAY = datetime.date(2099, 7, 30)


@pytest.fixture(autouse=True)
def campaign() -> Campaign:
    """A campaign with more events than an embed shows."""
    campaign = make_campaign()
    for number in range(8):
        make_event(f"seminar-{number}", FAR_DAY, campaign=2027)
    return campaign


@pytest.mark.parametrize("kind", KINDS)
def test_embed_may_be_framed_and_kept_by_anybody(client: Client, kind: str) -> None:
    answer = client.get(f"/embed/{kind}/?lang=ur")

    assert answer.status_code == 200
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert "public" in answer["Cache-Control"]
    assert "Set-Cookie" not in answer
    assert not client.cookies


@pytest.mark.parametrize("address", ["/ur/", "/ur/events/", "/ur/network/embed/", "/oembed"])
def test_every_other_page_refuses_to_be_framed(client: Client, address: str) -> None:
    answer = client.get(address)

    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_embed_is_small_and_in_the_language_asked_for(
    client: Client, kind: str, language: str
) -> None:
    answer = client.get(f"/embed/{kind}/?lang={language}&theme=dark")

    html = answer.content.decode()
    soup = BeautifulSoup(html, "html.parser")
    assert len(answer.content) + len(STYLES) <= LARGEST_BYTES
    assert soup.html is not None
    assert (soup.html["lang"], soup.html["data-theme"]) == (language, "dark")
    assert soup.html["dir"] == ("rtl" if language == "ur" else "ltr")
    assert foreign_words(html, language) == []
    assert language == "en" or raw_runs(html) == []
    assert soup.find_all("script") == soup.find_all("form") == []


@pytest.mark.parametrize("kind", KINDS)
def test_links_of_an_embed_leave_the_frame(client: Client, kind: str) -> None:
    soup = BeautifulSoup(client.get(f"/embed/{kind}/?lang=en").content, "html.parser")

    links = soup.find_all("a")
    assert len(links) > 1
    assert {(link["target"], tuple(link["rel"])) for link in links} == {("_blank", ("noopener",))}
    assert all(str(link["href"]).startswith(f"{settings.BASE_URL}/en/") for link in links)


def test_embedded_events_are_few_and_of_the_city_asked_for(client: Client) -> None:
    make_event("seminar-karachi", FAR_DAY, city="karachi", campaign=2027)
    for number in range(6):
        make_event(f"walk-{number}", FAR_DAY, city="lahore", campaign=2027)

    every = client.get("/embed/events/?lang=en").content.decode()
    karachi = client.get("/embed/events/?lang=en&city=karachi").content.decode()

    assert every.count("embed__item") == 12
    assert re.findall(r"embed__link[^>]*>([^<]+)<", karachi) == [
        "Seminar, Karachi",
        "All events",
    ]


def test_counter_tells_the_pledges(client: Client, campaign: Campaign) -> None:
    add_counted(campaign, "lahore", 1200)

    html = client.get("/embed/counter/?lang=en").content.decode()

    assert re.findall(r'class="num">([\d,]+)<', html)[-1] == "1,200"


def test_counter_leads_on_to_the_results_and_to_the_pledge(client: Client) -> None:
    soup = BeautifulSoup(client.get("/embed/counter/?lang=en").content, "html.parser")

    addresses = [str(link["href"]).removeprefix(settings.BASE_URL) for link in soup.find_all("a")]
    assert addresses == ["/en/impact/2027/", "/en/pledge/", "/en/"]


def test_counter_tells_the_year_asked_for(client: Client) -> None:
    add_counted(make_campaign(year=2025, is_current=False, title_en="Day of 2025"), "karachi", 41)

    def told(year: str) -> str:
        return client.get(f"/embed/counter/?lang=en&year={year}").content.decode()

    assert ("Day of 2025" in told("2025"), ">41<" in told("2025")) == (True, True)
    assert ["World Day 2027" in told(year) for year in ("", "1999", "x", "٢٠٢٥")] == [True] * 4


def test_counter_of_a_past_year_without_numbers_asks_nobody_to_be_first(client: Client) -> None:
    make_campaign(year=2022, is_current=False)

    html = client.get("/embed/counter/?lang=en&year=2022").content.decode()

    assert "Not recorded, or fewer than ten" in html
    assert "Be one of the first" not in html
    assert "/en/pledge/" not in html


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize(
    ("path", "framed"),
    [
        ("events/", "/embed/events/?lang={}"),
        ("events/?city=lahore", "/embed/events/?lang={}&city=lahore"),
        ("pledge/", "/embed/pledge/?lang={}"),
        ("campaigns/2027/", "/embed/counter/?lang={}&year=2027"),
    ],
)
def test_page_says_where_its_embed_is_found_and_what_is_there_matches(
    client: Client, language: str, path: str, framed: str
) -> None:
    soup = BeautifulSoup(client.get(f"/{language}/{path}").content, "html.parser")

    (link,) = soup.select('link[rel=alternate][type="application/json+oembed"]')
    asked = urlsplit(str(link["href"]))
    found = client.get(f"{asked.path}?{asked.query}").json()
    frame = BeautifulSoup(found["html"], "html.parser").find("iframe")
    assert frame is not None
    assert f"{asked.scheme}://{asked.netloc}" == settings.BASE_URL
    assert str(frame["src"]) == settings.BASE_URL + framed.format(language)
    assert (found["width"], found["height"]) == (
        int(str(frame["width"])),
        int(str(frame["height"])),
    )
    assert client.get(str(frame["src"]).removeprefix(settings.BASE_URL)).status_code == 200


@pytest.mark.parametrize("path", ["", "help/", "events/seminar-1/", "events/nothing/", "impact/"])
def test_page_without_an_embed_offers_none(client: Client, path: str) -> None:
    html = client.get(f"/en/{path}").content.decode()

    assert "json+oembed" not in html


def test_snippet_is_what_oembed_answers(client: Client) -> None:
    page = BeautifulSoup(client.get("/en/network/embed/").content, "html.parser")
    answer = client.get("/oembed", {"url": f"{settings.BASE_URL}/en/events/", "format": "json"})

    found = answer.json()
    assert found["html"] == page.find_all("code")[0].get_text()
    assert (found["type"], found["version"]) == ("rich", "1.0")
    assert answer["Access-Control-Allow-Origin"] == "*"
    frame = BeautifulSoup(found["html"], "html.parser").find("iframe")
    assert frame is not None
    framed = urlsplit(str(frame["src"]))
    assert client.get(f"{framed.path}?{framed.query}").status_code == 200


def test_oembed_keeps_within_the_width_asked_for(client: Client) -> None:
    url = f"{settings.BASE_URL}/ur/pledge/"

    widths = [
        client.get("/oembed", {"url": url, "maxwidth": most}).json()["width"]
        for most in ("200", "9999", "x", "0", "٣٠")
    ]

    assert widths == [200, 320, 320, 320, 320]


@pytest.mark.parametrize(
    "url",
    ["", "https://elsewhere.example/ur/events/", "/ur/events/", "{}/ur/help/", "http://[", "{}/"],
)
def test_oembed_knows_our_own_pages_only(client: Client, url: str) -> None:
    assert client.get("/oembed", {"url": url.format(settings.BASE_URL)}).status_code == 404


def test_oembed_speaks_json_only(client: Client) -> None:
    asked = {"url": f"{settings.BASE_URL}/ur/events/", "format": "xml"}

    assert client.get("/oembed", asked).status_code == 501
