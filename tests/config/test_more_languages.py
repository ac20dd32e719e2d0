"""A third language in the settings: every address answers in it before a word is translated."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from pytest_django.fixtures import Settings

from config import middleware
from config.more_languages import lend_words
from site_pages.rules import addresses
from tests.site_pages.builders import make_city, make_helpline, make_pair, make_walk
from tests.site_pages.reading import html_of, tags

pytestmark = pytest.mark.django_db
LANGUAGES = [*settings.LANGUAGES, ("sd", "سنڌي")]
CODES = [code for code, _name in LANGUAGES]


@pytest.fixture
def _sindhi(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[None]:
    """Start the program as if the settings named Sindhi."""
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
    monkeypatch.setattr(middleware, "LANGUAGES", {code: code for code in CODES})
    monkeypatch.setattr(addresses, "ADDRESSED_LANGUAGES", tuple(CODES))
    monkeypatch.setattr("site_pages.context.ADDRESSED_LANGUAGES", tuple(CODES))
    before = {model: set(vars(model)) for model in apps.get_models()}
    lend_words(apps.get_models(), CODES)
    yield
    for model, names in before.items():
        for name in set(vars(model)) - names:
            delattr(model, name)


@pytest.mark.usefixtures("_sindhi")
@pytest.mark.parametrize(
    "path",
    [
        "",
        "help/",
        "safety/",
        "learn/",
        "events/",
        "events/walk-lahore-2099/",
        "events/walk-lahore-2099/register/",
        "search/?q=lahore",
        "find/",
        "pledge/",
        "network/",
        "host/",
        "impact/",
        "desk/",
    ],
)
def test_third_language_answers_at_every_address(client: Client, path: str) -> None:
    make_helpline(is_emergency=True)
    make_walk("walk-lahore-2099", make_city())
    make_pair("learn")

    response = client.get(f"/sd/{path}")

    page = tags(response, "html")[0]
    assert response.status_code == 200
    assert (page["lang"], page["dir"]) == ("sd", "rtl")
    assert response.headers["Content-Language"] == "sd"


@pytest.mark.usefixtures("_sindhi")
def test_third_language_is_named_beside_the_others(client: Client) -> None:
    links = tags(client.get("/ur/help/"), "link")

    assert [link["hreflang"] for link in links if "hreflang" in link] == [*CODES, "x-default"]


@pytest.mark.usefixtures("_sindhi")
def test_page_not_written_in_a_third_language_leads_to_the_urdu_one(client: Client) -> None:
    make_pair("learn")

    page = html_of(client.get("/sd/learn/"))

    assert 'href="/ur/learn/"' in page


def test_language_that_no_setting_names_is_not_found(client: Client) -> None:
    assert client.get("/sd/help/").status_code == 404
