"""Beginning a year with a browser: the preview, one press, the years, and which is current."""

import datetime
from typing import Any

import pytest
from django.test import Client

from campaigns.models import Campaign, CampaignGoal
from events.models import Event, PublicHoliday
from tests import factories
from tests.campaigns.builders import make_campaign, make_city
from tests.events.hosting.builders import staff
from tests.events.pages import Page
from tests.events.registration.builders import make_walk
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LANGUAGES = pytest.mark.parametrize("language", ["ur", "en"])
NEXT = "/ur/desk/years/next/"
WALK = "walk-lahore-2027"


@pytest.fixture
def year_2027(db: None) -> Campaign:
    """Return the current year with goals and a walk."""
    factories.make_helpline()
    campaign = make_campaign(hashtag="#Walk2027", summary_ur="1 اگست 2027 کو چلیں۔")
    CampaignGoal.objects.create(campaign=campaign, walkers=5000, pledges=900)
    CampaignGoal.objects.create(campaign=campaign, city=make_city(), pledges=400)
    Event.objects.filter(pk=make_walk().pk).update(campaign=campaign)
    return campaign


@pytest.fixture
def director(year_2027: Campaign) -> Client:
    """Return a director's browser."""
    return staff("Directors")


def post(client: Client, language: str = "ur", key: str = "", **fields: Any) -> Any:
    """Press the button of the preview, with a fresh key unless one is given."""
    address = f"/{language}/desk/years/next/"
    key = key or Page(client.get(address)).key()
    data = {"key": key, "shift": "weekday", "events": [WALK]} | fields
    return client.post(address, data)


@LANGUAGES
def test_every_page_of_the_years_speaks_one_language(director: Client, language: str) -> None:
    make_campaign(year=2028, is_current=False, is_draft=True)
    paths = ("years/", "years/next/", "years/2028/current/", "plans/")
    for path in paths:
        page = Page(director.get(f"/{language}/desk/{path}"))
        assert page.foreign_words(language) == [], path
        assert language == "en" or raw_runs(page.html) == [], path
        assert page.described_by_nothing() == []
        assert page.heading()


@LANGUAGES
def test_preview_shows_what_the_year_begins_with(director: Client, language: str) -> None:
    page = Page(director.get(f"/{language}/desk/years/next/"))

    text = page.text()
    words = {
        "ur": ("اتوار، 30 جولائی 2028", "اتوار، 30 جولائی 2028", "اعلان ہونے تک خالی"),
        "en": ("Sunday, 30 July 2028", "Sunday, 30 July 2028", "Empty until it is announced"),
    }[language]
    assert [one for one in words if one not in text] == []
    assert [one for one in ("#Walk2028", "5,000", "400", "2028") if one not in text] == []
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert Campaign.objects.count() == 1


def test_preview_warns_of_fridays_and_of_holidays_not_entered(director: Client) -> None:
    on_the_day = Page(director.get(f"{NEXT}?shift=date")).text()

    # 1 August 2028 is a Tuesday; on the day of the week it is a Sunday.
    assert "منگل، 1 اگست 2028" in on_the_day
    assert "اس سال کی عید" in on_the_day
    PublicHoliday.objects.create(day=datetime.date(2028, 3, 1), name_en="Eid", name_ur="عید")
    Event.objects.update(kind="seminar")
    assert "اس سال کی عید" not in Page(director.get(NEXT)).text()


@LANGUAGES
def test_one_press_makes_the_year_and_two_make_it_once(director: Client, language: str) -> None:
    key = Page(director.get(f"/{language}/desk/years/next/")).key()

    first, second = (post(director, language, key=key) for _time in range(2))

    assert (first.status_code, first["Location"]) == (303, second["Location"])
    assert Event.objects.filter(slug="walk-lahore-2028", live=False).count() == 1
    page = Page(director.get(first["Location"]))
    began = {
        "ur": "سال 2028 مسودے کے طور پر شروع ہو گیا۔",
        "en": "The year 2028 has begun, as a draft.",
    }
    assert began[language] in page.text()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    director.post(first["Location"])
    assert not Campaign.objects.filter(year=2028).exists()


def test_a_year_that_was_begun_is_not_begun_again(director: Client) -> None:
    key = Page(director.get(NEXT)).key()
    make_campaign(year=2028, is_current=False, is_draft=True)

    page = Page(post(director, key=key))

    assert page.foreign_words("ur") == []
    assert "key" not in page.fields()
    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [{"events": ["atlantis"]}, {"key": "x"}, {"key": "a:b:c"}, {"events": ["\x00"]}],
    ids=str,
)
def test_what_does_not_fit_makes_nothing(director: Client, fields: dict[str, Any]) -> None:
    answer = post(director, **fields)

    assert answer.status_code == 200
    assert Page(answer).key()
    assert Campaign.objects.count() == 1


def test_a_shift_nobody_knows_is_the_weekday(director: Client) -> None:
    assert "30 جولائی 2028" in Page(director.get(f"{NEXT}?shift=%00")).text()


def test_readers_see_nothing_of_a_draft_until_it_is_current(
    director: Client, client: Client
) -> None:
    post(director)
    places = ("/ur/campaigns/2028/", "/open-data/campaigns/2028.json", "/ur/impact/2028/")
    assert [client.get(place).status_code for place in places] == [404] * len(places)
    lists = ("/ur/campaigns/2027/", "/ur/impact/", "/ur/events/", "/sitemap.xml")
    assert [one for one in lists if "2028" in client.get(one).content.decode()] == []

    answer = director.post("/ur/desk/years/2028/current/")

    assert answer["Location"] == "/ur/desk/years/"
    assert "2028 اب موجودہ سال ہے۔" in Page(director.get("/ur/desk/years/")).text()
    assert [client.get(place).status_code for place in places] == [200] * len(places)
    assert "/campaigns/2028/" in client.get("/sitemap.xml").content.decode()


def test_looking_at_what_it_means_changes_nothing(director: Client, year_2027: Campaign) -> None:
    make_campaign(year=2028, is_current=False, is_draft=True, pledge_en="")

    text = Page(director.get("/en/desk/years/2028/current/")).text()

    assert "No pledges are taken until the pledge of 2028 is written" in text
    assert "2027 takes no more pledges." in text
    assert Campaign.objects.get(is_current=True) == year_2027
    assert director.get("/en/desk/years/2027/current/").status_code == 303
    assert director.get("/en/desk/years/1999/current/").status_code == 404


def test_a_site_without_a_campaign_says_what_to_do(db: None) -> None:
    factories.make_helpline()
    client = staff("Directors")

    page = Page(client.get("/ur/desk/years/"))

    assert "/admin/" in page.html
    assert page.foreign_words("ur") == []
    assert client.get(NEXT).status_code == 404


def test_editors_plan_events_and_begin_no_year(year_2027: Campaign) -> None:
    plan = post(staff("Directors"))["Location"]
    editor = staff("Editors")

    for path in ("years/", "years/next/", "years/2027/current/"):
        assert editor.get(f"/ur/desk/{path}").status_code == 404
        assert editor.post(f"/ur/desk/{path}").status_code in (404, 405)
    assert "/years/" not in editor.get("/ur/desk/plans/").content.decode()
    # They see the drafts, and do not take the year back.
    assert editor.get(plan).status_code == 200
    assert editor.post(plan).status_code == 404
    assert Campaign.objects.filter(year=2028).exists()
