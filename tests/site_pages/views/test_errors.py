"""Error pages: in the language of the address, with the number, whatever fell."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import Client
from pytest_django import Settings

from site_pages.views.errors import broken
from tests.site_pages.reading import heading_count, html_of, language_and_direction, tab_stops
from urdu.isolation import raw_runs

STATUSES = {
    "400": 400,
    "403": 403,
    "429": 429,
    "500": 500,
    "503": 503,
    "503-interface": 503,
}
# pytest refuses every query of a test without the database mark; those that fall with the
# database must therefore stand without one.
WITHOUT_DATABASE = ("500", "503", "503-interface")


@pytest.fixture
def failing(settings: Settings) -> Client:
    """A client of a site with addresses that fail."""
    settings.ROOT_URLCONF = "tests.site_pages.views.failing_urls"
    return Client(raise_request_exception=False)


def assert_is_error_page(response: Any, language: str, status: int) -> None:
    """Check what every error page holds."""
    assert response.status_code == status
    direction = "rtl" if language == "ur" else "ltr"
    assert language_and_direction(response) == (language, direction)
    assert heading_count(response) == 1
    page = html_of(response)
    assert f"tel:{settings.MAIN_HELPLINE['dial']}" in page
    assert f"/{language}/leave/" in tab_stops(response)[:2]
    assert "secret" not in page
    assert "noindex" in page
    assert raw_runs(page) == [] or language == "en"


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ur", "en"])
def test_address_that_is_opened_another_way_says_so_in_its_language(
    client: Client, language: str
) -> None:
    response = client.post(f"/{language}/help/")

    assert_is_error_page(response, language, 405)
    assert set(response["Allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.django_db
def test_refusal_of_a_machine_stays_without_words(client: Client) -> None:
    response = client.get("/-/hooks/pledges/twilio/")

    assert (response.status_code, response.content) == (405, b"")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("name", STATUSES)
def test_error_page_in_the_language_of_the_address(
    failing: Client, name: str, language: str
) -> None:
    response = failing.get(f"/{language}/fail/{name}/")

    assert_is_error_page(response, language, STATUSES[name])


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("name", WITHOUT_DATABASE)
def test_error_page_stands_without_a_database(failing: Client, name: str, language: str) -> None:
    response = failing.get(f"/{language}/fail/{name}/")

    assert_is_error_page(response, language, STATUSES[name])
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("name", ["503", "503-interface"])
def test_dead_database_says_when_to_come_back(failing: Client, name: str) -> None:
    response = failing.get(f"/ur/fail/{name}/")

    assert response.headers["Retry-After"] == "30"


def test_too_many_says_when_to_come_back(failing: Client) -> None:
    assert failing.get("/ur/fail/429/").headers["Retry-After"] == "60"


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ur", "en"])
def test_unknown_address(client: Client, language: str) -> None:
    response = client.get(f"/{language}/nowhere/at/all/")

    assert_is_error_page(response, language, 404)
    assert response.cookies == {}


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ur", "en"])
def test_wrong_host_is_told_in_the_language_of_the_address(language: str) -> None:
    response = Client(headers={"host": "evil.example"}).get(f"/{language}/")

    assert_is_error_page(response, language, 400)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ur", "en"])
def test_form_without_its_token_leads_back(language: str) -> None:
    response = Client(enforce_csrf_checks=True).post(f"/{language}/pledge/", {})

    assert_is_error_page(response, language, 403)
    assert f"/{language}/pledge/" in tab_stops(response)
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("language", ["ur", "en"])
def test_broken_stands_when_templates_do_not(language: str, settings: Settings) -> None:
    settings.TEMPLATES = []
    request = HttpRequest()
    request.path = f"/{language}/"

    response = broken(request)

    assert response.status_code == 500
    assert language_and_direction(response)[0] == language
    assert "tel:+923331110566" in html_of(response)
    assert heading_count(response) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", STATUSES)
def test_urdu_error_page_holds_no_english_sentence(failing: Client, name: str) -> None:
    page = html_of(failing.get(f"/ur/fail/{name}/"))

    text = re.sub(
        r"<(script|style).*?</\1>|<[^>]*lang=\"en\".*?</\w+>|<[^>]*>", " ", page, flags=re.S
    )
    assert re.findall(r"[A-Za-z]{2,}", text) == []
