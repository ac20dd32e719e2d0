"""Planning with a browser: the form, the preview with its warnings, drafts, undo."""

from typing import Any

import pytest
from django.test import Client

from events.models import Event, Places
from tests import factories
from tests.events.hosting.builders import make_campaign, staff
from tests.events.pages import Page
from tests.events.registration.builders import make_walk
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LANGUAGES = pytest.mark.parametrize("language", ["ur", "en"])
TYPED = {
    "kind": "walk",
    "day": "2027-07-30",
    "starts": "07:00",
    "ends": "09:00",
    "capacity": "200",
    "cities": ["lahore", "multan"],
    "title_ur": "آگاہی واک",
    "title_en": "Awareness walk",
}


@pytest.fixture
def editor(db: None) -> Client:
    """Return an editor's browser, who plans and sees no people."""
    factories.make_helpline()
    for slug in ("lahore", "karachi", "multan"):
        factories.make_city(slug)
    return staff("Editors")


CITIES = {"ur": "/ur/desk/plans/cities/", "en": "/en/desk/plans/cities/"}


def check(client: Client, language: str = "ur", **fields: Any) -> Page:
    """Post the form; return the page that comes."""
    return Page(client.post(CITIES[language], TYPED | fields))


@LANGUAGES
def test_pages_of_planning_speak_one_language(editor: Client, language: str) -> None:
    for path in ("", "cities/", "again/"):
        page = Page(editor.get(f"/{language}/desk/plans/{path}"))
        assert page.foreign_words(language) == []
        assert language == "en" or raw_runs(page.html) == []
        assert page.described_by_nothing() == []


@LANGUAGES
def test_preview_warns_of_the_friday_of_2027_for_every_city(editor: Client, language: str) -> None:
    page = check(editor, language)

    friday = {"ur": "جمعہ ہے: کام کا دن", "en": "A Friday: a working day"}[language]
    assert page.text().count(friday) == 2
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert Event.objects.count() == 0


def test_confirming_makes_drafts_with_a_capacity_for_each_city(editor: Client) -> None:
    key = check(editor).key()
    fields = TYPED | {
        "confirmed": "1",
        "key": key,
        "capacity-lahore": "۴۰۰",
        "capacity-multan": "90",
    }

    first, second = (editor.post(CITIES["ur"], fields) for _time in range(2))

    assert (first.status_code, first["Location"]) == (303, second["Location"])
    capacities = Places.objects.order_by("capacity").values_list("capacity", flat=True)
    assert list(capacities) == [90, 400]
    page = Page(editor.get(first["Location"]))
    assert "2 مسودے بن گئے۔" in page.text()
    assert page.foreign_words("ur") == []

    editor.post(first["Location"])
    assert Event.objects.count() == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"cities": []},
        {"cities": ["atlantis"]},
        {"day": "soon"},
        {"ends": "06:00"},
        {"title_en": ""},
        {"title_ur": "\x00"},
        {"summary_en": "Only English"},
        {"capacity": "9" * 400},
        {"kind": "party"},
    ],
    ids=str,
)
def test_what_does_not_fit_is_explained(editor: Client, fields: dict[str, Any]) -> None:
    page = check(editor, confirmed="1", **fields)

    assert page.errors()
    assert page.foreign_words("ur") == []
    assert Event.objects.count() == 0


@pytest.mark.parametrize("key", ["", "x", "a:b:c"])
def test_confirming_without_our_key_shows_the_preview_again(editor: Client, key: str) -> None:
    fields = {"capacity-lahore": "10", "capacity-multan": "10", "confirmed": "1", "key": key}

    page = check(editor, **fields)

    assert page.key()
    assert Event.objects.count() == 0


@LANGUAGES
def test_last_year_is_shown_on_its_new_days_and_made_again(editor: Client, language: str) -> None:
    campaign = make_campaign(2027)
    walk = make_walk()
    Event.objects.filter(pk=walk.pk).update(campaign=campaign)
    address = f"/{language}/desk/plans/again/"
    fields = {"from_year": "2027", "to_year": "2028", "shift": "weekday"}

    page = Page(editor.post(address, fields))
    assert {"ur": "اتوار، 30 جولائی 2028", "en": "Sunday, 30 July 2028"}[language] in page.text()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []

    confirmed = fields | {"confirmed": "1", "key": page.key(), "events": [walk.slug]}
    assert editor.post(address, confirmed).status_code == 303
    assert Event.objects.filter(slug="walk-lahore-2028", live=False).exists()
    unchosen = Page(editor.post(address, fields | {"confirmed": "1", "key": page.key()}))
    assert unchosen.soup.select(".error-summary")


def test_organisers_and_hosts_do_not_plan(client: Client) -> None:
    client.force_login(factories.make_helper(factories.make_walk()))

    for path in ("", "cities/", "again/", "1/"):
        assert client.get(f"/ur/desk/plans/{path}").status_code == 404
    assert client.post(CITIES["ur"], TYPED).status_code == 404
