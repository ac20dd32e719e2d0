"""Search in the reader's language; what may not be read is not found."""

import datetime

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from events.models import Speaker
from participants.models import ThrottleCount
from participants.rules.limits import SEARCHES_OF_ADDRESS
from site_pages.models import SearchEntry, TopicPage
from site_pages.selectors.searching import search
from site_pages.services.indexing import index_everything
from tests.site_pages.builders import (
    make_city,
    make_listing,
    make_pair,
    make_topic,
    make_walk,
)
from tests.site_pages.reading import canonical, heading_count, html_of, tab_stops, tags
from tests.site_pages.views.test_pages import number_of_queries
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db


def found(client: Client, query: str, language: str = "ur") -> list[str]:
    """Return the addresses of the cards, in order."""
    response = client.get(f"/{language}/search/", {"q": query})
    assert response.status_code == 200
    return [link["href"] for link in tags(response, "a") if "card__link" in link.get("class", "")]


@pytest.mark.parametrize(
    ("language", "title", "query"),
    [
        ("ur", "علی کی کہانی", "علي"),
        ("ur", "انسانی اسمگلنگ", "سمگلنگ"),
        ("ur", "انساني سمگلنگ", "اسمگلنگ"),
        ("ur", "مہم 2022", "۲۰۲۲"),
        ("ur", "مہم ۲۰۲۲", "2022"),
        ("ur", "کوثر عباس", "Kausar"),
        ("ur", "کوثر عباس", "kausar abbas"),
        ("ur", "مزدور کے حقوق", "مزد"),
        ("ur", "ایف آئی اے کی ہاٹ لائن", "FIA"),
        ("ur", "ایس ایس ڈی او کے دفتر", "ssdo"),
        # English pages name people and laws in Urdu letters too.
        ("en", "Ali (علی) and his father", "علي"),
        ("en", "What اسمگلنگ means", "سمگلنگ"),
        ("en", "The campaign of 2022", "۲۰۲۲"),
        ("en", "Kausar Abbas (کوثر عباس)", "كوثر"),
        ("en", "A talk with Kausar Abbas", "کوثر"),
    ],
)
def test_search_folds_what_urdu_writers_mix(
    client: Client, language: str, title: str, query: str
) -> None:
    make_topic(language, "one", title=title)
    make_topic(language, "other", title="پاسپورٹ")
    index_everything()

    assert found(client, query, language) == [f"/{language}/one/"]


def test_search_puts_titles_first_and_needs_every_word(client: Client) -> None:
    make_topic("en", "body", title="Rights", intro="Passports and debt")
    make_topic("en", "title", title="Debt and passports")
    make_topic("en", "half", title="Debt")
    index_everything()

    assert found(client, "debt passport", "en") == ["/en/title/", "/en/body/"]


def test_search_finds_events_by_city_and_speaker_in_the_readers_language(client: Client) -> None:
    walk = make_walk("walk-lahore", make_city())
    Speaker.objects.create(event=walk, name_en="Kausar Abbas", name_ur="کوثر عباس")
    index_everything()

    for language, city in (("ur", "لاہور"), ("en", "lahore")):
        assert found(client, city, language) == [f"/{language}/events/walk-lahore/"]
        assert found(client, "Kausar", language) == [f"/{language}/events/walk-lahore/"]


def test_search_looks_into_the_body_of_a_page(client: Client) -> None:
    body = [("rich_text", "<p>Whoever keeps a <b>passport</b> breaks the law.</p>")]
    make_topic("en", "body", body=body)
    index_everything()

    assert found(client, "passport", "en") == ["/en/body/"]
    assert SearchEntry.objects.get(words__contains=" passport ").words.count("<") == 0


def test_search_names_what_is_still_to_come_before_what_is_over(client: Client) -> None:
    lahore = make_city()
    for slug, year in (("walk-2022", 2022), ("walk-2099", 2099)):
        walk = make_walk(slug, lahore)
        walk.schedule.happens_on = datetime.date(year, 7, 30)
        walk.schedule.save()
    index_everything()

    assert found(client, "لاہور") == ["/ur/events/walk-2099/", "/ur/events/walk-2022/"]


def test_search_shows_nothing_that_may_not_be_read(client: Client) -> None:
    draft = make_topic("ur", "draft", title="پاسپورٹ")
    private = make_topic("ur", "private", title="پاسپورٹ نجی")
    below = make_topic("ur", "below", parent=make_listing("ur", "closed"), title="پاسپورٹ نیچے")
    walk = make_walk("walk-lahore", make_city())
    index_everything()
    public = set(found(client, "پاسپورٹ")) | set(found(client, "لاہور"))
    assert public == {"/ur/draft/", "/ur/private/", "/ur/closed/below/", "/ur/events/walk-lahore/"}

    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    PageViewRestriction.objects.create(page=below.get_parent(), restriction_type="login")
    walk.live = False
    walk.save()

    # The entries are still there: what may be read is asked of the page, not of the index.
    assert SearchEntry.objects.filter(page__in=[draft, private, below]).count() == 3
    assert found(client, "پاسپورٹ") == []
    assert "/ur/events/walk-lahore/" not in found(client, "لاہور")
    # No count tells of them, whatever cards are shown.
    now = datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)
    assert search("لاہور", language="ur", now=now).total == 0
    assert search("پاسپورٹ", language="ur", now=now).total == 0
    # Nor by coming close.
    assert found(client, "پاسپوٹر") == []


def test_search_finds_the_published_words_not_the_drafts(client: Client) -> None:
    page = make_topic("en", "page", title="Debt")
    page.title = "Secret plan"
    page.save_revision()
    index_everything()
    assert found(client, "secret", "en") == []

    page.save_revision().publish()

    assert found(client, "secret", "en") == ["/en/page/"]
    assert found(client, "debt", "en") == []


def test_search_leaves_out_an_alias(client: Client) -> None:
    urdu = make_topic("ur", "only", title="علامات")
    urdu.copy_for_translation(make_pair("other")[1].locale, copy_parents=True, alias=True)
    index_everything()

    assert TopicPage.objects.filter(slug="only").count() == 2
    assert found(client, "علامات", "en") == []


def test_search_that_finds_nothing_shows_what_comes_close(client: Client) -> None:
    make_topic("ur", "one", title="انسانی اسمگلنگ")
    index_everything()

    assert found(client, "اسمگلگن") == ["/ur/one/"]
    page = html_of(client.get("/ur/search/", {"q": "اسمگلگن"}))
    assert "کچھ نہیں ملا" in page


@pytest.mark.parametrize("language", ["ur", "en"])
def test_search_without_words_shows_where_to_begin(client: Client, language: str) -> None:
    listing = make_listing(language, "learn")
    make_topic(language, "signs", parent=listing)
    make_topic(language, "hidden", parent=listing, live=False)

    assert found(client, "", language) == [f"/{language}/learn/signs/"]


@pytest.mark.parametrize(
    "query",
    [
        "%00",
        "%F0%9F%98%80",
        "x" * 10_000,
        "%D8%B9" * 10_000,
        "%25%27%22%5C--",
        "%ED%A0%80",
    ],
    ids=["NUL", "emoji", "10,000 letters", "10,000 Urdu letters", "signs", "half a letter"],
)
@pytest.mark.parametrize("language", ["ur", "en"])
def test_search_takes_any_text(client: Client, language: str, query: str) -> None:
    index_everything()

    response = client.get(f"/{language}/search/?q={query}")

    assert response.status_code == 200
    assert heading_count(response) == 1
    assert raw_runs(html_of(response)) == []


def test_search_gives_nothing_back_unescaped(client: Client) -> None:
    page = html_of(client.get("/en/search/", {"q": '"><script>alert(1)</script>'}))

    assert "<script>alert" not in page
    assert 'value="&quot;&gt;&lt;script&gt;' in page


@pytest.mark.parametrize("query", ["", "?q=signs"])
def test_search_is_kept_nowhere_and_told_to_nobody(client: Client, query: str) -> None:
    response = client.get(f"/ur/search/{query}")

    assert response.headers["Cache-Control"] == "no-store, private"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "X-Accel-Expires" not in response.headers
    assert "/ur/leave/" in tab_stops(response)[:2]
    assert response.cookies == {}
    assert canonical(client.get("/ur/search/?q=signs")) == []


def test_search_costs_the_same_for_1_and_30_pages(client: Client) -> None:
    make_topic("en", "one", title="Passport")
    index_everything()
    number_of_queries(client, "/en/search/?q=passport")
    few = number_of_queries(client, "/en/search/?q=passport")

    for number in range(30):
        make_topic("en", f"page-{number}", title=f"Passport {number}")
    index_everything()

    assert number_of_queries(client, "/en/search/?q=passport") == few
    assert len(found(client, "passport", "en")) == 31


def test_indexing_twice_writes_nothing(client: Client) -> None:
    make_pair()
    make_walk("walk-lahore", make_city())

    assert index_everything() > 0
    assert index_everything() == 0


def test_search_hears_a_name_but_not_what_only_sounds_like_it(client: Client) -> None:
    make_topic("ur", "name", title="کوثر عباس")
    make_topic("ur", "text", title="پاسپورٹ", intro="کسر پوری کیجیے")
    index_everything()

    assert found(client, "Kausar") == ["/ur/name/"]


def test_search_offers_what_only_sounds_alike_as_coming_close(client: Client) -> None:
    make_topic("ur", "text", title="پاسپورٹ", intro="کسر پوری کیجیے")
    index_everything()

    assert found(client, "Kausar") == ["/ur/text/"]
    assert "کچھ نہیں ملا" in html_of(client.get("/ur/search/", {"q": "Kausar"}))


@pytest.mark.parametrize("language", ["ur", "en"])
def test_search_without_end_is_asked_to_wait(client: Client, language: str) -> None:
    index_everything()
    client.get(f"/{language}/search/", {"q": "passport"})
    ThrottleCount.objects.update(count=SEARCHES_OF_ADDRESS.count)

    refused = client.get(f"/{language}/search/", {"q": "passport"})

    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= SEARCHES_OF_ADDRESS.window_seconds
    assert heading_count(refused) == 1
    assert client.get(f"/{language}/search/").status_code == 200
