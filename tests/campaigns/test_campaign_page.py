"""A campaign's page: theme, day, pledges by city, and a link to the pledge; no form to post."""

import re

import pytest
from django.test import Client

from tests.campaigns.builders import add_counted, make_campaign
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
