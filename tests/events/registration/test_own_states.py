"""The own page in each of its states: what it says, what it offers, in both languages."""

import datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from events.enums import (
    ChangeKind,
    EventState,
    EventStatus,
    PromotionPolicy,
    RegistrationState,
)
from events.models import EventChange, Places, Registration, Schedule
from events.registration.rules import OwnPageState, own_page_state
from tests import factories
from tests.events.pages import Page
from tests.events.registration.builders import NOW, make_walk, register
from tests.events.registration.own_pages import is_private, link_to, own
from urdu.isolation import raw_runs

STATES = list(OwnPageState)
HEADINGS = {
    OwnPageState.CONFIRMED: "You are registered",
    OwnPageState.WAITING: "You are on the waiting list",
    OwnPageState.OFFERED: "There are places for you",
    OwnPageState.LAPSED: "The time to answer is over",
    OwnPageState.CANCELLED: "Your registration has been cancelled.",
    OwnPageState.OVER: "This event has taken place",
    OwnPageState.CALLED_OFF: "This event has been cancelled.",
}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def in_state(state: OwnPageState, clock: Any) -> Registration:
    """Return a party of two whose own page is in this state."""
    registration = register(make_walk(), 2, full_name="Ali Raza", email="ali@example.com")
    own_states: dict[OwnPageState, dict[str, object]] = {
        OwnPageState.WAITING: {"waiting_number": 4},
        OwnPageState.OFFERED: {"offer_expires_at": NOW + datetime.timedelta(hours=20)},
        OwnPageState.LAPSED: {},
        OwnPageState.CANCELLED: {"cancelled_at": NOW},
    }
    if state in own_states:
        Registration.objects.update(state=state.value, **own_states[state])
    if state == OwnPageState.WAITING:
        Places.objects.update(taken=0, waiting=2, has_waiting_list=True)
    if state == OwnPageState.OVER:
        clock.move_to(NOW.replace(month=8, day=2))
    if state == OwnPageState.CALLED_OFF:
        Schedule.objects.update(state=EventState.CANCELLED)
    registration.refresh_from_db()
    return registration


def change(registration: Registration, kind: ChangeKind, **reasons: str) -> None:
    """Record that organisers changed the event after the party registered."""
    EventChange.objects.create(
        event=registration.event,
        kind=kind,
        made_at=NOW + datetime.timedelta(seconds=1),
        made_by=factories.make_helper(registration.event),
        **reasons,
    )


def opened(registration: Registration) -> Client:
    """Return a browser that has opened the link."""
    client = Client()
    client.get(link_to(registration))
    return client


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_wholly_in_its_language(
    state: OwnPageState, language: str, clock: Any
) -> None:
    registration = in_state(state, clock)

    response = opened(registration).get(own(registration, language))

    page = Page(response)
    assert response.status_code == 200
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []
    assert is_private(response)


@pytest.mark.parametrize("state", STATES)
def test_every_state_says_what_it_is_and_names_the_contact(state: OwnPageState, clock: Any) -> None:
    registration = in_state(state, clock)

    page = Page(opened(registration).get(own(registration, "en")))

    has_pass = bool(page.soup.select(".pass"))
    assert page.heading() == HEADINGS[state]
    assert has_pass == (state == OwnPageState.CONFIRMED)
    assert "0399-0000000" in page.text()
    assert [tag.get_text(strip=True) for tag in page.soup.select("[data-reference]")] == [
        registration.reference
    ]


def test_waiting_says_the_position_and_the_rule(clock: Any) -> None:
    walk = make_walk(capacity=4)
    Places.objects.update(has_waiting_list=True)
    register(walk, 4)
    register(walk, 3, phone="+923001112233")
    second = register(walk, 2, phone="+923001112244")

    page = Page(opened(second).get(own(second, "en")))

    text = page.text()
    (position,) = page.soup.select("[data-position]")
    assert position.get_text(strip=True) == "2"
    assert "1 group or person is before you." in text
    assert "a smaller party may go ahead" in text


def test_waiting_says_how_long_one_may_think(clock: Any) -> None:
    registration = in_state(OwnPageState.WAITING, clock)
    Places.objects.update(promotion=PromotionPolicy.OFFER, offer_hours=24)

    text = Page(opened(registration).get(own(registration, "en"))).text()

    assert "You then have 24 hours to say yes." in text
    assert "You are next." in text


def test_offered_says_until_when_and_can_be_taken(clock: Any) -> None:
    registration = in_state(OwnPageState.OFFERED, clock)

    page = Page(opened(registration).get(own(registration, "en")))

    assert "Sunday, 2 May 2027, 8:00 am" in page.text()
    assert page.soup.select('form[action$="/accept/"] button')
    assert page.soup.select('a[href$="/cancel/"]')


def test_postponed_pass_shows_no_day_that_does_not_hold(clock: Any) -> None:
    registration = in_state(OwnPageState.CONFIRMED, clock)
    Schedule.objects.update(state=EventState.POSTPONED)
    change(registration, ChangeKind.POSTPONED, reason_en="The road is closed.")

    page = Page(opened(registration).get(own(registration, "en")))

    assert "This event has been postponed." in page.text()
    assert "The road is closed." in page.text()
    assert "1 August 2027" not in page.text()
    assert page.soup.select(".pass")


def test_moved_says_since_when_and_that_old_pictures_are_wrong(clock: Any) -> None:
    registration = in_state(OwnPageState.CONFIRMED, clock)
    change(registration, ChangeKind.MOVED)

    text = Page(opened(registration).get(own(registration, "en"))).text()

    assert "Day, time or place changed on Saturday, 1 May 2027" in text
    assert "save it again" in text


def test_a_change_before_somebody_registered_is_no_news(clock: Any) -> None:
    registration = in_state(OwnPageState.CONFIRMED, clock)
    change(registration, ChangeKind.MOVED)
    EventChange.objects.update(made_at=NOW - datetime.timedelta(days=1))

    text = Page(opened(registration).get(own(registration, "en"))).text()

    assert "changed on" not in text


def test_pass_picture_is_a_private_png_in_both_languages(clock: Any) -> None:
    registration = in_state(OwnPageState.CONFIRMED, clock)
    client = opened(registration)

    answers = [client.get(own(registration, code, "pass.png")) for code in ("ur", "en")]

    assert [answer.content[:8] for answer in answers] == [b"\x89PNG\r\n\x1a\n"] * 2
    assert all(is_private(answer) for answer in answers)


@pytest.mark.parametrize("state", [s for s in STATES if s != OwnPageState.CONFIRMED])
def test_pass_picture_is_only_for_the_confirmed(state: OwnPageState, clock: Any) -> None:
    registration = in_state(state, clock)

    response = opened(registration).get(own(registration, action="pass.png"))

    assert response.status_code == 404


def test_calendar_links_name_nobody(clock: Any) -> None:
    registration = in_state(OwnPageState.CONFIRMED, clock)

    page = Page(opened(registration).get(own(registration, "en")))

    (google,) = page.soup.select('a[href^="https://calendar.google.com/"]')
    address = str(google["href"])
    assert "dates=20270801T070000%2F20270801T090000" in address
    assert "ctz=Asia%2FKarachi" in address
    assert registration.reference not in address
    assert "/my/" not in address
    assert page.soup.select('a[href$="/event.ics"]')


def test_own_page_costs_the_same_for_a_large_group(
    clock: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    walk = make_walk(capacity=100)
    group = register(
        walk,
        60,
        kind="group",
        group_name="School",
        names=tuple(f"Pupil {chr(65 + n % 26)}" for n in range(50)),
    )
    client = opened(group)
    client.get(own(group))

    with django_assert_max_num_queries(14):
        response = client.get(own(group))

    assert response.status_code == 200


def test_own_page_state_of_an_offer_ends_on_the_minute() -> None:
    states = [
        own_page_state(
            state=RegistrationState.OFFERED, status=status, offer_expires_at=NOW, now=NOW
        )
        for status in (EventStatus.OPEN, EventStatus.POSTPONED)
    ]

    assert states == [OwnPageState.LAPSED, OwnPageState.OFFERED]
