"""The card after pledging: without a name the same for all, with one never kept."""

import re
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from PIL import Image
from pytest_django import Settings

from campaigns.forms.card import PledgeCardForm
from campaigns.models import Campaign
from campaigns.selectors.card import pledge_card_words
from participants.rules.limits import CARDS_OF_ADDRESS
from participants.services import keep_within
from tests.events.pages import Page
from tests.site_pages.builders import NOW, make_campaign, make_city, make_helpline

pytestmark = pytest.mark.django_db
PICTURE = re.compile(r'src="(/[a-z]{2}/pledge/card/[^"]+)"')
NAME = "زینب"


@pytest.fixture(autouse=True)
def kept_cards(settings: Settings, tmp_path: Path) -> Path:
    """Keep drawings where no earlier run has left any."""
    settings.VAR_DIR = tmp_path
    make_campaign(hashtag="#InStep2027", theme_ur="موضوع")
    make_city()
    make_helpline()
    return tmp_path / "cards"


def picture_path(client: Client, language: str) -> str:
    """Return where the page's own picture is."""
    [path] = PICTURE.findall(client.get(f"/{language}/pledge/card/").content.decode())
    return str(path)


@pytest.mark.parametrize("language", ["ur", "en"])
def test_card_without_a_name_is_one_for_everybody(client: Client, language: str) -> None:
    path = picture_path(client, language)

    square, wide = client.get(path), client.get(path.replace("square", "wide"))

    assert Image.open(BytesIO(square.content)).size == (1080, 1080)
    assert Image.open(BytesIO(wide.content)).size == (1200, 630)
    assert "immutable" in square["Cache-Control"]
    assert not client.cookies


def test_earlier_picture_leads_to_todays(client: Client) -> None:
    path = picture_path(client, "ur")

    answer = client.get(re.sub(r"[0-9a-f]{20}", "0" * 20, path))

    assert (answer.status_code, answer["Location"]) == (302, path)
    assert client.get(path.replace("square", "tall")).status_code == 404


def test_card_with_a_name_is_a_file_that_nothing_keeps(client: Client, kept_cards: Path) -> None:
    posted = {"name": f"{NAME} بی بی", "city": "lhe", "shape": "wide"}

    answer = client.post("/ur/pledge/card/", posted)

    plain = client.get(picture_path(client, "ur").replace("square", "wide"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer["Cache-Control"] == "no-store, private"
    assert "attachment" in answer["Content-Disposition"]
    assert Image.open(BytesIO(answer.content)).size == (1200, 630)
    assert answer.content != plain.content
    # The nameless one alone is kept.
    assert len(list(kept_cards.glob("*.png"))) == 1
    assert NAME not in "".join(_all_rows())


def test_card_with_a_name_is_shown_as_it_will_be_saved(client: Client, kept_cards: Path) -> None:
    typed = {"name": f"{NAME} بی بی", "city": "lhe", "shape": "show"}

    answer = client.post("/ur/pledge/card/", typed)

    page = Page(answer)
    (picture,) = page.soup.select("[data-card] img")
    again = {tag["name"]: tag["value"] for tag in page.soup.select("[data-card] input")}
    saved = client.post("/ur/pledge/card/", again | {"shape": "square"})
    assert "no-store" in answer["Cache-Control"]
    assert str(picture["src"]) == f"data:image/png;base64,{b64encode(saved.content).decode()}"
    assert Image.open(BytesIO(saved.content)).size == (1080, 1080)
    assert again == {"name": NAME, "city": "lhe"}
    assert page.fields()["name"] == f"{NAME} بی بی"
    assert list(kept_cards.glob("*.png")) == []


@pytest.mark.parametrize("typed", [{}, {"name": "www.example.com"}])
def test_card_is_shown_without_what_was_not_typed_or_is_no_name(
    client: Client, typed: dict[str, str]
) -> None:
    path = picture_path(client, "en")

    page = Page(client.post("/en/pledge/card/", typed | {"shape": "show"}))

    (picture,) = page.soup.select("[data-card] img")
    assert picture["src"] == path
    assert page.soup.select("[data-card] input") == []


def _all_rows() -> list[str]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found += [repr(row) for row in cursor.fetchall()]
    return found


@pytest.mark.parametrize(
    "name", ["0333-1110566", "www.example.com", "3520112345671", "زینب http://x.pk", "a" * 60]
)
def test_what_is_no_name_is_not_drawn(client: Client, name: str) -> None:
    answer = client.post("/en/pledge/card/", {"name": name})

    assert answer["Content-Type"].startswith("text/html")
    assert b"aria-invalid" in answer.content


def test_first_name_alone_stands_on_the_card() -> None:
    form = PledgeCardForm({"name": "Zainab Bibi Khan", "city": "lhe"}, language="en")

    assert form.is_valid()
    assert (form.cleaned_data["name"], form.city_name()) == ("Zainab", "Lahore")


def test_card_says_the_year_and_a_name_only_when_asked() -> None:
    campaign: Any = make_campaign(year=2028, is_current=False, hashtag="#x", theme_en="Theme")

    bare = pledge_card_words(campaign, "en")
    named = pledge_card_words(campaign, "en", name="Zainab", city="Lahore")

    assert (bare.kicker, bare.name, bare.theme) == (
        [("en", "World Day 2027")],
        [],
        [("en", "Theme · #x")],
    )
    assert named.name == [("en", "Zainab, Lahore")]


def test_drawing_with_names_has_a_limit(client: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        for _number in range(CARDS_OF_ADDRESS.count):
            keep_within(limit=CARDS_OF_ADDRESS, subject="127.0.0.1", now=NOW)

        answer = client.post("/en/pledge/card/", {"name": "Zainab"})

    assert answer.status_code == 429


def test_no_card_without_a_campaign(client: Client) -> None:
    Campaign.objects.update(is_current=False)

    assert client.get("/en/pledge/card/").status_code == 404
    assert client.post("/en/pledge/card/").status_code == 404
