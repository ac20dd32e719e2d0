"""Links open an account once; a forgotten password tells strangers nothing."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from directory.models import AccountLink, User
from directory.services.accounts import issue_account_link, suspend
from events.models import Event
from messaging.models import OutboxMessage
from messaging.services import render_email
from participants.models import AuditEntry
from tests import factories
from tests.privacy import tables_naming
from tests.staff import is_in, type_password, with_app

CHOSEN = "four words somebody remembers"
BOTH = {"password": CHOSEN, "again": CHOSEN}
PASSWORD_PAGE = "/en/desk/password/"


@pytest.fixture
def invited(db: None) -> User:
    """Return somebody with an account and no password yet."""
    user = factories.make_user("sana.lahore")
    user.set_unusable_password()
    user.save()
    return user


def link_of(user: User) -> str:
    """Return the address of a new link."""
    return f"/en/desk/link/{issue_account_link(user=user, now=timezone.now())}/"


def test_link_lets_its_owner_choose_a_password_and_leads_on_inside(invited: User) -> None:
    client, link = Client(), link_of(invited)

    opened = client.get(link)
    chosen = client.post(PASSWORD_PAGE, BOTH)

    assert (opened.status_code, opened.headers["Location"]) == (302, PASSWORD_PAGE)
    assert opened.headers["Referrer-Policy"] == "no-referrer"
    assert (chosen.status_code, chosen.headers["Location"]) == (302, "/en/desk/")
    assert is_in(client)
    assert type_password(Client(), invited, CHOSEN) == "/en/desk/"


def test_link_leads_to_the_second_step_where_one_is_asked(
    invited: User, settings: Settings
) -> None:
    settings.SECOND_FACTOR_EXCUSES = "nobody"
    client = Client()
    client.get(link_of(invited))

    chosen = client.post(PASSWORD_PAGE, BOTH)

    assert chosen.headers["Location"] == "/en/desk/second-step/set-up/"
    assert not is_in(client)


def test_link_does_not_pass_by_the_app_somebody_has(invited: User, settings: Settings) -> None:
    settings.SECOND_FACTOR_EXCUSES = "nobody"
    with_app(invited)
    client = Client()
    client.get(link_of(invited))

    chosen = client.post(PASSWORD_PAGE, BOTH)

    assert chosen.headers["Location"] == "/en/desk/second-step/"


def test_link_can_be_looked_at_often_and_used_once(invited: User) -> None:
    link, first, second = link_of(invited), Client(), Client()
    looks = [client.get(link).status_code for client in (first, second, Client())]

    answers = [client.post(PASSWORD_PAGE, BOTH).status_code for client in (first, second)]

    assert looks == [302] * 3
    assert answers == [302, 404]
    assert Client().get(link).status_code == 404


def test_newer_link_closes_the_older_one(invited: User) -> None:
    older, newer = link_of(invited), link_of(invited)

    assert [Client().get(link).status_code for link in (older, newer)] == [404, 302]


def test_link_ends_after_seven_days(invited: User) -> None:
    link, client = link_of(invited), Client()
    client.get(link)

    with time_machine.travel(timezone.now() + datetime.timedelta(days=7, minutes=1)):
        answers = [Client().get(link).status_code, client.post(PASSWORD_PAGE, BOTH).status_code]

    assert answers == [404, 404]


def test_suspension_closes_the_link(invited: User) -> None:
    link, client = link_of(invited), Client()
    client.get(link)

    suspend(user=invited)

    assert Client().get(link).status_code == 404
    assert client.post(PASSWORD_PAGE, BOTH).status_code == 404


def test_token_is_kept_nowhere(invited: User) -> None:
    link = link_of(invited)
    Client().get(link)

    assert tables_naming([link.split("/")[-2]]) == {}


@pytest.mark.parametrize(
    "fields",
    [
        {"password": "short", "again": "short"},
        {"password": "1q2w3e4r5t6y", "again": "1q2w3e4r5t6y"},
        {"password": CHOSEN, "again": "another one altogether"},
        {"password": "", "again": ""},
        {"password": "\x00" * 20, "again": "x" * 5000},
    ],
)
@pytest.mark.parametrize("language", ["ur", "en"])
def test_unusable_password_uses_nothing_up(
    invited: User, language: str, fields: dict[str, str]
) -> None:
    client = Client()
    client.get(link_of(invited))

    response = client.post(f"/{language}/desk/password/", fields)

    assert response.status_code == 200
    assert 'class="error-summary"' in response.content.decode()
    assert AccountLink.objects.filter(used_at__isnull=True).exists()


def test_choosing_stands_in_the_log(invited: User) -> None:
    client = Client()
    client.get(link_of(invited))
    client.post(PASSWORD_PAGE, BOTH)

    entry = AuditEntry.objects.get()

    assert (entry.kind, entry.actor, entry.whom) == ("account-password-chosen", invited, invited)


def ask(account: str) -> bytes:
    """Return the page somebody sees who asks for a way back, without what differs every time."""
    page = Client().post("/en/desk/forgotten/", {"account": account}).content
    assert b"a link is on its way" in page
    return page


@pytest.mark.parametrize("typed", ["sana.lahore", "Sana@Example.com"])
def test_forgotten_password_comes_by_mail(invited: User, typed: str) -> None:
    User.objects.update(email="sana@example.com")

    ask(typed)

    message = OutboxMessage.objects.get()
    rendered = render_email(message.template, message.context, message.language)
    link = message.context["link"]
    assert (message.recipient, message.kind) == ("sana@example.com", "staff-password")
    assert link in rendered.text
    assert (
        Client().get(link.partition("invalid")[2] or f"/{link.split('/', 3)[3]}").status_code == 302
    )


def test_strangers_learn_nothing_from_the_answer(invited: User) -> None:
    with_address = factories.make_user("with-address")
    User.objects.filter(pk=with_address.pk).update(email="known@example.com")

    answers = {ask(account) for account in ("with-address", "sana.lahore", "nobody-at-all")}

    assert len(answers) == 1
    assert OutboxMessage.objects.count() == 1
    assert AccountLink.objects.count() == 1


def test_way_back_for_nobody_leaves_links_of_others_alone(invited: User) -> None:
    link = link_of(invited)

    ask("nobody-at-all")

    assert Client().get(link).status_code == 302


def test_suspended_account_gets_no_way_back(invited: User) -> None:
    User.objects.update(email="sana@example.com", is_active=False)

    ask("sana.lahore")

    assert OutboxMessage.objects.count() == 0


def test_asking_without_end_is_stopped(invited: User) -> None:
    answers = [
        Client().post("/en/desk/forgotten/", {"account": "x"}).status_code for _ in range(31)
    ]

    assert answers == [200] * 30 + [429]


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("kind", ["staff_invitation", "staff_password"])
def test_mail_is_discreet(lahore: Event, language: str, kind: str) -> None:
    words = {"link": "https://example.org/x", "username": "sana", "name": "ثنا"}

    rendered = render_email(kind, words, language)

    assert rendered.subject in ("Your account at Hamqadam", "ہم قدم پر آپ کا اکاؤنٹ")
    assert "sana" in rendered.text
    assert "traffick" not in (rendered.text + rendered.html).casefold()
