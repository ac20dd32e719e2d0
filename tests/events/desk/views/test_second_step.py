"""A password alone opens nothing; the app's code does, once; recovery codes do, once each."""

import base64
import datetime
import re
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from directory.models import User
from directory.services.accounts import end_sessions, mark_demonstration, suspend
from directory.services.second_factor import forget_second_factor, make_recovery_codes
from events.models import Event
from tests.events.desk.builders import PASSWORD, make_user
from tests.privacy import tables_naming
from tests.staff import app_code, is_in, type_password, with_app

STEP = "/en/desk/second-step/"
SET_UP = "/en/desk/second-step/set-up/"
WRONG = "This code is wrong or has run out."
CODE = re.compile(r'<bdi class="num" dir="ltr">(\d{4} \d{4} \d{4})</bdi>')


@pytest.fixture(autouse=True)
def _everybody_needs_it(settings: Settings) -> None:
    settings.SECOND_FACTOR_EXCUSES = "nobody"


def waiting(user: User) -> Client:
    """Return a browser whose owner has typed the password and nothing else."""
    client = Client()
    type_password(client, user, PASSWORD)
    return client


def key_on(client: Client) -> str:
    """Return the key the set-up page shows, in hex."""
    found = re.search(r"secret=([A-Z2-7]+)", client.get(SET_UP).content.decode())
    assert found is not None
    return base64.b32decode(found[1]).hex()


@pytest.mark.parametrize("path", ["/en/desk/events/walk-lahore-2027/attendees/", "/admin/"])
def test_password_alone_opens_nothing(organiser: User, lahore: Event, path: str) -> None:
    with_app(organiser)
    client = waiting(organiser)

    response = client.get(path)

    assert not is_in(client)
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/en/desk/?next=")


def test_code_of_the_app_signs_in_and_leads_where_one_wanted(organiser: User) -> None:
    key, client = with_app(organiser), Client()
    target = "/en/desk/events/walk-lahore-2027/"
    asked = type_password(client, organiser, PASSWORD, next=target)

    response = client.post(STEP, {"code": app_code(key)})

    assert asked == STEP
    assert (response.status_code, response.headers["Location"]) == (302, target)
    assert client.get(target).status_code == 200


def test_urdu_figures_and_spaces_are_taken(organiser: User) -> None:
    key, client = with_app(organiser), waiting(organiser)
    code = app_code(key)
    typed = "".join(chr(0x06F0 + int(figure)) for figure in code)

    client.post(STEP, {"code": f" {typed[:3]} {typed[3:]}"})

    assert is_in(client)


def test_code_is_taken_once(organiser: User) -> None:
    key = with_app(organiser)
    code = app_code(key)
    first, second = waiting(organiser), waiting(organiser)

    first.post(STEP, {"code": code})
    response = second.post(STEP, {"code": code})

    assert (is_in(first), is_in(second)) == (True, False)
    assert WRONG in response.content.decode()


@pytest.mark.parametrize("steps", [-3, 3])
def test_old_and_future_codes_are_refused(organiser: User, steps: int) -> None:
    key, client = with_app(organiser), waiting(organiser)

    client.post(STEP, {"code": app_code(key, steps=steps)})

    assert not is_in(client)


@pytest.mark.parametrize("code", ["", "\x00", "12345", "1" * 10_000, "٪٪٪", "²²²²²²", "-12345"])
@pytest.mark.parametrize("language", ["ur", "en"])
def test_bad_code_is_a_page_with_the_form(organiser: User, language: str, code: str) -> None:
    with_app(organiser)
    client = waiting(organiser)

    response = client.post(f"/{language}/desk/second-step/", {"code": code})

    assert response.status_code == 200
    assert 'class="error-summary"' in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]


def test_guessing_codes_is_stopped(organiser: User) -> None:
    key, client = with_app(organiser), waiting(organiser)

    answers = [client.post(STEP, {"code": f"{n:06}"}).status_code for n in range(16)]
    right = client.post(STEP, {"code": app_code(key)})

    assert answers == [200] * 15 + [429]
    assert (right.status_code, is_in(client)) == (429, False)


def test_recovery_code_signs_in_once(organiser: User) -> None:
    with_app(organiser)
    code, other = make_recovery_codes(user=organiser)[:2]
    clients = [waiting(organiser) for _ in range(3)]

    with time_machine.travel(timezone.now()) as clock:
        for client, typed in zip(clients, (code, code, other), strict=True):
            client.post(STEP, {"code": f"{typed[:4]}-{typed[4:8]} {typed[8:]}"})
            # After a wrong one the library takes none for a while.
            clock.shift(5)

    assert [is_in(client) for client in clients] == [True, False, True]


def test_recovery_codes_are_kept_as_fingerprints(organiser: User) -> None:
    codes = make_recovery_codes(user=organiser)

    assert tables_naming(codes) == {}


def test_recovery_code_of_somebody_else_opens_nothing(organiser: User, lahore: Event) -> None:
    other = make_user("somebody-else")
    with_app(organiser)
    make_recovery_codes(user=organiser)
    code, client = make_recovery_codes(user=other)[0], waiting(organiser)

    client.post(STEP, {"code": code})

    assert not is_in(client)


def test_whoever_has_no_app_sets_one_up_before_anything_else(organiser: User) -> None:
    client = Client()
    asked = type_password(client, organiser, PASSWORD)
    key = key_on(client)

    page = client.post(SET_UP, {"code": app_code(key)}).content.decode()
    codes = CODE.findall(page)
    again = waiting(organiser)
    again.post(STEP, {"code": codes[3]})

    assert asked == SET_UP
    assert len(set(codes)) == 10
    assert (is_in(client), is_in(again)) == (True, True)


def test_wrong_first_code_sets_nothing_up(organiser: User) -> None:
    client = waiting(organiser)
    key = key_on(client)

    response = client.post(SET_UP, {"code": app_code(key, steps=5)})

    assert WRONG in response.content.decode()
    assert key_on(client) == key
    assert not is_in(client)


def test_app_cannot_be_replaced_by_the_password_alone(organiser: User) -> None:
    key = with_app(organiser)
    client = waiting(organiser)

    answers = [client.get(SET_UP), client.post(SET_UP, {"code": app_code(key)})]

    assert [answer.headers["Location"] for answer in answers] == [STEP, STEP]
    assert not is_in(client)


@pytest.mark.parametrize("path", [STEP, SET_UP])
def test_step_without_the_password_leads_to_the_beginning(db: None, path: str) -> None:
    answers = [Client().get(path), Client().post(path, {"code": "123456"})]

    assert [answer.headers["Location"] for answer in answers] == ["/en/desk/", "/en/desk/"]


def test_time_between_the_steps_ends(organiser: User) -> None:
    with_app(organiser)
    client = waiting(organiser)

    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=21)):
        response = client.get(STEP)

    assert response.headers["Location"] == "/en/desk/"


@pytest.mark.parametrize("end", [suspend, end_sessions])
def test_suspension_between_the_steps_ends_it(organiser: User, end: Callable[..., None]) -> None:
    key, client = with_app(organiser), waiting(organiser)

    end(user=organiser)
    client.post(STEP, {"code": app_code(key)})

    assert not is_in(client)


def test_session_begun_elsewhere_without_the_code_ends(organiser: User) -> None:
    client = Client()
    client.force_login(organiser)

    assert not is_in(client)


def test_reset_factor_ends_what_it_opened(organiser: User) -> None:
    key, client = with_app(organiser), waiting(organiser)
    client.post(STEP, {"code": app_code(key)})
    before = is_in(client)

    forget_second_factor(user=organiser)

    assert (before, is_in(client)) == (True, False)


def test_demonstration_accounts_alone_are_excused(organiser: User, settings: Settings) -> None:
    settings.SECOND_FACTOR_EXCUSES = "demonstration"
    mark_demonstration(user=organiser)
    other = make_user("not-of-the-demonstration")

    leads = [type_password(Client(), user, PASSWORD) for user in (organiser, other)]

    assert leads == ["/en/desk/", SET_UP]


def test_cms_has_the_same_door(organiser: User) -> None:
    client = Client()

    answers = [client.get("/admin/"), client.get("/admin/login/?next=/admin/pages/")]
    posted = client.post("/admin/login/", {"username": organiser.username, "password": PASSWORD})

    assert [answer.headers["Location"] for answer in answers] == [
        "/en/desk/?next=/admin/",
        "/en/desk/?next=/admin/pages/",
    ]
    assert posted.headers["Location"] == "/en/desk/"
    assert not is_in(client)


@pytest.mark.parametrize("path", ["password_reset/", "account/"])
def test_cms_sets_no_password(organiser: User, path: str) -> None:
    client = Client()

    response = client.get(f"/admin/{path}")

    assert b"password" not in response.content.lower()
