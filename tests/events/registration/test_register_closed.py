"""Events that take nobody, or not so many: 409 with a reason, and nobody's place lost."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client

from events.enums import EventState
from events.models import Event, Places, Registration
from tests.events.pages import Page
from tests.events.registration.builders import NOW, make_walk, register
from tests.events.registration.visits import FORM, MINIMAL, confirm, fresh_key, post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def full() -> Event:
    """Make a walk whose places are all taken."""
    walk = make_walk(capacity=1)
    register(walk, full_name="نسرین اختر")
    return walk


def over() -> Event:
    """Make a walk of last week."""
    last_week = NOW - datetime.timedelta(days=7)
    return make_walk(
        happens_on=last_week.date(),
        starts_at=last_week,
        ends_at=last_week + datetime.timedelta(hours=2),
    )


CLOSED_DOORS: dict[str, Callable[[], Event]] = {
    "full": full,
    "over": over,
    "closed": lambda: make_walk(state=EventState.CLOSED),
    "window-past": lambda: make_walk(registration_closes_at=NOW),
    "soon": lambda: make_walk(registration_opens_at=NOW + datetime.timedelta(days=1)),
    "announced": lambda: make_walk(state=EventState.ANNOUNCED),
    "cancelled": lambda: make_walk(state=EventState.CANCELLED),
    "postponed": lambda: make_walk(state=EventState.POSTPONED),
}


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("door", CLOSED_DOORS)
def test_an_event_that_takes_nobody_says_so_with_409(
    door: str, language: str, client: Client
) -> None:
    CLOSED_DOORS[door]()
    before = Registration.objects.count()

    answers = [
        client.get(FORM[language]),
        post(client, language, key="any"),
        post(client, language, key="any", full_name=""),
        post(client, language, key="any", change="1"),
        confirm(client, language, key="any", full_name=""),
    ]

    assert [answer.status_code for answer in answers] == [409] * 5
    assert [Page(answer).foreign_words(language) for answer in answers] == [[]] * 5
    assert Page(answers[0]).heading()
    assert Registration.objects.count() == before


@pytest.mark.parametrize("door", CLOSED_DOORS)
def test_closing_between_check_and_confirmation_answers_409(door: str, client: Client) -> None:
    key = _key_from_an_open_door(client)
    CLOSED_DOORS[door]()

    response = confirm(client, key=key)

    assert response.status_code == 409
    assert not Registration.objects.filter(contact__full_name="کوثر عباس").exists()


def _key_from_an_open_door(client: Client) -> str:
    walk = make_walk()
    key = fresh_key(client)
    Event.objects.filter(pk=walk.pk).delete()
    return key


@pytest.mark.parametrize("language", ["ur", "en"])
def test_a_party_larger_than_what_is_left_keeps_its_form(language: str, client: Client) -> None:
    walk = make_walk(capacity=2)

    response = confirm(client, language, party_size="3", names="عائشہ بی بی")

    page = Page(response)
    assert response.status_code == 409
    assert "2" in page.errors()[0]
    assert page.foreign_words(language) == []
    assert (page.fields()["party_size"], page.fields()["names"]) == ("3", "عائشہ بی بی")
    assert Places.objects.get(event=walk).taken == 0


def test_while_others_wait_a_newcomer_is_told_the_event_is_full(client: Client) -> None:
    walk = make_walk(capacity=10)
    key = fresh_key(client)
    Places.objects.filter(event=walk).update(waiting=1)

    response = confirm(client, key=key)

    assert response.status_code == 409
    assert Page(response).heading() == "گنجائش پوری ہو چکی ہے"


def test_a_draft_event_is_not_found(client: Client) -> None:
    walk = make_walk()
    Event.objects.filter(pk=walk.pk).update(live=False)

    answers = [client.get(FORM["ur"]), client.post(FORM["ur"], MINIMAL)]

    assert [answer.status_code for answer in answers] == [404, 404]
