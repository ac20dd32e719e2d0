"""Where to turn: checked numbers only, with source and day, asking nothing."""

import datetime
import gzip
from html import unescape

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from directory.enums import Need, Province
from directory.rules import HELPLINE_STALE_AFTER
from tests.site_pages.builders import make_city, make_helpline
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


def dialled(client: Client, query: str = "", language: str = "en") -> list[str]:
    """Return the numbers of the cards, in order."""
    response = client.get(f"/{language}/help/{query}")
    links = tags(response, "a")
    return [link["href"][4:] for link in links if "card__call" in link.get("class", "")]


def make_lines() -> None:
    """Make one number for each way of narrowing, two cities of two provinces, and danger."""
    lahore = make_city()
    make_city("KHI", name_en="Karachi", province_en="Sindh")
    make_helpline("police", dial="15", is_emergency=True)
    make_helpline("ssdo", dial="111", needs=[Need.TRAFFICKING])
    make_helpline(
        "bureau", dial="1121", area_en="Punjab", province=Province.PUNJAB, needs=[Need.CHILDREN]
    )
    make_helpline("sindh", dial="1094", area_en="Sindh", province=Province.SINDH)
    make_helpline(
        "shelter", dial="042", area_en="Lahore", province=Province.PUNJAB, city=lahore, position=500
    )


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", ["15", "111", "1121", "1094", "042"]),
        ("?need=children", ["15", "1121"]),
        ("?province=sindh", ["15", "1094", "111"]),
        ("?city=lhe", ["15", "042", "1121", "111"]),
        ("?city=khi", ["15", "1094", "111"]),
        ("?need=children&city=khi", ["15"]),
        ("?need=x&province=%00&city=nowhere", ["15", "111", "1121", "1094", "042"]),
    ],
)
def test_help_by_need_and_place_keeps_danger_and_puts_the_nearest_first(
    client: Client, query: str, numbers: list[str]
) -> None:
    make_lines()

    assert dialled(client, query) == numbers


def test_help_links_from_a_need_to_a_place_and_back(client: Client) -> None:
    make_lines()

    response = client.get("/ur/help/?need=children&city=lhe")
    links = {unescape(link["href"]) for link in tags(response, "a")}

    assert "/ur/help/?city=lhe&need=women" in links
    assert "/ur/help/?city=khi&need=children" in links
    assert "/ur/help/?need=children&province=sindh" in links
    assert "/ur/help/" in links
    assert "/en/help/?city=lhe&need=children" in links


@pytest.mark.parametrize("age_days", [365, 366])
def test_help_says_of_a_number_that_its_check_is_old(client: Client, age_days: int) -> None:
    make_helpline(checked_on=datetime.date(2025, 1, 1))
    # An hour after midnight in Karachi, while it is still the day before elsewhere.
    day = datetime.datetime(2025, 1, 1, 20, 0, tzinfo=datetime.UTC)

    with time_machine.travel(day + datetime.timedelta(days=age_days - 1), tick=False):
        page = html_of(client.get("/en/help/"))

    is_old = age_days > HELPLINE_STALE_AFTER.days
    assert ("Not checked for over a year" in page) is is_old


def test_help_is_passed_on_as_a_text_with_every_number_shown(client: Client) -> None:
    make_lines()

    response = client.get("/ur/help/?need=children")
    [text] = [tag["data-copy"] for tag in tags(response, "button") if "data-copy" in tag]

    assert text.splitlines()[1:] == [
        f"{'ہیلپ لائن'}: \u20660333-1110566\u2069",
        f"{'ہیلپ لائن'}: \u20660333-1110566\u2069",
        f"{settings.BASE_URL}/ur/help/?need=children",
    ]


def test_help_with_every_city_and_number_arrives_on_the_worst_network(client: Client) -> None:
    for number in range(40):
        letters = chr(65 + number // 26) + chr(65 + number % 26) + "X"
        make_city(letters, name_ur=f"شہر {number}", province_en="Punjab")
    for number in range(30):
        make_helpline(f"line-{number}", name_ur=f"ہیلپ لائن {number}", needs=[Need.WOMEN])

    for language in ("ur", "en"):
        assert len(gzip.compress(client.get(f"/{language}/help/").content)) < MAX_BYTES


def test_help_costs_the_same_for_1_and_30_numbers(client: Client) -> None:
    make_helpline()
    few = number_of_queries(client, "/ur/help/")

    for number in range(10):
        make_helpline(f"line-{number}")
    for number in range(10, 30):
        make_helpline(f"line-{number}")

    assert number_of_queries(client, "/ur/help/") == few


def test_help_keeps_numbers_in_order(client: Client) -> None:
    make_helpline(hours_ur="صبح 9:00 سے 17:00 تک", what_for_ur="مدد 1-14")

    assert raw_runs(html_of(client.get("/ur/help/"))) == []


def test_help_is_read_only(client: Client) -> None:
    assert client.post("/ur/help/").status_code == 405


@pytest.mark.parametrize("language", ["ur", "en"])
def test_safety_says_what_leaving_does_not_do_and_offers_it(client: Client, language: str) -> None:
    response = client.get(f"/{language}/safety/")

    assert response.headers["Cache-Control"] == "no-store"
    assert f"/{language}/leave/" in tab_stops(response)[:2]
    assert heading_count(response) == 1
    assert "بند کر دیں" in html_of(response) or "close the tab" in html_of(response)
    assert f"/{language}/safety/" in tab_stops(client.get(f"/{language}/help/"))
