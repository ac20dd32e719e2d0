"""Every kind of page: described to editors, placed in the tree, read in both languages."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from site_pages.models import (
    READING_KINDS,
    FAQPage,
    HomePage,
    LandingPage,
    ListingPage,
    NewsPage,
    PressReleasePage,
    ReadingPage,
    StoryPage,
)
from site_pages.models.panels import LanguagePanel
from tests.site_pages.builders import home, make_city, make_listing, make_walk
from tests.site_pages.drafts import make_staff
from tests.site_pages.kinds import KINDS, NOTES, WORDS, make_consent, make_kind
from tests.site_pages.reading import heading_count, html_of, language_and_direction, tags
from tests.site_pages.views.test_feeds import entries, places, structured
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
ALL = [*READING_KINDS, ListingPage, HomePage]
RELEASE = datetime.datetime(2027, 7, 30, 5, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize("kind", READING_KINDS, ids=KINDS)
@pytest.mark.parametrize("language", ["ur", "en"])
def test_kind_reads_in_its_language(client: Client, kind: type[ReadingPage], language: str) -> None:
    make_kind(kind, language)

    response = client.get(f"/{language}/page/")

    page = html_of(response)
    assert response.status_code == 200
    assert language_and_direction(response)[0] == language
    assert heading_count(response) == 1
    assert WORDS[language]["intro"] in page
    assert language == "en" or raw_runs(page) == []


@pytest.mark.parametrize("kind", ALL, ids=[kind.__name__ for kind in ALL])
def test_kind_is_described_and_stands_somewhere(kind: Any) -> None:
    # A home is made by migration, once a language; nobody chooses to make one.
    assert kind is HomePage or kind.page_description
    assert kind.parent_page_types
    assert any(isinstance(panel, LanguagePanel) for panel in kind.content_panels)
    parents = [kind for kind in kind.allowed_parent_page_models() if kind in ALL]
    assert kind is HomePage or parents


@pytest.mark.parametrize("kind", READING_KINDS, ids=KINDS)
def test_kind_can_be_begun_in_the_cms_and_explains_its_fields(kind: type[ReadingPage]) -> None:
    parent = home("en") if kind is LandingPage else make_listing("en")
    client = Client()
    client.force_login(make_staff("editor", "Editors"))

    page = html_of(
        client.get(
            reverse("wagtailadmin_pages:add", args=["site_pages", kind._meta.model_name, parent.pk])
        )
    )

    assert 'name="kicker"' in page
    assert "Opening words" in page


@pytest.mark.parametrize("kind", READING_KINDS, ids=KINDS)
def test_kind_is_in_feed_and_sitemap(client: Client, kind: type[ReadingPage]) -> None:
    make_kind(kind, "en", first_published_at=RELEASE, last_published_at=RELEASE)

    assert ("A page", "/en/page/") in entries(client, "/en/feed.atom")
    assert "/en/page/" in places(client)
    assert structured(client, "/en/page/")[0]["@type"] == kind.structured_type


def test_story_opens_with_its_note_and_is_not_kept(client: Client) -> None:
    make_kind(StoryPage, "en", body=[("rich_text", "<p>It began with a loan.</p>")])

    response = client.get("/en/page/")

    page = html_of(response)
    assert page.index(NOTES["en"]) < page.index("It began with a loan.")
    assert "no-store" in response.headers["Cache-Control"]
    assert "exit-link" in page


def test_story_is_gone_the_day_after_its_consent_though_no_worker_ran(client: Client) -> None:
    last_day = datetime.date(2027, 7, 30)
    make_kind(StoryPage, "en", consent=make_consent(expires_on=last_day))

    # 23:59 and 00:01 in Karachi.
    with time_machine.travel(datetime.datetime(2027, 7, 30, 18, 59, tzinfo=datetime.UTC)):
        assert client.get("/en/page/").status_code == 200
    with time_machine.travel(datetime.datetime(2027, 7, 30, 19, 1, tzinfo=datetime.UTC)):
        assert client.get("/en/page/").status_code == 404


def test_story_from_a_published_source_names_it(client: Client) -> None:
    consent = make_consent(
        "Story 4",
        kind="published-source",
        given_on=None,
        expires_on=None,
        keeper="",
        source_title_en="Supreme Court of Pakistan, Darshan Masih case",
        source_title_ur="عدالتِ عظمیٰ",
        source_year=1990,
    )
    make_kind(StoryPage, "en", consent=consent)

    page = html_of(client.get("/en/page/"))

    assert "Darshan Masih case" in page
    assert "1990" in page


@pytest.mark.parametrize(
    ("precision", "said"),
    [("day", "Tuesday, 30 July 2024"), ("month", "July 2024"), ("year", "2024")],
)
def test_news_says_its_day_as_exactly_as_it_is_known(
    client: Client, precision: str, said: str
) -> None:
    make_kind(NewsPage, "en", date_precision=precision)

    assert f'<p class="dateline container"><span>{said}</span></p>' in html_of(
        client.get("/en/page/")
    )


def test_news_leads_to_its_event_unless_that_is_withdrawn(client: Client) -> None:
    city = make_city()
    walk = make_walk("walk-lahore", city)
    make_kind(NewsPage, "en", city=city, event=walk)

    page = html_of(client.get("/en/page/"))
    walk.unpublish()

    assert "Lahore" in page
    assert "/en/events/walk-lahore/" in page
    assert "/en/events/walk-lahore/" not in html_of(client.get("/en/page/"))


def test_press_release_is_read_from_its_hour_on(client: Client) -> None:
    make_kind(PressReleasePage, "en", released_at=RELEASE, contact="Media desk")

    with time_machine.travel(RELEASE - datetime.timedelta(seconds=1)):
        assert client.get("/en/page/").status_code == 404
    with time_machine.travel(RELEASE):
        page = html_of(client.get("/en/page/"))
        assert "Friday, 30 July 2027" in page
        assert "Media desk" in page


def test_press_release_is_dated_by_its_release_for_search_engines(client: Client) -> None:
    page = make_kind(PressReleasePage, "en")
    page.save_revision().publish()

    assert structured(client, "/en/page/")[0]["datePublished"] == "2024-07-30T05:00:00+00:00"


def test_faq_is_folded_without_script_and_told_to_search_engines(client: Client) -> None:
    page = make_kind(FAQPage, "en")
    page.save_revision().publish()

    asked = structured(client, "/en/page/")[0]["mainEntity"]

    assert [(one["name"], one["acceptedAnswer"]["text"]) for one in asked] == [
        ("Is it free?", "Yes.")
    ]
    assert html_of(client.get("/en/page/")).count("<details") == 2


def test_landing_page_has_no_menu_and_keeps_the_helpline(client: Client) -> None:
    make_kind(LandingPage, "en")
    make_kind(FAQPage, "en", slug="with-menu")

    page = html_of(client.get("/en/page/"))

    assert "navigation" in html_of(client.get("/en/with-menu/"))
    assert "navigation" not in page
    assert "helpline-bar" in page
    assert [link["href"] for link in tags(client.get("/en/page/"), "a") if "hreflang" in link]


def test_landing_page_takes_one_action_only() -> None:
    counts = LandingPage._meta.get_field("body").stream_block.meta.block_counts

    assert counts["call_to_action"] == counts["pledge"] == {"max_num": 1}
