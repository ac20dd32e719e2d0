"""The list of events and a campaign's page: words, filters, absurd queries, and their cost."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localtime

from tests.events.builders import full_event, make_campaign, make_event
from tests.events.pages import Page, address
from tests.events.registration.builders import NOW, make_walk
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LANGUAGES = ["ur", "en"]
YESTERDAY = localtime(NOW).date() - datetime.timedelta(days=1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["", "?city=lahore", "?city=lahore&kind=walk&campaign=2027"])
def test_event_list_is_wholly_in_its_language(query: str, language: str, client: Client) -> None:
    full_event()
    make_event("seminar", YESTERDAY)
    make_event("undated")

    response = client.get(f"/{language}/events/{query}")

    page = Page(response)
    assert response.status_code == 200
    assert page.heading()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_event_list_without_events_says_so(language: str, client: Client) -> None:
    page = Page(client.get(f"/{language}/events/"))

    empty = page.soup.select(".empty-state")
    assert len(empty) == 1
    assert page.foreign_words(language) == []


def test_event_list_without_a_match_leads_back_to_all(client: Client) -> None:
    make_walk()
    make_event("seminar", YESTERDAY, city="karachi")

    page = Page(client.get("/ur/events/?city=karachi&kind=seminar"))

    assert page.soup.select('.empty-state a[href="/ur/events/"]')


def test_event_list_keeps_what_was_chosen(client: Client) -> None:
    make_walk()

    page = Page(client.get("/ur/events/?city=lahore"))

    chosen = [str(option["value"]) for option in page.soup.select("option[selected]")]
    assert [value for value in chosen if value] == ["lahore"]


def test_pages_of_past_events_keep_the_filter(client: Client) -> None:
    for number in range(30):
        make_event(f"seminar-{number:02d}", YESTERDAY - datetime.timedelta(days=number))
    make_event("elsewhere", YESTERDAY, city="karachi")

    first = Page(client.get("/ur/events/?city=lahore"))
    (following,) = first.soup.select('a[rel="next"]')
    second = Page(client.get("/ur/events/" + str(following["href"])))

    counts = [len(page.soup.select(".event-card")) for page in (first, second)]
    assert counts == [24, 6]


@pytest.mark.parametrize(
    ("query", "feed"),
    [("", "/ur/events/feed.ics"), ("?city=lahore&kind=", "/ur/events/feed.ics?city=lahore")],
)
def test_the_feed_offered_is_that_of_the_list(query: str, feed: str, client: Client) -> None:
    make_walk()

    page = Page(client.get(f"/ur/events/{query}"))

    assert [str(link["href"]) for link in page.soup.select('a[href*="feed.ics"]')] == [feed]


@pytest.mark.parametrize(
    "query",
    [
        "?city=%00&kind=%00&campaign=99999999999999999999&page=-1",
        "?page=absurd",
        "?page=%FF&city=%ED%A0%80",
        "?page=99999999999999999999",
        "?page=1e9",
        "?page=\u06f2",
        "?page=" + "9" * 5000,
        "?campaign=2027&campaign=x&kind[]=walk",
        "?" + "a=1&" * 500,
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_absurd_query_gets_a_list(query: str, language: str, client: Client) -> None:
    make_walk()
    make_event("seminar", YESTERDAY)
    make_campaign(2027)

    response = client.get(f"/{language}/events/{query}")

    assert response.status_code == 200
    assert len(Page(response).soup.select(".event-card")) == 2


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "nonsense"])
def test_a_query_in_another_charset_gets_a_list(charset: str, client: Client) -> None:
    make_walk()

    response = client.get(
        "/ur/events/?city=%5Cud800&page=%2B2AA-", CONTENT_TYPE=f"text/plain; charset={charset}"
    )

    assert response.status_code == 200


def test_event_list_costs_the_same_for_one_and_thirty(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    make_walk(slug="walk-0")
    make_event("seminar-0", YESTERDAY)
    client.get("/ur/events/")
    with django_assert_max_num_queries(20) as for_one:
        client.get("/ur/events/")
    for number in range(1, 30):
        make_walk(slug=f"walk-{number}")
        make_event(f"seminar-{number}", YESTERDAY)

    with django_assert_max_num_queries(20) as for_thirty:
        response = client.get("/ur/events/")

    assert len(Page(response).soup.select(".event-card")) == 30 + 24
    assert len(for_thirty) == len(for_one)


@pytest.mark.parametrize("path", ["events/", "events/walk-lahore-2027/", "campaigns/2027/"])
def test_public_pages_set_no_cookie_and_may_be_shared(path: str, client: Client) -> None:
    full_event()

    response = client.get(f"/ur/{path}")

    assert response.status_code == 200
    assert not response.cookies
    assert "public" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")
    assert not Page(response).soup.select("form[method=post]")
    assert client.post(f"/ur/{path}").status_code == 405


@pytest.mark.parametrize("year", ["1999", "99999999999999999999", "0"])
def test_a_year_without_campaign_is_404(year: str, client: Client) -> None:
    assert client.get(f"/ur/campaigns/{year}/").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_campaign_page_lists_its_own_events_only(language: str, client: Client) -> None:
    full_event()
    make_event("of-2022", datetime.date(2022, 7, 30), campaign=2022)

    page = Page(client.get(f"/{language}/campaigns/2027/"))

    links = {str(link["href"]) for link in page.soup.select(".campaign-city__link")}
    assert links == {address(language)}
    assert page.foreign_words(language) == []


def test_a_filter_nothing_fits_says_so_and_offers_all_events(client: Client) -> None:
    make_walk()
    make_event("seminar", YESTERDAY, city="karachi")

    nothing = Page(client.get("/en/events/?city=lahore&kind=training"))
    past_only = Page(client.get("/en/events/?city=karachi"))

    shown = [page.soup.select(".empty-state")[0] for page in (nothing, past_only)]
    assert [str(one.select("a")[0]["href"]) for one in shown] == ["/en/events/"] * 2
    assert "Try all cities, all kinds and all years." in shown[0].text
    assert "look at past events below" in shown[1].text
