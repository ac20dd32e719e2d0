"""A campaign's page: theme, day, pledges by city, and a link to the pledge; no form to post."""

import datetime
import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.enums import TallyMeasure
from campaigns.models import (
    Campaign,
    CampaignGoal,
    CampaignLink,
    CampaignMaterial,
    Organisation,
    Tally,
)
from directory.models import CampaignImage
from events.models import Event
from tests import factories
from tests.campaigns.builders import NOW, add_counted, make_campaign, make_city
from tests.events.pages import Page
from tests.uploads import make_download, make_picture
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
UR, EN = "/ur/campaigns/2027/", "/en/campaigns/2027/"


def test_campaign_page_may_be_kept_by_a_shared_cache(client: Client) -> None:
    make_campaign()

    answer = client.get(UR)

    html = answer.content.decode()
    assert answer.status_code == 200
    assert "public" in answer["Cache-Control"]
    assert not client.cookies
    assert 'method="post"' not in html
    assert 'href="/ur/pledge/"' in html


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (UR, ["اعلان ہونا باقی ہے", "جمعہ، 30 جولائی 2027"]),
        (EN, ["To be announced", "Friday, 30 July 2027"]),
    ],
)
def test_campaign_page_invents_no_theme(client: Client, address: str, words: list[str]) -> None:
    make_campaign()

    html = client.get(address).content.decode()

    assert [word for word in words if word not in html] == []
    assert html.count("<h1") == 1


def test_campaign_page_shows_counts_that_add_up(client: Client) -> None:
    campaign = make_campaign()
    for slug, count in (("karachi", 14), ("lahore", 21), ("sukkur", 6), ("multan", 5)):
        add_counted(campaign, slug, count)

    html = client.get(UR).content.decode()

    labels = re.findall(r'count-tile__label">([^<]+)<', html)
    numbers = re.findall(r'count-tile__number"><bdi class="num" dir="ltr">(\d+)<', html)
    assert labels == ["لاہور", "کراچی", "دیگر شہر"]
    assert sum(map(int, numbers)) == 46
    assert "46 افراد عہد کر چکے ہیں" in html


def test_campaign_page_below_ten_says_no_number(client: Client) -> None:
    add_counted(make_campaign(), "lahore", 9)

    html = client.get(EN).content.decode()

    assert "The count begins at ten people." in html
    assert "count-tile" not in html


def test_campaign_page_of_a_past_year_asks_for_no_pledge(client: Client) -> None:
    make_campaign(year=2022, is_current=False, title_ur="عالمی دن 2022", theme_ur="موضوع 2022")
    make_campaign()

    html = client.get("/ur/campaigns/2022/").content.decode()

    assert "موضوع 2022" in html
    assert "call-to-action" not in html
    assert f'href="{UR}"' in html
    assert raw_runs(html) == []


def test_campaign_page_of_an_unknown_year_is_404(client: Client) -> None:
    for year in ("1999", "99999999999999999999"):
        assert client.get(f"/ur/campaigns/{year}/").status_code == 404


# --- Cities, network, materials -----------------------------------------------------------------


def add_walk(campaign: Campaign, city: str, **values: object) -> Event:
    """Return a walk of the year in a city, led by nobody."""
    walk = factories.make_walk(city=city, slug=f"walk-{city}-{campaign.year}")
    Event.objects.filter(pk=walk.pk).update(campaign=campaign, **values)
    return walk


@pytest.mark.parametrize("language", ["ur", "en"])
def test_cities_are_cards_with_their_walk_and_how_far_they_are(
    client: Client, language: str
) -> None:
    campaign, lahore, karachi = make_campaign(), make_city(), make_city("karachi")
    add_walk(campaign, "lahore")
    add_walk(campaign, "karachi")
    for city, goal in ((lahore, 8), (karachi, 4), (make_city("sukkur"), 2)):
        CampaignGoal.objects.create(campaign=campaign, city=city, organisations=goal)
    Tally.objects.create(
        campaign=campaign, measure=TallyMeasure.ORGANISATIONS, value=3, city=lahore, counted_at=NOW
    )

    page = Page(client.get(f"/{language}/campaigns/2027/"))

    cards = page.soup.select(".campaign-city")
    words = {
        "ur": [("سکھر", "یہاں ابھی"), ("کراچی", "500 افراد کی گنجائش"), ("لاہور", "3")],
        "en": [
            ("Karachi", "500 places left"),
            ("Lahore", "3 of 8"),
            ("Sukkur", "No event is"),
        ],
    }[language]
    found = [(card.select_one("h3"), card) for card in cards]
    assert [name.get_text(strip=True) for name, _card in found if name] == [
        name for name, _word in words
    ]
    assert [
        word
        for card, (_name, word) in zip(cards, words, strict=True)
        if word not in card.get_text()
    ] == []
    assert len(page.soup.select("svg.map, .map, map")) == 0
    assert page.foreign_words(language) == []
    assert raw_runs(page.html) == []


def test_a_year_names_who_leads_and_who_takes_part_once(client: Client) -> None:
    campaign = make_campaign()
    both, elsewhere = (
        Organisation.objects.create(slug=slug, name_en=name, name_ur="ادارہ")
        for slug, name in (("bar", "Bar council"), ("else", "Somebody else"))
    )
    for city in ("lahore", "karachi"):
        walk = add_walk(campaign, city, lead_organiser=both)
        walk.partners.set([both])
        walk.partners.commit()
    draft = add_walk(campaign, "multan", lead_organiser=elsewhere, live=False)
    assert draft.pk

    html = client.get(EN).content.decode()

    assert html.count("Bar council") == 1
    assert "Somebody else" not in html


def test_more_walks_cost_no_more_queries(client: Client) -> None:
    campaign = make_campaign()
    add_walk(campaign, "lahore")
    client.get(EN)
    with CaptureQueriesContext(connection) as one:
        client.get(EN)
    for city in ("karachi", "multan"):
        add_walk(campaign, city)

    with CaptureQueriesContext(connection) as three:
        html = client.get(EN).content.decode()

    assert html.count("campaign-city__name") == 3
    assert len(three) == len(one)


@pytest.mark.parametrize("language", ["ur", "en"])
def test_a_year_that_is_over_says_so_and_leads_to_the_current_one(
    client: Client, language: str
) -> None:
    make_campaign(year=2025, is_current=False, world_day_on=datetime.date(2025, 7, 30))
    make_campaign()

    page = Page(client.get(f"/{language}/campaigns/2025/"))

    ended = {"ur": "یہ مہم مکمل ہو چکی ہے", "en": "This campaign has ended"}[language]
    assert ended in page.text()
    assert page.soup.select_one(f'main a.button[href="/{language}/campaigns/2027/"]')
    assert page.foreign_words(language) == []
    assert raw_runs(page.html) == []


@pytest.mark.parametrize("language", ["ur", "en"])
def test_a_year_to_come_says_that_it_is_being_prepared(client: Client, language: str) -> None:
    make_campaign()
    make_campaign(year=2028, is_current=False, world_day_on=datetime.date(2028, 7, 30))

    with time_machine.travel(datetime.datetime(2027, 9, 1, tzinfo=datetime.UTC), tick=False):
        page = Page(client.get(f"/{language}/campaigns/2028/"))

    ahead = {"ur": "اس سال کی تیاری جاری ہے", "en": "This year is being prepared"}[language]
    empty = {"ur": "ابھی کسی شہر کا اعلان نہیں ہوا", "en": "No city is announced yet"}[language]
    assert [one for one in (ahead, empty) if one not in page.text()] == []
    assert page.foreign_words(language) == []


@pytest.mark.parametrize("language", ["ur", "en"])
def test_links_files_and_picture_are_shown_as_far_as_they_may_be(
    client: Client, language: str, own_media: None
) -> None:
    campaign = make_campaign(picture=make_picture(), hashtag="#InStep2027")
    CampaignLink.objects.create(
        campaign=campaign, title_en="World Day", title_ur="عالمی دن 2027",
        url="https://example.com/day", source_en="United Nations", source_ur="اقوامِ متحدہ",
    )  # fmt: skip
    for words in ({}, {"language": ""}):
        CampaignMaterial.objects.create(campaign=campaign, file=make_download(**words))

    page = Page(client.get(f"/{language}/campaigns/2027/"))

    link = page.soup.select_one('main a[href="https://example.com/day"]')
    alt = {"ur": "خواتین واک میں", "en": "Women walking"}[language]
    assert link is not None
    assert link["rel"] == ["noreferrer"]
    assert len(page.soup.select(".download-link")) == 1
    assert page.soup.select_one(f'main img[alt="{alt}"]')
    assert "#InStep2027" in page.text()
    assert page.foreign_words(language) == []
    assert raw_runs(page.html) == []
    CampaignImage.objects.get().delete()
    assert "<img" not in client.get(EN).content.decode().split("<main")[1]


def test_a_picture_without_consent_is_not_shown(client: Client, own_media: None) -> None:
    make_campaign(picture=make_picture(has_consent=False))

    assert "<picture" not in client.get(EN).content.decode()
