"""Placements at the desk: whose they are, what came of them, how they leave on paper."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.enums import PlacementKind, PlacementTarget
from campaigns.models import Placement, Pledge
from campaigns.services.placements import count_visit
from events.models import Attendance, Registration
from events.tallying.services import refresh_tallies
from tests import factories
from tests.campaigns.builders import NOW, pledge_once
from tests.documents.pages import pages_of
from tests.events.pages import Page
from tests.events.placements.builders import (
    audited,
    campaign,
    make_partner,
    place,
    register,
    signed_in,
    staff,
)
from tests.journeys.foreign_words import foreign_words
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
DESK = "/en/desk/placements/"
MADE = {
    "label": "Rickshaw, Mozang",
    "kind": "rickshaw",
    "city": "lahore",
    "target": "pledge",
    "language": "ur",
    "count": "3",
}


@pytest.fixture
def director() -> Client:
    """Return a director's browser."""
    campaign()
    return signed_in(staff("Directors", "director"))


@pytest.fixture
def organiser() -> Client:
    """Return the browser of Lahore's organiser; there is a walk in Karachi too."""
    campaign()
    factories.make_walk(city="karachi")
    return signed_in(factories.make_helper(factories.make_walk()))


def make(browser: Client, fields: dict[str, str]) -> Any:
    """Post the form as its page gave it."""
    key = Page(browser.get(f"{DESK}make/")).key()
    return browser.post(f"{DESK}make/", {"key": key} | fields)


# --- Making and stopping ------------------------------------------------------------------------


def test_many_are_numbered_and_each_has_its_own_code(organiser: Client) -> None:
    answer = make(organiser, MADE)

    made = list(Placement.objects.order_by("pk"))
    assert answer["Location"] == f"{DESK}p/{made[0].code}/"
    assert [one.label for one in made] == [f"Rickshaw, Mozang {n}" for n in (1, 2, 3)]
    assert len({one.code for one in made}) == 3
    assert {one.series for one in made} == {made[0].code}
    assert audited() == [("change", "placements-made", 3)]


def test_pressing_twice_makes_one_series_and_leads_to_it(organiser: Client) -> None:
    key = Page(organiser.get(f"{DESK}make/")).key()

    first, second = make(organiser, MADE | {"key": key}), make(organiser, MADE | {"key": key})
    other = make(organiser, MADE | {"key": key, "label": "Rickshaw, Ichhra"})

    assert first["Location"] == second["Location"] != other["Location"]
    assert Placement.objects.count() == 6
    assert [count for _action, _kind, count in audited()] == [3, 3]


@pytest.mark.parametrize("key", ["", "not-ours"])
def test_without_a_key_of_ours_the_form_comes_again(organiser: Client, key: str) -> None:
    page = Page(make(organiser, MADE | {"key": key}))

    assert page.soup.select_one(".error-summary") is not None
    assert not Placement.objects.exists()
    assert make(organiser, MADE | {"key": page.key()}).status_code == 303


@pytest.mark.parametrize(
    "wrong",
    [
        {"city": "karachi"},
        {"city": ""},
        {"target": "event:walk-karachi-2099"},
        {"target": "https://evil.test/"},
        {"target": "event:"},
        {"count": "0"},
        {"count": "201"},
        {"label": ""},
    ],
)
def test_organiser_makes_none_elsewhere_and_none_to_free_addresses(
    organiser: Client, wrong: dict[str, str]
) -> None:
    answer = make(organiser, MADE | wrong)

    assert answer.status_code == 200
    assert not Placement.objects.exists()


def test_organiser_gives_no_partner_a_link(organiser: Client) -> None:
    make_partner()

    make(organiser, MADE | {"organisation": "partner", "count": "1"})

    assert Placement.objects.get().organisation is None


def test_director_gives_a_partner_its_link_for_the_whole_country(director: Client) -> None:
    make_partner()
    factories.make_walk()
    chosen = {"organisation": "partner", "count": "1", "city": "", "kind": "partner"}

    make(director, MADE | chosen | {"target": "event:walk-lahore-2099"})

    made = Placement.objects.get()
    assert made.organisation is not None
    assert (made.organisation.slug, made.city, made.target, made.event_slug) == (
        "partner", None, PlacementTarget.EVENT, "walk-lahore-2099",
    )  # fmt: skip


def test_stopping_and_undoing_are_logged_and_said(organiser: Client) -> None:
    found = place()
    url = f"{DESK}p/{found.code}/"

    organiser.post(f"{url}switch/", {"is_active": ""})
    page = organiser.get(url).content.decode()
    found.refresh_from_db()
    is_stopped = not found.is_active
    organiser.post(f"{url}switch/", {"is_active": "1"})
    found.refresh_from_db()

    assert (is_stopped, found.is_active) == (True, True)
    assert "The code is stopped." in page
    assert [kind for _action, kind, _count in audited()] == [
        "placements-made", "placement-stopped", "placement-resumed",
    ]  # fmt: skip


# --- Another city -------------------------------------------------------------------------------


def test_another_citys_placement_does_not_exist(organiser: Client) -> None:
    other, country = place("karachi", count=2), place(city="lahore", label="Ours")
    Placement.objects.filter(pk=country.pk).update(city=None)

    for code in (other.code, country.code):
        for path in (f"p/{code}/", f"p/{code}/print.pdf", f"series/{code}/print.pdf"):
            assert organiser.get(DESK + path).status_code == 404
        assert organiser.post(f"{DESK}p/{code}/switch/", {}).status_code == 404
    pages = [organiser.get(DESK), organiser.get(f"{DESK}funnel.csv")]
    seen = "".join(b"".join(one).decode() for one in pages)
    assert other.code not in seen
    assert "Karachi" not in seen
    assert Placement.objects.filter(is_active=False).count() == 0


def test_data_officer_looks_and_makes_nothing() -> None:
    code, officer = place().code, signed_in(staff("Data officers", "officer"))

    page = officer.get(DESK).content.decode()

    assert "Rickshaw, Mozang" in page
    assert "Make placements" not in page
    assert officer.get(f"{DESK}make/").status_code == 404
    assert officer.post(f"{DESK}p/{code}/switch/", {}).status_code == 404


# --- What came of them --------------------------------------------------------------------------


def test_funnel_counts_each_step_and_no_cancelled_party(director: Client) -> None:
    rickshaw, mosque = place(), place("karachi", label="Mosque", kind=PlacementKind.MOSQUE)
    for _visit in range(10):
        count_visit(placement=rickshaw, address="203.0.113.1", now=NOW)
    first = register(rickshaw)
    register(rickshaw, 2)
    Registration.objects.filter(pk=register(rickshaw, 3).pk).update(state="cancelled")
    Attendance.objects.create(registration=first, event=first.event, allowed=2, arrived=1)
    pledge_once(campaign(), email="a@mail.test")
    Pledge.objects.update(placement=mosque)

    sheets = {
        by: b"".join(director.get(f"{DESK}funnel.csv?by={by}")).decode("utf-8-sig").splitlines()
        for by in ("placement", "kind", "city")
    }

    assert sheets["placement"] == [
        "Placement,Code,Kind,City,Visits,Registrations,Came,Pledges,Counted pledges",
        f"Mosque,{mosque.code},Mosque,Karachi,0,0,0,1,0",
        f'"Rickshaw, Mozang",{rickshaw.code},Rickshaw,Lahore,10,2,1,0,0',
    ]
    assert sheets["kind"][1:] == ["Rickshaw,10,2,1,0,0", "Mosque,0,0,0,1,0"]
    assert sheets["city"][1:] == ["Lahore,10,2,1,0,0", "Karachi,0,0,0,1,0"]
    assert audited()[-3:] == [
        ("export", "placements-funnel", 2),
        ("export", "placements-funnel", 2),
        ("export", "placements-funnel", 2),
    ]


def test_page_says_shares_people_can_picture_and_what_is_counted(director: Client) -> None:
    rickshaw = place()
    for _visit in range(10):
        count_visit(placement=rickshaw, address="203.0.113.1", now=NOW)
    for number in (1, 2, 3):
        register(rickshaw, number)

    html = director.get(DESK).content.decode()

    assert '<bdi dir="ltr" class="num">3</bdi> in <bdi dir="ltr" class="num">10</bdi>' in html
    assert "How often the short link was opened." in html


def test_empty_desk_says_what_comes_next(director: Client) -> None:
    assert "There are no codes yet" in director.get(DESK).content.decode()


def test_page_costs_the_same_queries_for_one_and_thirty(director: Client) -> None:
    place()
    director.get(DESK)
    with CaptureQueriesContext(connection) as few:
        director.get(DESK)
    place(count=30)
    with CaptureQueriesContext(connection) as many:
        director.get(DESK)

    assert len(many) == len(few)


# --- Paper --------------------------------------------------------------------------------------


def test_series_is_printed_a_page_each_after_the_log_has_its_line(organiser: Client) -> None:
    first = place(count=2)

    answer = organiser.get(f"{DESK}series/{first.code}/print.pdf?paper=a5&language=both")

    assert len(pages_of(answer.content)) == 2
    assert audited()[-1] == ("print", "placements-print", 2)


@pytest.mark.parametrize("query", ["?paper=stickers&ink=black", "?paper=x&language=%00&ink=x"])
def test_one_is_printed_on_one_page_whatever_is_asked(organiser: Client, query: str) -> None:
    answer = organiser.get(f"{DESK}p/{place().code}/print.pdf{query}")

    assert (answer.status_code, len(pages_of(answer.content))) == (200, 1)


# --- Urdu ---------------------------------------------------------------------------------------


def test_every_page_is_wholly_urdu_with_its_numbers_set_apart(client: Client) -> None:
    campaign()
    partner = make_partner()
    director = signed_in(staff("Directors", "director"))
    first = place(organisation=partner, label="رکشہ، مزنگ", count=2)
    for number in range(1, 6):
        register(first, number, partner_wording="یہی الفاظ")
    count_visit(placement=first, address="203.0.113.1", now=NOW)
    refresh_tallies(now=NOW)
    desk = "/ur/desk/placements/"

    pages = {
        path: director.get(path).content.decode()
        for path in (
            desk, f"{desk}?by=kind", f"{desk}?by=city", f"{desk}make/", f"{desk}p/{first.code}/",
            f"{desk}partners/partner/", "/ur/network/", f"/ur/pledge/?from={first.code}",
        )
    }  # fmt: skip
    pages["/g/ZZZZZ"] = client.get("/g/ZZZZZ").content.decode()

    names = {"director", "com", "http", "localhost"}
    words = {
        path: {one for one in foreign_words(html, "ur") if not one.isupper()} - names
        for path, html in pages.items()
    }
    assert {path: found for path, found in words.items() if found} == {}
    assert {path: raw_runs(html) for path, html in pages.items() if raw_runs(html)} == {}
    assert "میں سے" in pages[desk]
