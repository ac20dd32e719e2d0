"""Where to turn: checked numbers only, with source and day, asking nothing."""

import datetime

import pytest
from django.conf import settings
from django.test import Client

from tests.site_pages.builders import make_helpline
from tests.site_pages.reading import heading_count, html_of, tab_stops, tags
from tests.site_pages.views.test_pages import number_of_queries
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
MAX_BYTES = 20 * 1024


def test_help_shows_checked_numbers_only(client: Client) -> None:
    make_helpline()
    make_helpline("rumour", number_display="0800-99999", dial="080099999", is_verified=False)

    for language in ("ur", "en"):
        page = html_of(client.get(f"/{language}/help/"))

        assert "tel:+923331110566" in page
        assert "080099999" not in page
        assert "0800-99999" not in page


def test_help_names_source_and_day(client: Client) -> None:
    make_helpline(checked_on=datetime.date(2022, 8, 12))

    page = html_of(client.get("/en/help/"))

    assert "APP, 30 July 2022" in page
    assert "12 August 2022" in page


def test_help_puts_danger_first_then_the_main_number(client: Client) -> None:
    make_helpline("other", dial="1099", position=1, area_en="Punjab")
    make_helpline("ssdo", dial="111", position=50)
    make_helpline("police", dial="15", position=90, is_emergency=True)

    response = client.get("/en/help/")

    cards = [link["href"] for link in tags(response, "a") if "card__call" in link.get("class", "")]
    assert cards == ["tel:15", "tel:111", "tel:1099"]


def test_help_asks_nothing_and_offers_the_exit_first(client: Client) -> None:
    response = client.get("/ur/help/")

    assert tags(response, "input") == []
    assert "<form" not in html_of(response)
    assert "/ur/leave/" in tab_stops(response)[:2]
    assert heading_count(response) == 1


def test_help_stays_off_the_phone_but_not_out_of_the_cache_in_front(client: Client) -> None:
    response = client.get("/ur/help/")

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Accel-Expires"] == str(settings.SHARED_CACHE_SECONDS)
    assert response.cookies == {}


def test_help_is_small_and_costs_the_same_for_1_and_30_numbers(client: Client) -> None:
    make_helpline()
    few = number_of_queries(client, "/ur/help/")
    size = len(client.get("/ur/help/").content)

    for number in range(10):
        make_helpline(f"line-{number}")
    ten = client.get("/ur/help/")
    for number in range(10, 30):
        make_helpline(f"line-{number}")

    assert size < MAX_BYTES
    assert len(ten.content) < MAX_BYTES
    assert number_of_queries(client, "/ur/help/") == few


def test_help_keeps_numbers_in_order(client: Client) -> None:
    make_helpline(hours_ur="صبح 9:00 سے 17:00 تک", what_for_ur="مدد 1-14")

    assert raw_runs(html_of(client.get("/ur/help/"))) == []


def test_help_is_read_only(client: Client) -> None:
    assert client.post("/ur/help/").status_code == 405
