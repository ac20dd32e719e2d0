"""The map of the site, Atom, and schema.org, as machines read them."""

import json
import re
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import PageViewRestriction

from events.enums import DatePrecision, EventState
from tests.site_pages.builders import make_campaign, make_city, make_pair, make_topic, make_walk
from tests.site_pages.reading import alternates, html_of
from tests.site_pages.views.test_pages import number_of_queries

pytestmark = pytest.mark.django_db
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}
BASE = settings.BASE_URL


def places(client: Client) -> dict[str, dict[str, str]]:
    """Return {path: {language: path}} of the sitemap."""
    tree = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own
    return {
        _path(url.findtext("s:loc", "", MAP)): {
            link.attrib["hreflang"]: _path(link.attrib["href"])
            for link in url.findall("x:link", MAP)
        }
        for url in tree.findall("s:url", MAP)
    }


def _path(url: str) -> str:
    assert url.startswith(BASE), url
    return url.removeprefix(BASE)


def entries(client: Client, address: str) -> list[tuple[str, str]]:
    """Return the (title, path) of a feed's entries, in order."""
    tree = ET.fromstring(client.get(address).content)  # noqa: S314 - our own
    return [
        (entry.findtext("a:title", "", ATOM), _path(entry.findtext("a:id", "", ATOM)))
        for entry in tree.findall("a:entry", ATOM)
    ]


def structured(client: Client, address: str) -> list[dict[str, Any]]:
    """Return the schema.org data of a page."""
    page = html_of(client.get(address))
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return [json.loads(text) for text in found]


def test_sitemap_names_public_pages_as_each_page_names_itself(client: Client) -> None:
    make_pair("signs")
    make_topic("ur", "only-urdu")
    draft = make_topic("ur", "draft")
    draft.unpublish()
    private = make_topic("ur", "private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    make_campaign()
    make_walk("walk-lahore", make_city())

    found = places(client)

    assert (
        found["/ur/signs/"]
        == found["/en/signs/"]
        == {
            "ur": "/ur/signs/",
            "en": "/en/signs/",
            "x-default": "/ur/signs/",
        }
    )
    assert found["/ur/only-urdu/"] == {}
    assert "/ur/network/join/" in found
    assert {"/ur/draft/", "/ur/private/", "/en/only-urdu/"} & {*found} == set()
    assert {"/en/help/", "/ur/events/walk-lahore/", "/ur/campaigns/2027/", "/ur/"} <= {*found}
    for path, languages in found.items():
        response = client.get(path)
        assert response.status_code == 200, path
        named = {language: _path(url) for language, url in alternates(response).items()}
        assert named == languages, path


def test_sitemap_costs_the_same_for_1_and_30_pages(client: Client) -> None:
    make_topic("ur", "one")
    number_of_queries(client, "/sitemap.xml")
    few = number_of_queries(client, "/sitemap.xml")

    for number in range(30):
        make_topic("ur", f"page-{number}")

    assert number_of_queries(client, "/sitemap.xml") == few


def test_robots_learn_of_the_map(client: Client) -> None:
    assert f"Sitemap: {BASE}/sitemap.xml" in client.get("/robots.txt").content.decode().split("\n")


def test_feed_tells_words_as_words(client: Client) -> None:
    make_topic("en", "signs", intro="<b> & co").save_revision().publish()

    tree = ET.fromstring(client.get("/en/feed.atom").content)  # noqa: S314 - our own

    assert tree.findtext("a:entry/a:summary", "", ATOM) == "&lt;b&gt; &amp; co"


@pytest.mark.parametrize("language", ["ur", "en"])
def test_feeds_tell_what_is_public_in_their_language(client: Client, language: str) -> None:
    make_pair("signs")[0].get_translations(inclusive=True)
    for page in make_pair("debt"):
        page.save_revision().publish()
    make_topic(language, "draft", live=False)
    make_walk("walk-lahore", make_city())
    title = {"ur": "علامات پہچانیں", "en": "Know the signs"}[language]
    walk = {"ur": "آگاہی واک", "en": "Walk walk-lahore"}[language]

    assert entries(client, f"/{language}/feed.atom") == [(title, f"/{language}/debt/")]
    assert entries(client, f"/{language}/events/feed.atom") == [
        (walk, f"/{language}/events/walk-lahore/")
    ]
    response = client.get(f"/{language}/feed.atom")
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert f'xml:lang="{language}"' in response.content.decode()


def test_event_says_of_itself_what_schema_org_knows(client: Client) -> None:
    walk = make_walk("walk-lahore", make_city(), summary_en="</script><b>")

    [event] = structured(client, "/en/events/walk-lahore/")

    assert event["@type"] == "Event"
    assert event["name"] == "Walk walk-lahore"
    assert event["description"] == "</script><b>"
    assert event["startDate"] == "2099-08-01T07:00:00+05:00"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["location"]["address"]["addressLocality"] == "Lahore"
    assert "organizer" not in event

    walk.schedule.state, walk.schedule.precision = EventState.CANCELLED, DatePrecision.DAY
    walk.schedule.save()
    [event] = structured(client, "/ur/events/walk-lahore/")
    assert event["startDate"] == "2099-08-01"
    assert event["eventStatus"] == "https://schema.org/EventCancelled"

    walk.schedule.precision = DatePrecision.MONTH
    walk.schedule.save()
    assert structured(client, "/ur/events/walk-lahore/") == []


def test_article_says_of_itself_what_schema_org_knows(client: Client) -> None:
    page = make_topic("ur", "signs", title="علامات")
    page.save_revision().publish()

    [article] = structured(client, "/ur/signs/")

    assert article["@type"] == "Article"
    assert article["headline"] == "علامات"
    assert article["inLanguage"] == "ur"
    assert article["mainEntityOfPage"] == f"{BASE}/ur/signs/"
    assert article["dateModified"] >= article["datePublished"]


def test_article_is_passed_on_in_its_own_words(client: Client) -> None:
    make_topic("en", "signs", title='Know "the" signs', intro="Seven & one")

    page = html_of(client.get("/en/signs/"))

    assert '<meta property="og:title" content="Know &quot;the&quot; signs">' in page
    assert '<meta property="og:description" content="Seven &amp; one">' in page
    assert '<meta property="og:locale" content="en_GB">' in page
    assert f'<meta property="og:url" content="{BASE}/en/signs/">' in page
    assert f"text=Know%20%22the%22%20signs%0A{quote(BASE + '/en/signs/')}" in page


@pytest.mark.parametrize("feed", ["feed.atom", "events/feed.atom"])
def test_feed_names_itself_and_its_counterpart(client: Client, feed: str) -> None:
    tree = ET.fromstring(client.get(f"/ur/{feed}").content)  # noqa: S314 - our own

    links = {
        (link.get("rel"), link.get("hreflang")): link.get("href")
        for link in tree.findall("a:link", ATOM)
    }

    assert links[("self", None)] == f"{BASE}/ur/{feed}"
    assert links[("alternate", "en")] == f"{BASE}/en/{feed}"


def test_data_for_search_engines_name_the_pages_own_picture(client: Client) -> None:
    make_topic("ur", "signs", title="علامات").save_revision().publish()
    make_walk("walk-lahore", make_city())

    for path in ("/ur/signs/", "/en/events/walk-lahore/"):
        [data] = structured(client, path)
        assert f'<meta property="og:image" content="{data["image"]}">' in html_of(client.get(path))


@pytest.mark.parametrize(("language", "name"), [("ur", "ہم قدم"), ("en", "Hamqadam")])
def test_machines_read_in_their_language_who_writes(
    client: Client, language: str, name: str
) -> None:
    make_topic(language, "signs").save_revision().publish()

    # RFC 4287 asks a feed for an author.
    trees = [
        ET.fromstring(client.get(f"/{language}/{feed}").content)  # noqa: S314 - our own
        for feed in ("feed.atom", "events/feed.atom")
    ]
    [article] = structured(client, f"/{language}/signs/")

    assert [tree.findtext("a:author/a:name", "", ATOM) for tree in trees] == [name, name]
    assert [article[part]["name"] for part in ("author", "publisher")] == [name, name]
