"""Lists of pages: what stands on them, in which order, and how many at once."""

import datetime

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from site_pages.models import NewsPage, StoryPage
from site_pages.models.cards import CardGroup
from site_pages.models.listing import CARDS_ON_A_PAGE
from tests.site_pages.builders import locale, make_listing, make_topic
from tests.site_pages.kinds import make_kind
from tests.site_pages.reading import html_of
from tests.site_pages.views.test_pages import number_of_queries

pytestmark = pytest.mark.django_db


def groups(client: Client, address: str) -> list[CardGroup]:
    """Return the cards of a list as its template gets them."""
    found: list[CardGroup] = client.get(address).context["groups"]
    return found


def test_list_leaves_out_drafts_private_pages_and_aliases(client: Client) -> None:
    listing = make_listing("en")
    make_topic("en", "shown", listing, title="Shown", intro="In short")
    make_topic("en", "draft", listing, live=False)
    private = make_topic("en", "private", listing)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    urdu = make_topic("ur", "alias", make_listing("ur", translation_key=listing.translation_key))
    urdu.copy_for_translation(locale("en"), alias=True)

    cards = [card for group in groups(client, "/en/learn/") for card in group.cards]

    assert listing.get_children().count() == 4
    assert [(card.title, card.intro, card.url) for card in cards] == [
        ("Shown", "In short", "/en/learn/shown/")
    ]


def test_list_stands_by_kind_with_the_newest_news_first(client: Client) -> None:
    listing = make_listing("en")
    for year, slug in ((2022, "older"), (2025, "newest"), (2024, "newer")):
        day = datetime.date(year, 7, 30)
        make_kind(NewsPage, "en", slug=slug, parent=listing, dated_on=day)
    make_kind(StoryPage, "en", slug="story", parent=listing)
    make_topic("en", "topic", listing)

    found = groups(client, "/en/learn/")

    assert [(group.name, [card.url for card in group.cards]) for group in found] == [
        ("", ["/en/learn/topic/"]),
        ("Story", ["/en/learn/story/"]),
        ("News", ["/en/learn/newest/", "/en/learn/newer/", "/en/learn/older/"]),
    ]
    assert found[2].cards[0].day_line == "Wednesday, 30 July 2025"


def test_list_of_one_kind_needs_no_name_for_it(client: Client) -> None:
    listing = make_listing("en", title="News")
    make_kind(NewsPage, "en", slug="one", parent=listing)

    assert [group.name for group in groups(client, "/en/learn/")] == [""]


def test_long_list_is_paged_and_no_page_is_lost(client: Client) -> None:
    listing = make_listing("en")
    for number in range(CARDS_ON_A_PAGE + 1):
        make_topic("en", f"topic-{number}", listing)

    first, second = (groups(client, f"/en/learn/?page={number}") for number in (1, 2))

    urls = [card.url for group in (*first, *second) for card in group.cards]
    assert urls == [f"/en/learn/topic-{number}/" for number in range(CARDS_ON_A_PAGE + 1)]
    assert "Page 1 of 2" in html_of(client.get("/en/learn/"))
    assert client.get("/en/learn/?page=zero").status_code == 200


def test_empty_list_says_so(client: Client) -> None:
    make_listing("en")

    assert "Nothing has been published here yet." in html_of(client.get("/en/learn/"))


def test_list_asks_the_same_for_one_page_and_for_many(client: Client) -> None:
    short, long = make_listing("en", "short"), make_listing("en", "long")
    make_kind(NewsPage, "en", slug="one", parent=short)
    for number in range(12):
        make_kind(NewsPage, "en", slug=f"news-{number}", parent=long)

    assert number_of_queries(client, "/en/long/") == number_of_queries(client, "/en/short/")
