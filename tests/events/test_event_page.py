"""The page of one event: wholly in its language in every state, escaped, at a fixed cost."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localtime

from events.enums import DatePrecision, EventState
from events.models import Event, EventSource, Places, ProgrammeItem, Schedule, Speaker
from tests.events.builders import full_event
from tests.events.pages import Page, address
from tests.events.registration.builders import NOW, make_walk
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LANGUAGES = ["ur", "en"]
YESTERDAY = localtime(NOW).date() - datetime.timedelta(days=1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_event_page_is_wholly_in_its_language(language: str, client: Client) -> None:
    full_event()

    response = client.get(address(language))

    page = Page(response)
    assert response.status_code == 200
    assert page.heading() == {"ur": "آگاہی واک، لاہور", "en": "Awareness walk, Lahore"}[language]
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []
    html = page.soup.html
    assert html is not None
    assert (html["lang"], html["dir"]) == (language, "rtl" if language == "ur" else "ltr")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "schedule",
    [
        {"state": EventState.CANCELLED},
        {"state": EventState.POSTPONED},
        {"state": EventState.CLOSED, "registration_closes_at": NOW},
        {"registration_opens_at": NOW + datetime.timedelta(days=1)},
        {"happens_on": YESTERDAY, "ends_at": NOW - datetime.timedelta(hours=1), "starts_at": None,
         "precision": DatePrecision.DAY},
        {"precision": DatePrecision.MONTH, "starts_at": None, "ends_at": None},
        {"precision": DatePrecision.UNKNOWN, "happens_on": None},
        {"venue": None},
    ],
    ids=str,
)  # fmt: skip
def test_event_page_in_every_state_stays_in_its_language(
    schedule: dict[str, Any], language: str, client: Client
) -> None:
    make_walk(**schedule)

    page = Page(client.get(address(language)))

    assert page.heading()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []


def test_event_page_offers_to_register_while_places_are_left(client: Client) -> None:
    make_walk(capacity=1)

    before = Page(client.get(address("ur"))).soup.select('main a[href$="/register/"]')
    Places.objects.update(taken=1)
    after = Page(client.get(address("ur"))).soup.select('main a[href$="/register/"]')

    assert (len(before), len(after)) == (1, 0)


def test_event_page_never_shows_what_is_for_staff(client: Client) -> None:
    full_event()
    Event.objects.update(permission_note="NOC refused on 3 May")

    html = client.get(address("en")).content.decode()

    assert "NOC" not in html


def test_event_page_shows_markup_in_words_as_text(client: Client) -> None:
    full_event()
    Event.objects.update(
        title_en="<b>t</b>", summary_en="<b>s</b>", note_en="<b>n</b>", good_to_know_en="<b>g</b>"
    )
    Schedule.objects.update(route_en="<b>r</b>", assembly_point_en="<b>a</b>")

    html = client.get(address("en")).content.decode()

    assert "<b>" not in html
    assert all(f"&lt;b&gt;{letter}" in html for letter in "tsngra")


def test_event_page_costs_the_same_for_much_and_little(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    walk = full_event()
    client.get(address("ur"))
    with django_assert_max_num_queries(30) as little:
        client.get(address("ur"))
    for _more in range(20):
        Speaker.objects.create(event=walk, name_en="More", name_ur="اور")
        ProgrammeItem.objects.create(event=walk, text_en="More", text_ur="اور")
        EventSource.objects.create(event=walk, title_en="More", title_ur="اور")

    with django_assert_max_num_queries(30) as much:
        client.get(address("ur"))

    assert len(much) == len(little) <= 10


@pytest.mark.parametrize("slug", ["nowhere", "x" * 300, "a_b", "-"])
def test_an_event_that_is_not_there_is_404_in_the_language_asked_for(
    slug: str, client: Client
) -> None:
    response = client.get(address("ur", slug))

    assert response.status_code == 404
    assert Page(response).foreign_words("ur") == []


def test_a_draft_is_404(client: Client) -> None:
    make_walk()
    Event.objects.update(live=False)

    assert client.get(address("ur")).status_code == 404


@pytest.mark.parametrize("path", ["", "register/"], ids=["page", "register"])
def test_registration_closed_early_is_not_said_to_have_ended_on_a_day_to_come(
    path: str, client: Client
) -> None:
    planned = NOW + datetime.timedelta(days=30)
    make_walk(state=EventState.CLOSED, registration_closes_at=planned)

    early = client.get(address("en") + path)
    Schedule.objects.update(registration_closes_at=NOW)
    on_time = client.get(address("en") + path)

    assert "Registration ended on" not in Page(early).text()
    assert "Registration ended on Saturday, 1 May 2027" in Page(on_time).text()


@pytest.mark.parametrize("state", [EventState.POSTPONED, EventState.CANCELLED])
def test_a_day_that_holds_no_more_is_said_as_past_planning_only(
    state: EventState, client: Client
) -> None:
    make_walk(state=state)

    page = Page(client.get(address("en")))

    assert "Was planned for Sunday, 1 August 2027" in page.soup.select(".event-lead__day")[0].text
    assert page.soup.select(".event-lead__clock") == []
    assert [link for link in page.soup.select("main a") if "event.ics" in str(link["href"])] == []


def test_a_page_that_takes_registrations_leads_to_lost_links(client: Client) -> None:
    make_walk()
    with_places = Page(client.get(address("ur"))).soup.select('main a[href="/ur/find/"]')
    Places.objects.all().delete()

    without = Page(client.get(address("ur"))).soup.select('main a[href="/ur/find/"]')

    assert (len(with_places), len(without)) == (1, 0)
