"""Pages in both languages, and the page that says a text is not translated yet."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from site_pages.models import HomePage
from tests.site_pages.builders import (
    home,
    locale,
    make_campaign,
    make_city,
    make_listing,
    make_pair,
    make_topic,
    make_walk,
)
from tests.site_pages.reading import (
    alternates,
    canonical,
    heading_count,
    html_of,
    language_and_direction,
    tab_stops,
    tags,
)
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.look, pytest.mark.django_db]
DIRECTIONS = {"ur": "rtl", "en": "ltr"}
SECRET_BODY = "a body nobody of the other language may see"


def number_of_queries(client: Client, address: str) -> int:
    """Count what a warm page asks of the database."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("path", ["", "learn/", "learn/signs/", "help/"])
def test_page_in_its_language(client: Client, language: str, path: str) -> None:
    urdu, english = make_listing("ur"), make_listing("en")
    make_topic("ur", "signs", urdu)
    make_topic("en", "signs", english)

    response = client.get(f"/{language}/{path}")

    assert response.status_code == 200
    assert language_and_direction(response) == (language, DIRECTIONS[language])
    assert heading_count(response) == 1
    assert response.headers["Content-Language"] == language


@pytest.mark.parametrize("path", ["", "signs/", "help/"])
def test_page_names_its_counterparts_and_itself(client: Client, path: str) -> None:
    make_pair()

    found = {code: client.get(f"/{code}/{path}") for code in ("ur", "en")}

    pair = {code: f"{settings.BASE_URL}/{code}/{path}" for code in ("ur", "en")}
    for code, response in found.items():
        assert alternates(response) == {**pair, "x-default": pair["ur"]}
        assert canonical(response) == [pair[code]]


def test_switch_leads_to_the_same_page_and_keeps_what_a_reader_chose(client: Client) -> None:
    make_pair()

    response = client.get("/ur/signs/?city=lahore&utm_source=x")

    switches = [link["href"] for link in tags(response, "a") if link.get("hreflang") == "en"]
    assert switches == ["/en/signs/?city=lahore"]
    assert canonical(response) == [f"{settings.BASE_URL}/ur/signs/?city=lahore"]


@pytest.mark.parametrize(("written", "asked"), [("ur", "en"), ("en", "ur")])
def test_page_of_the_other_tree_answers_notice(client: Client, written: str, asked: str) -> None:
    make_topic(written, "story", title="T", body=[("rich_text", f"<p>{SECRET_BODY}</p>")])

    response = client.get(f"/{asked}/story/")

    assert response.status_code == 200
    assert language_and_direction(response) == (asked, DIRECTIONS[asked])
    assert heading_count(response) == 1
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert alternates(response) == {}
    assert canonical(response) == []
    assert SECRET_BODY not in html_of(response)
    links = [link for link in tags(response, "a") if link["href"] == f"/{written}/story/"]
    assert {(link.get("lang"), link.get("dir")) for link in links} == {
        (written, DIRECTIONS[written])
    }
    assert "tel:+923331110566" in html_of(response)


def test_alias_answers_notice_and_is_no_counterpart(client: Client) -> None:
    topic = make_topic("ur", "story", title="کہانی", body=[("rich_text", f"<p>{SECRET_BODY}</p>")])
    alias = topic.copy_for_translation(locale("en"), alias=True)

    translated, source = client.get("/en/story/"), client.get("/ur/story/")

    assert alias.live
    assert translated.status_code == 200
    assert translated.headers["X-Robots-Tag"] == "noindex"
    assert SECRET_BODY not in html_of(translated)
    assert alternates(source) == {}


def test_alias_stands_on_no_card_and_in_no_menu(client: Client) -> None:
    listing = make_listing("ur", show_in_menus=True)
    alias = listing.copy_for_translation(locale("en"), alias=True)
    make_topic("ur", "story", listing, title="کہانی").copy_for_translation(locale("en"), alias=True)

    response = client.get("/en/")

    assert alias.show_in_menus
    assert "/en/learn/" not in tab_stops(response)
    assert "کہانی" not in html_of(response)


@pytest.mark.parametrize(("gone", "there"), [("ur", "en"), ("en", "ur")])
def test_unpublished_home_answers_notice_not_the_other_home(
    client: Client, gone: str, there: str
) -> None:
    HomePage.objects.filter(locale__language_code=there).update(intro=SECRET_BODY)
    home(gone).unpublish()

    response = client.get(f"/{gone}/")

    assert response.status_code == 200
    assert language_and_direction(response) == (gone, DIRECTIONS[gone])
    assert SECRET_BODY not in html_of(response)


def test_page_below_an_unpublished_home_still_answers(client: Client) -> None:
    make_pair()
    home("en").unpublish()

    response = client.get("/en/signs/")

    assert "Know the signs" in html_of(response)
    assert "X-Robots-Tag" not in response.headers


def test_notice_tells_nothing_of_drafts_and_private_pages(client: Client) -> None:
    make_topic("ur", "draft", title="مسودہ", live=False)
    private = make_topic("ur", "private", title="نجی")
    PageViewRestriction.objects.create(
        page=private, restriction_type=PageViewRestriction.PASSWORD, password="opensesame"
    )

    answers = [client.get(f"/{code}/{slug}/") for code in ("ur", "en") for slug in ("draft",)]
    hidden = client.get("/en/private/")

    assert [answer.status_code for answer in answers] == [404, 404]
    assert hidden.status_code == 404
    assert "نجی" not in html_of(hidden)


def test_private_page_asks_for_its_password_and_opens(client: Client) -> None:
    private = make_topic("ur", "private", title="نجی", body=[("rich_text", SECRET_BODY)])
    restriction = PageViewRestriction.objects.create(
        page=private, restriction_type=PageViewRestriction.PASSWORD, password="opensesame"
    )

    asked = client.get("/ur/private/")
    address = f"/ur/_util/password/{restriction.pk}/{private.pk}/"
    entered = client.post(address, {"password": "opensesame", "return_url": "/ur/private/"})
    opened = client.get("/ur/private/")

    assert SECRET_BODY not in html_of(asked)
    assert "no-store" in asked.headers["Cache-Control"]
    assert entered.headers["Location"] == "/ur/private/"
    assert SECRET_BODY in html_of(opened)
    assert "no-store" in opened.headers["Cache-Control"]


def test_unknown_address_is_404_in_its_language(client: Client) -> None:
    answers = {code: client.get(f"/{code}/nowhere/") for code in ("ur", "en")}

    assert {code: answer.status_code for code, answer in answers.items()} == {"ur": 404, "en": 404}
    assert language_and_direction(answers["ur"]) == ("ur", "rtl")


def test_plain_page_is_shared_and_sets_no_cookie(client: Client) -> None:
    make_pair()

    for address in ("/ur/", "/en/", "/ur/signs/", "/en/signs/"):
        response = client.get(address)

        assert response.cookies == {}
        assert "s-maxage" in response.headers["Cache-Control"]
        assert "Cookie" not in response.headers.get("Vary", "")


def test_sensitive_page_stays_off_the_phone_and_offers_the_exit_first(client: Client) -> None:
    make_pair(is_sensitive=True)

    for language in ("ur", "en"):
        response = client.get(f"/{language}/signs/")

        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Accel-Expires"] == str(settings.SHARED_CACHE_SECONDS)
        assert f"/{language}/leave/" in tab_stops(response)[:2]


def test_notice_for_a_sensitive_page_is_as_careful(client: Client) -> None:
    make_topic("ur", "story", is_sensitive=True)

    response = client.get("/en/story/")

    assert response.headers["Cache-Control"] == "no-store"
    assert "/en/leave/" in tab_stops(response)[:2]


def test_home_leads_to_registration_in_one_tap(client: Client) -> None:
    make_walk("walk-lahore", make_city(), campaign=make_campaign())

    response = client.get("/ur/")

    assert "/ur/events/walk-lahore/register/" in tab_stops(response)
    assert "/ur/campaigns/2027/" in tab_stops(response)


def test_home_costs_the_same_for_1_and_30_rows(client: Client) -> None:
    campaign, city, listing = make_campaign(), make_city(), make_listing()
    make_walk("walk-0", city, campaign=campaign)
    make_topic("ur", "topic-0", listing)
    few = number_of_queries(client, "/ur/")

    for number in range(1, 30):
        make_walk(f"walk-{number}", city, campaign=campaign)
        make_topic("ur", f"topic-{number}", listing)

    assert number_of_queries(client, "/ur/") == few


def test_listing_costs_the_same_for_1_and_30_rows(client: Client) -> None:
    listing = make_listing()
    make_topic("ur", "topic-0", listing)
    few = number_of_queries(client, "/ur/learn/")

    for number in range(1, 30):
        make_topic("ur", f"topic-{number}", listing)

    assert number_of_queries(client, "/ur/learn/") == few


def test_topic_costs_the_same_for_1_and_30_blocks(client: Client) -> None:
    make_topic("ur", "short", body=[("rich_text", "<p>متن</p>")])
    make_topic("ur", "longer", body=[("rich_text", "<p>متن</p>")] * 30)

    assert number_of_queries(client, "/ur/short/") == number_of_queries(client, "/ur/longer/")


def test_numbers_in_running_text_keep_their_order(client: Client) -> None:
    text = "<p>نمبر 0333-1110566 پر صبح 9:30 بجے کال کریں۔</p>"
    make_topic("ur", "call", intro="نمبر 0333-1110566", body=[("rich_text", text)])

    response = client.get("/ur/call/")

    assert raw_runs(html_of(response)) == []
    assert '<bdi dir="ltr" class="num">9:30</bdi>' in html_of(response)


def test_hostile_paths_are_404(client: Client) -> None:
    for path in ("%00/", "a" * 3000 + "/", "..%2f/", "%ff%fe/", "ا" * 200 + "/", "a/" * 400):
        assert client.get(f"/ur/{path}").status_code == 404
