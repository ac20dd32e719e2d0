"""Asking for a lost link: the same answer for everybody, and what is sent in silence."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.models import LinkRequest, Registration
from messaging.models import OutboxMessage
from participants.models import OwnLink, ThrottleCount
from tests.events.pages import Page
from tests.events.registration.builders import NOW, make_walk, register
from tests.events.registration.own_pages import is_private
from tests.privacy import tables_naming

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PHONE, STRANGERS_PHONE = "0333-1110566", "0300 7654321"


def ask(client: Client, phone: str, language: str = "ur", **other: str) -> Any:
    """Ask for the link and follow to what is said."""
    return client.post(f"/{language}/find/", {"phone": phone} | other, follow=True)


def sent_to() -> list[str]:
    """Return the addresses links are queued for, oldest first."""
    queued = OutboxMessage.objects.filter(kind="own-link").order_by("pk")
    return list(queued.values_list("recipient", flat=True))


@pytest.fixture
def registration() -> Registration:
    """Return a registration with an e-mail."""
    return register(make_walk(), email="Kausar@example.com")


# --- The same for everybody --------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ur", "en"])
def test_find_says_the_same_to_whoever_is_registered_or_not(
    language: str, registration: Registration
) -> None:
    known, unknown = (ask(Client(), phone, language) for phone in (PHONE, STRANGERS_PHONE))

    assert known.content == unknown.content
    assert known.redirect_chain == unknown.redirect_chain == [(f"/{language}/find/asked/", 303)]
    assert known.headers.items() == unknown.headers.items()
    assert known.cookies.keys() == unknown.cookies.keys()
    assert (sent_to(), is_private(known)) == (["Kausar@example.com"], True)


def test_find_says_the_same_beyond_the_limit_and_with_a_wrong_reference(
    registration: Registration,
) -> None:
    client = Client()

    answers = [ask(client, PHONE).content for _try in range(8)]
    answers.append(ask(client, PHONE, reference="LHE-22222").content)

    assert len(set(answers)) == 1


def test_find_writes_the_same_tables_for_whoever_is_not_registered(
    registration: Registration,
) -> None:
    written = []
    for phone in (PHONE, STRANGERS_PHONE):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            ask(Client(), phone)
        inserts = [q["sql"].split("(")[0] for q in captured if q["sql"].startswith("INSERT")]
        written.append({line.split('"')[1] for line in inserts if '"' in line})

    assert written[0] - written[1] == set()


def test_find_keeps_nothing_of_whoever_is_not_registered(registration: Registration) -> None:
    ask(Client(), STRANGERS_PHONE)
    ask(Client(), "stranger@example.com")

    assert tables_naming(["7654321", "stranger@example.com", "example.invalid"]) == {}
    assert OwnLink.objects.count() == 1


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("page", ["", "asked/"])
def test_find_pages_are_wholly_in_their_language(page: str, language: str, client: Client) -> None:
    response = client.get(f"/{language}/find/{page}")

    shown = Page(response)
    assert response.status_code == 200
    assert shown.heading()
    assert shown.foreign_words(language) == []
    assert shown.described_by_nothing() == []
    assert is_private(response)


def test_find_by_get_sends_nothing(registration: Registration, client: Client) -> None:
    client.get("/ur/find/", {"phone": PHONE})

    assert sent_to() == []


def test_find_needs_the_csrf_token(registration: Registration) -> None:
    response = ask(Client(enforce_csrf_checks=True), PHONE)

    assert response.status_code == 403
    assert sent_to() == []


@pytest.mark.parametrize(
    "typed", ["", "12345", "nobody@", "\x00", "03331110566x" * 100, "35202-1234567-1", "'--"]
)
def test_find_with_what_is_neither_comes_back(typed: str, client: Client) -> None:
    response = ask(client, typed)

    assert response.status_code == 200
    assert len(Page(response).errors()) == 1


# --- What is sent ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [PHONE, "+92 333 1110566", "۰۳۳۳۱۱۱۰۵۶۶", "kausar@example.com", "Kausar@EXAMPLE.com"],
)
def test_find_takes_number_or_address_in_any_spelling(
    typed: str, registration: Registration
) -> None:
    ask(Client(), typed)

    assert sent_to() == ["Kausar@example.com"]


def test_find_sends_a_link_that_opens(registration: Registration, client: Client) -> None:
    ask(Client(), PHONE)

    link = OutboxMessage.objects.get(kind="own-link").context["own_link"]
    response = client.get("/ur/my/" + link.rstrip("/").split("/")[-1] + "/")
    assert response["Location"] == f"/ur/my/r/{registration.reference}/"


def test_find_writes_once_an_hour_however_often_somebody_asks(
    registration: Registration, clock: Any
) -> None:
    for _try in range(3):
        ask(Client(), PHONE)
    in_the_hour = len(sent_to())
    clock.shift(datetime.timedelta(hours=1))
    ask(Client(), PHONE)

    assert (in_the_hour, len(sent_to())) == (1, 2)


def test_find_of_a_family_on_one_phone_sends_every_link(registration: Registration) -> None:
    register(registration.event, full_name="نسرین اختر", email="nasreen@example.com")

    ask(Client(), PHONE)

    assert sent_to() == ["Kausar@example.com", "nasreen@example.com"]


@pytest.mark.parametrize("spelling", ["{0}", "{1}", "{0} "])
def test_find_with_a_reference_sends_that_one_only(
    spelling: str, registration: Registration
) -> None:
    register(registration.event, full_name="نسرین اختر", email="nasreen@example.com")
    typed = registration.reference
    reference = spelling.format(typed, typed.lower().replace("-", " "))

    ask(Client(), PHONE, reference=reference)

    assert sent_to() == ["Kausar@example.com"]


def test_find_leaves_alone_what_is_cancelled_or_over(
    registration: Registration, clock: Any
) -> None:
    Registration.objects.update(state="cancelled")
    ask(Client(), PHONE)
    cancelled = sent_to()
    Registration.objects.update(state="confirmed")
    clock.move_to(NOW.replace(month=8, day=2))
    ask(Client(), PHONE)

    assert (cancelled, sent_to()) == ([], [])


def test_find_of_a_phone_only_asks_the_organisers_once() -> None:
    registration = register(make_walk())

    for _try in range(3):
        ask(Client(), PHONE)

    (request,) = LinkRequest.objects.all()
    assert (request.registration, request.asked_at, request.handled_at) == (registration, NOW, None)
    assert OutboxMessage.objects.filter(kind="own-link").count() == 0


def test_find_after_the_organisers_did_it_asks_them_again() -> None:
    register(make_walk())
    ask(Client(), PHONE)
    LinkRequest.objects.update(handled_at=NOW)

    ask(Client(), PHONE)

    assert LinkRequest.objects.filter(handled_at=None).count() == 1


def test_find_stops_after_five_tries_an_hour(registration: Registration, clock: Any) -> None:
    for _try in range(5):
        ask(Client(), PHONE)
    OutboxMessage.objects.all().delete()

    ask(Client(), PHONE)

    assert sent_to() == []
    assert all(len(row.key) == 64 for row in ThrottleCount.objects.all())


def test_find_from_one_address_stops_where_no_school_would(client: Client) -> None:
    answers = [
        client.post("/ur/find/", {"phone": f"0300 {number:07d}"}).status_code
        for number in range(1_000_000, 1_000_301)
    ]

    assert answers[:300] == [303] * 300
    assert answers[300] == 429


# --- The link again from the own page ----------------------------------------------------------


def test_resend_sends_three_an_hour_and_then_says_so(
    holder: Client, registration: Registration, clock: Any
) -> None:
    for _try in range(4):
        clock.shift(datetime.timedelta(seconds=5))
        response = holder.post(f"/en/my/r/{registration.reference}/resend/")

    said = Page(holder.get(response["Location"])).text()
    assert len(sent_to()) == 3
    assert "sent several times within an hour" in said
