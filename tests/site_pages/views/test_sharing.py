"""The picture of a link: for every public address, today's words, and nothing of what is hidden."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings as django_settings
from django.test import Client
from PIL import Image
from pytest_django import Settings
from wagtail.models import Page, PageViewRestriction

from events.enums import EventState
from tests.site_pages.builders import (
    make_campaign,
    make_city,
    make_helpline,
    make_listing,
    make_pair,
    make_topic,
    make_walk,
)
from tests.site_pages.reading import html_of

pytestmark = [pytest.mark.look, pytest.mark.django_db]
BASE = django_settings.BASE_URL
META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)">')
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(autouse=True)
def kept_cards(settings: Settings, tmp_path: Path) -> Path:
    """Keep drawings where no earlier run has left any."""
    settings.VAR_DIR = tmp_path
    return tmp_path / "cards"


def preview(client: Client, path: str) -> dict[str, str]:
    """Return what messengers are told of an address; each thing is told once."""
    told = [(name, unescape(words)) for name, words in META.findall(html_of(client.get(path)))]
    assert len(dict(told)) == len(told)
    return dict(told)


def picture_path(client: Client, path: str) -> str:
    """Return the address of a page's picture on this site."""
    url = preview(client, path)["og:image"]
    assert url.startswith(BASE)
    return url.removeprefix(BASE)


def public_paths(client: Client) -> list[str]:
    """Return every address of the sitemap."""
    tree = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own
    return [url.text.removeprefix(BASE) for url in tree.iterfind("s:url/s:loc", MAP) if url.text]


def test_every_public_page_has_a_picture_of_the_right_kind_and_size(client: Client) -> None:
    make_helpline()
    make_pair("signs")
    make_topic("ur", "rights", make_listing("ur"), is_sensitive=True)
    make_walk("walk-lahore", make_city(), campaign=make_campaign())
    paths = public_paths(client)

    found = {path: client.get(picture_path(client, path)) for path in paths}

    assert {"/ur/", "/en/signs/", "/ur/learn/rights/", "/en/events/walk-lahore/"} <= set(paths)
    for path, answer in found.items():
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png"), path
        assert Image.open(BytesIO(answer.content)).size == (1200, 630), path
        assert len(answer.content) <= 300_000, path
        assert "max-age=31536000" in answer["Cache-Control"], path
        assert not answer.cookies, path


def test_page_says_in_its_language_what_messengers_show(client: Client) -> None:
    make_topic("ur", "signs", title="علامات", intro="سات سوال")

    told = preview(client, "/ur/signs/")

    image = told.pop("og:image")
    assert re.fullmatch(rf"{BASE}/ur/share/signs/[0-9a-f]{{20}}/wide\.png", image)
    assert told == {
        "og:site_name": "ہم قدم",
        "og:title": "علامات",
        "og:description": "سات سوال",
        "og:type": "article",
        "og:url": f"{BASE}/ur/signs/",
        "og:locale": "ur_PK",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "علامات",
        "twitter:card": "summary_large_image",
    }


def test_sensitive_page_shows_a_messenger_nothing_of_what_it_is_about(client: Client) -> None:
    make_topic("en", "debt", title="Bonded by debt", intro="A loan", is_sensitive=True)
    make_topic("en", "signs", title="Know the signs", is_sensitive=True)

    told = preview(client, "/en/debt/")
    pictures = [
        client.get(picture_path(client, path)).content for path in ("/en/debt/", "/en/signs/")
    ]

    assert told["og:title"] == told["og:image:alt"] == "Hamqadam"
    assert "og:description" not in told
    assert pictures[0] == pictures[1]


def test_picture_has_a_new_address_as_soon_as_the_event_changes(client: Client) -> None:
    walk = make_walk("walk-lahore", make_city())
    before = picture_path(client, "/ur/events/walk-lahore/")
    first = client.get(before)

    walk.schedule.state = EventState.CANCELLED
    walk.schedule.save()
    after = picture_path(client, "/ur/events/walk-lahore/")
    late = client.get(before)

    assert before != after
    assert (late.status_code, late["Location"]) == (302, after)
    assert client.get(after).content != first.content


def test_picture_is_drawn_once_and_kept(client: Client, kept_cards: Path) -> None:
    make_topic("en", "signs")
    path = picture_path(client, "/en/signs/")
    client.get(path)
    [kept] = kept_cards.glob("*.png")
    kept.write_bytes(b"as it was kept")

    assert client.get(path).content == b"as it was kept"


def hide_draft(page: Page) -> None:
    """Take a page down."""
    page.unpublish()


def hide_private(page: Page) -> None:
    """Show a page to staff alone."""
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("hide", [hide_draft, hide_private])
def test_what_nobody_may_read_has_no_picture_any_more(client: Client, hide: Any) -> None:
    page = make_topic("en", "signs")
    path = picture_path(client, "/en/signs/")
    assert client.get(path).status_code == 200

    hide(page)

    assert client.get(path).status_code == 404
    assert client.get(f"/en/p/{page.pk}/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "nowhere/{}/wide.png",
        "home/{}/tall.png",
        "events/no-such-walk/{}/wide.png",
        "campaigns/1999/{}/wide.png",
        "impact/1999/{}/wide.png",
        "campaigns/99999999999999999999/{}/wide.png",
        "campaigns/٢٠٢٧/{}/wide.png",
        "signs%00/{}/wide.png",
        "a/../signs/{}/wide.png",
        "../../etc/passwd/{}/wide.png",
    ],
)
def test_no_picture_of_what_is_not_there(client: Client, path: str) -> None:
    make_topic("en", "signs")

    answer = client.get(f"/en/share/{path.format('0' * 20)}")

    assert answer.status_code == 404


def test_page_is_found_by_its_number_in_its_own_language_only(client: Client) -> None:
    page = make_topic("en", "signs")

    found, foreign = client.get(f"/en/p/{page.pk}/"), client.get(f"/ur/p/{page.pk}/")

    assert (found.status_code, found["Location"]) == (302, "/en/signs/")
    assert foreign.status_code == 404


def test_address_without_words_of_its_own_shows_the_campaign(client: Client) -> None:
    told = preview(client, "/en/network/embed/")

    assert "og:title" not in told
    assert told["og:image:alt"] == "Know the signs, keep the number, walk with your city."
    assert client.get(told["og:image"].removeprefix(BASE)).status_code == 200


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/en/host/", "Host a walk in your city"),
        ("/en/network/", "Our network"),
        ("/en/impact/", "Results"),
        ("/ur/network/", "ہمارا نیٹ ورک"),
        ("/ur/network/join/", "نیٹ ورک میں شامل ہوں"),
        ("/en/impact/2027/", "Results"),
    ],
)
def test_rooms_of_the_program_have_a_picture_of_their_own(
    client: Client, path: str, title: str
) -> None:
    make_campaign()

    told = preview(client, path)

    assert told["og:title"] == title
    assert path in told["og:image"].replace("/share/", "/")
    assert client.get(told["og:image"].removeprefix(BASE)).status_code == 200


@pytest.mark.parametrize("path", ["/en/nowhere/", "/en/events/no-such/"])
def test_page_that_is_none_is_shown_without_a_picture(client: Client, path: str) -> None:
    assert "og:image" not in html_of(client.get(path))
