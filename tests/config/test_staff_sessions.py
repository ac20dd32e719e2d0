"""Staff sessions: over after idleness, over after a day's work, over when somebody ends them."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from pytest_django import Settings

from directory.models import User
from directory.services.accounts import end_sessions, restore, set_password, suspend
from tests.factories import PASSWORD, make_user
from tests.staff import is_in, type_password

BEGINNING = datetime.datetime(2027, 7, 1, 4, 0, tzinfo=datetime.UTC)
MINUTE, HOUR = 60, 60 * 60


@pytest.fixture
def clock(settings: Settings) -> Iterator[time_machine.Traveller]:
    """Stop the clock; an hour of idleness and twelve hours in all."""
    settings.STAFF_IDLE_SECONDS = HOUR
    settings.STAFF_SESSION_SECONDS = 12 * HOUR
    with time_machine.travel(BEGINNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def user(db: None) -> User:
    """Return somebody with an account."""
    return make_user("organiser-anywhere")


@pytest.fixture
def desk(clock: time_machine.Traveller, user: User) -> Client:
    """Return the browser in which they signed in."""
    client = Client()
    type_password(client, user, PASSWORD)
    return client


def test_session_lasts_while_it_is_used(desk: Client, clock: time_machine.Traveller) -> None:
    for _half_hour in range(23):
        clock.shift(30 * MINUTE)
        assert is_in(desk)


def test_session_ends_after_an_hour_of_idleness(
    desk: Client, clock: time_machine.Traveller
) -> None:
    clock.shift(HOUR + 1)

    assert not is_in(desk)
    assert Session.objects.count() == 0


def test_session_ends_after_twelve_hours_of_work(
    desk: Client, clock: time_machine.Traveller
) -> None:
    for _half_hour in range(24):
        clock.shift(30 * MINUTE)
        desk.get("/en/desk/")
    clock.shift(MINUTE)

    assert not is_in(desk)


def test_signing_in_elsewhere_does_not_keep_an_idle_session_alive(
    desk: Client, user: User, clock: time_machine.Traveller
) -> None:
    clock.shift(HOUR - MINUTE)
    type_password(Client(), user, PASSWORD)
    clock.shift(2 * MINUTE)

    assert not is_in(desk)


def test_public_pages_ask_nobody_and_stay_shared(
    desk: Client, clock: time_machine.Traveller
) -> None:
    clock.shift(HOUR + 1)

    response = desk.get("/en/events/")

    assert "public" in response.headers["Cache-Control"]
    assert Session.objects.count() == 1


def test_ending_sessions_ends_them_everywhere_and_one_can_sign_in_again(
    desk: Client, user: User
) -> None:
    other = Client()
    type_password(other, user, PASSWORD)

    end_sessions(user=user)

    assert (is_in(desk), is_in(other)) == (False, False)
    assert type_password(other, user, PASSWORD) == "/en/desk/"


def test_suspension_ends_sessions_for_good(desk: Client, user: User) -> None:
    suspend(user=user)
    while_suspended = is_in(desk)
    restore(user=user)

    assert (while_suspended, is_in(desk)) == (False, False)


def test_new_password_ends_sessions_begun_with_the_old(desk: Client, user: User) -> None:
    set_password(user=user, password="quite another long password")

    assert not is_in(desk)
