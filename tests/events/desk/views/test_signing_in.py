"""Signing in and out: errors in words, no way off the desk, a brake on guessing."""

import pytest
from django.test import Client
from pytest_django import Settings

from directory.models import User
from events.models import Event
from tests.events.desk.builders import PASSWORD

WRONG_EN = "The username or the password is wrong. Check both and try again."


@pytest.mark.parametrize("language", ["ur", "en"])
def test_form_stands_where_nobody_is_signed_in(db: None, language: str) -> None:
    response = Client().get(f"/{language}/desk/")

    page = response.content.decode()
    assert response.status_code == 200
    assert 'name="username"' in page
    assert 'name="password"' in page
    assert "no-store" in response.headers["Cache-Control"]


def test_right_password_leads_to_my_events(organiser: User, lahore: Event) -> None:
    client = Client()

    response = client.post("/ur/desk/", {"username": organiser.username, "password": PASSWORD})

    assert (response.status_code, response.headers["Location"]) == (302, "/ur/desk/")
    assert lahore.title_ur in client.get("/ur/desk/").content.decode()


def test_field_may_be_called_login(organiser: User) -> None:
    response = Client().post("/en/desk/", {"login": organiser.username, "password": PASSWORD})

    assert response.status_code == 302


def test_session_key_changes_with_signing_in(organiser: User) -> None:
    client = Client()
    session = client.session
    session["before"] = "1"
    session.save()
    before = session.session_key

    client.post("/en/desk/", {"username": organiser.username, "password": PASSWORD})

    assert client.session.session_key not in (None, before)


@pytest.mark.parametrize("fields", [{"password": "wrong"}, {"username": "nobody"}])
def test_wrong_login_is_told_without_saying_what_is_wrong(
    organiser: User, fields: dict[str, str]
) -> None:
    data = {"username": organiser.username, "password": PASSWORD, **fields}

    response = Client().post("/en/desk/", data)

    assert response.status_code == 200
    assert WRONG_EN in response.content.decode()


def test_suspended_account_reads_like_a_wrong_password(organiser: User) -> None:
    organiser.is_active = False
    organiser.save()

    response = Client().post("/en/desk/", {"username": organiser.username, "password": PASSWORD})

    assert WRONG_EN in response.content.decode()


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("", ""),
        ("\x00", "\x00"),
        ("organiser\u202elahore", "p\x00q"),
        ("a" * 10_000, "b" * 10_000),
        ("💧" * 200, "٪٪"),
    ],
)
@pytest.mark.parametrize("language", ["ur", "en"])
def test_bad_input_is_a_page_with_the_form(
    db: None, settings: Settings, username: str, password: str, language: str
) -> None:
    settings.AXES_ENABLED = True

    response = Client().post(
        f"/{language}/desk/", {"username": username, "password": password, "next": "\x00"}
    )

    page = response.content.decode()
    assert response.status_code == 200
    assert "Null characters" not in page
    assert 'class="error-summary"' in page


def test_typed_password_does_not_come_back(organiser: User) -> None:
    response = Client().post(
        "/en/desk/", {"username": organiser.username, "password": "do-not-echo-this"}
    )

    assert "do-not-echo-this" not in response.content.decode()
    assert organiser.username in response.content.decode()


@pytest.mark.parametrize(
    "target", ["/ur/desk/events/walk-lahore-2027/attendees/", "/en/desk/", "/admin/"]
)
def test_next_leads_back_to_the_desk(organiser: User, target: str) -> None:
    client = Client()
    form = client.get("/en/desk/", {"next": target}).content.decode()

    response = client.post(
        "/en/desk/",
        {"username": organiser.username, "password": PASSWORD, "next": target},
    )

    assert f'value="{target}"' in form
    assert response.headers["Location"] == target


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/ur/desk/",
        "//evil.example/ur/desk/",
        "/\\evil.example/ur/desk/",
        "//admin/",
        "/ur/desk/../../admin/",
        "/ur/desk/%2e%2e/admin/",
        "http://testserver/ur/desk/",
        "javascript:alert(1)",
        "/ur/deskevil/",
        "/ur/desk/\r\nX-Bad: 1",
    ],
)
def test_next_leads_nowhere_else(organiser: User, target: str) -> None:
    response = Client().post(
        "/ur/desk/",
        {"username": organiser.username, "password": PASSWORD, "next": target},
    )

    assert (response.status_code, response.headers["Location"]) == (302, "/ur/desk/")


def test_form_without_its_token_is_refused(organiser: User) -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/en/desk/", {"username": organiser.username, "password": PASSWORD})

    assert response.status_code == 403


@pytest.mark.parametrize("language", ["ur", "en"])
def test_guessing_is_stopped_with_a_page_in_the_language(
    organiser: User, settings: Settings, language: str
) -> None:
    settings.AXES_ENABLED = True
    client = Client()
    data = {"username": organiser.username, "password": "wrong"}

    answers = [client.post(f"/{language}/desk/", data).status_code for _ in range(7)]
    stopped = client.post(f"/{language}/desk/", data)
    right = client.post(f"/{language}/desk/", {**data, "password": PASSWORD})

    assert answers == [200] * 7
    assert (stopped.status_code, right.status_code) == (429, 429)
    assert stopped.headers["Retry-After"] == "900"
    assert "no-store" in stopped.headers["Cache-Control"]
    assert f'lang="{language}"' in stopped.content.decode()


def test_guessing_one_account_leaves_others_alone(organiser: User, settings: Settings) -> None:
    settings.AXES_ENABLED = True
    client = Client()
    for _ in range(9):
        client.post("/en/desk/", {"username": "somebody-else", "password": "wrong"})

    response = client.post("/en/desk/", {"username": organiser.username, "password": PASSWORD})

    assert response.status_code == 302


def test_signing_out_ends_the_session(desk: Client) -> None:
    response = desk.post("/ur/desk/sign-out/")

    assert (response.status_code, response.headers["Location"]) == (302, "/ur/desk/")
    assert 'name="password"' in desk.get("/ur/desk/").content.decode()


def test_signing_out_needs_a_post(desk: Client, lahore: Event) -> None:
    response = desk.get("/ur/desk/sign-out/")

    assert (response.status_code, response.headers["Location"]) == (302, "/ur/desk/")
    assert lahore.title_ur in desk.get("/ur/desk/").content.decode()
