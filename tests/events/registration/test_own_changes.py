"""What a holder changes from the own page: names, number, photographs, an offer taken."""

import datetime
from typing import Any

import pytest
from django.test import Client

from events.enums import PromotionPolicy, RegistrationState
from events.models import Places, Registration
from messaging.models import OutboxMessage
from tests.events.pages import Page
from tests.events.registration.builders import make_walk, register
from tests.events.registration.own_pages import is_private, link_to, own
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FORMS = ["names/", "size/", "hand-over/", "cancel/", "erase/"]
BUTTONS = ["accept/", "photographs/", "resend/", "link/"]
NEW_NAMES = {"full_name": "نسرین اختر", "names": "عائشہ خان\nBilal Ahmed"}


def led_back(response: Any, registration: Registration) -> bool:
    """Tell whether an answer leads to the own page and forbids keeping."""
    location = (response.status_code, response.headers.get("Location"))
    return location == (303, own(registration)) and is_private(response)


def said(client: Client, registration: Registration) -> str:
    """Return what the own page says was done."""
    page = Page(client.get(own(registration)))
    return " ".join(found.get_text(strip=True) for found in page.soup.select(".notice--success"))


def offered(size: int = 2) -> Registration:
    """Return a party that was offered places at NOW, for a day."""
    walk = make_walk(capacity=4)
    Places.objects.update(has_waiting_list=True, promotion=PromotionPolicy.OFFER, offer_hours=24)
    first = register(walk, 4)
    waiting = register(walk, size, full_name="نسرین اختر", phone="+923001112233")
    client = Client()
    client.get(link_to(first))
    client.post(own(first, action="cancel/"))
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.OFFERED
    return waiting


# --- Every page and button ---------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("action", [*FORMS, "data/"])
def test_every_page_is_wholly_in_its_language_and_private(
    action: str, language: str, holder: Client, registration: Registration
) -> None:
    response = holder.get(own(registration, language, action))

    page = Page(response)
    assert response.status_code == 200
    assert page.heading()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []
    assert is_private(response)


@pytest.mark.parametrize("action", [*FORMS, *BUTTONS])
def test_nothing_acts_without_a_grant(
    action: str, registration: Registration, client: Client
) -> None:
    before = Registration.objects.values().get()

    response = client.post(own(registration, action=action), NEW_NAMES | {"party_size": "1"})

    assert response.status_code == 404
    assert is_private(response)
    assert Registration.objects.values().get() == before


@pytest.mark.parametrize("action", ["data/", "export.json", "pass.png", "size/", "erase/"])
def test_nothing_is_shown_without_a_grant(
    action: str, registration: Registration, client: Client
) -> None:
    response = client.get(own(registration, action=action))

    assert response.status_code == 404
    assert registration.contact.full_name not in response.content.decode()


@pytest.mark.parametrize("action", BUTTONS)
def test_buttons_answer_post_only(action: str, holder: Client, registration: Registration) -> None:
    address = own(registration, action=action)

    answers = [ask(address).status_code for ask in (holder.get, holder.head, holder.put)]

    assert answers == [302, 302, 405]


@pytest.mark.parametrize("action", [*FORMS, *BUTTONS])
def test_everything_that_acts_needs_the_csrf_token(action: str, registration: Registration) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get(link_to(registration))

    response = client.post(own(registration, action=action), NEW_NAMES)

    assert response.status_code == 403


@pytest.mark.parametrize("action", ["names/", "size/", "hand-over/"])
def test_nothing_can_be_changed_once_cancelled(
    action: str, holder: Client, registration: Registration
) -> None:
    holder.post(own(registration, action="cancel/"))

    answers = [holder.get(own(registration, action=action))]
    answers.append(holder.post(own(registration, action=action), NEW_NAMES | {"party_size": "2"}))

    registration.refresh_from_db()
    assert [led_back(answer, registration) for answer in answers] == [True, True]
    assert (registration.state, registration.party_size) == (RegistrationState.CANCELLED, 3)


# --- Names -------------------------------------------------------------------------------------


def test_names_change_and_the_list_sorts_by_the_new_one(
    holder: Client, registration: Registration
) -> None:
    before = registration.sort_key

    answers = [holder.post(own(registration, action="names/"), NEW_NAMES) for _twice in range(2)]

    fresh = Registration.objects.get()
    assert [led_back(answer, registration) for answer in answers] == [True, True]
    assert fresh.contact.full_name == "نسرین اختر"
    assert [one.full_name for one in fresh.attendees.all()] == ["عائشہ خان", "Bilal Ahmed"]
    assert fresh.sort_key != before
    assert said(holder, registration) == "نام تبدیل کر دیے گئے ہیں۔"
    assert said(holder, registration) == ""


@pytest.mark.parametrize(
    "typed",
    [
        {"full_name": "", "names": "عائشہ"},
        {"full_name": "کوثر", "names": "one\ntwo\nthree"},
        {"full_name": "35202-1234567-1", "names": ""},
        {"full_name": "کوثر", "names": "http://example.com"},
    ],
)
def test_names_that_cannot_be_used_come_back_as_typed(
    typed: dict[str, str], holder: Client, registration: Registration
) -> None:
    response = holder.post(own(registration, action="names/"), typed)

    page = Page(response)
    shown = page.fields()
    assert response.status_code == 200
    assert {name: shown[name] for name in typed} == typed
    assert page.errors()
    assert Registration.objects.get().contact.full_name == "کوثر عباس"


def test_names_of_a_school_are_left_alone(client: Client) -> None:
    group = register(
        make_walk(capacity=90), 60, kind="group", group_name="اسکول", names=("عائشہ", "Bilal")
    )
    client.get(link_to(group))

    page = Page(client.get(own(group, action="names/")))
    client.post(own(group, action="names/"), {"full_name": "ثمینہ احمد"})

    fresh = Registration.objects.get()
    assert "names" not in page.fields()
    assert fresh.contact.full_name == "ثمینہ احمد"
    assert [one.full_name for one in fresh.attendees.all()] == ["عائشہ", "Bilal"]


# --- How many ----------------------------------------------------------------------------------


def test_size_shrinks_once_and_gives_places_back(
    holder: Client, registration: Registration
) -> None:
    answers = [
        holder.post(own(registration, action="size/"), {"party_size": "۱"}) for _twice in range(2)
    ]

    assert [led_back(answer, registration) for answer in answers] == [True, True]
    assert Registration.objects.get().party_size == 1
    assert Places.objects.get().taken == 1
    assert registration.attendees.count() == 0
    assert OutboxMessage.objects.filter(kind="registration-changed").count() == 1


def test_size_grows_as_far_as_places_are_free(holder: Client, registration: Registration) -> None:
    Places.objects.update(capacity=5, ceiling=5)

    too_many = holder.post(own(registration, action="size/"), {"party_size": "6"})
    too_few = holder.post(own(registration, "en", "size/"), {"party_size": "5"})

    assert too_many.status_code == 200
    assert too_few.status_code == 303
    assert Places.objects.get().taken == 5


def test_size_says_how_many_places_are_missing(holder: Client, registration: Registration) -> None:
    register(registration.event, 5, phone="+923001112233")

    response = holder.post(own(registration, "en", "size/"), {"party_size": "6"})

    assert response.status_code == 409
    assert Page(response).errors() == [
        "Only 2 more places are free. Your group can have at most 5 people."
    ]
    assert Page(response).fields()["party_size"] == "6"


def test_size_never_overtakes_those_who_wait(holder: Client, registration: Registration) -> None:
    Places.objects.update(has_waiting_list=True)
    register(registration.event, 6, phone="+923001112233")
    register(registration.event, 2, phone="+923001112244")

    response = holder.post(own(registration, "en", "size/"), {"party_size": "4"})

    assert response.status_code == 409
    assert "only become smaller" in Page(response).errors()[0]
    assert Registration.objects.get(pk=registration.pk).party_size == 3


@pytest.mark.parametrize("typed", ["", "0", "-1", "99999999999999", "سات", "1.5", "\x00"])
def test_size_that_is_none_comes_back(
    typed: str, holder: Client, registration: Registration
) -> None:
    response = holder.post(own(registration, action="size/"), {"party_size": typed})

    assert response.status_code == 200
    assert Page(response).errors()
    assert Registration.objects.get().party_size == 3


# --- Photographs, offers -----------------------------------------------------------------------


def test_photographs_can_be_refused_and_allowed_again(
    holder: Client, registration: Registration
) -> None:
    address = own(registration, action="photographs/")

    refused = [holder.post(address, {"none": "1"}) for _twice in range(2)]
    is_noted = Registration.objects.get().wants_no_photographs
    allowed = holder.post(address, {"none": "0"})

    assert [led_back(answer, registration) for answer in [*refused, allowed]] == [True] * 3
    assert is_noted
    assert not Registration.objects.get().wants_no_photographs


def test_accept_takes_the_places_once(client: Client) -> None:
    registration = offered()
    client.get(link_to(registration))

    answers = [client.post(own(registration, action="accept/")) for _twice in range(2)]

    registration.refresh_from_db()
    assert [led_back(answer, registration) for answer in answers] == [True, True]
    assert registration.state == RegistrationState.CONFIRMED
    assert said(client, registration) == "شکریہ۔ آپ کی رجسٹریشن ہو گئی ہے۔"
    assert Places.objects.get().taken == 2


def test_accept_after_the_deadline_says_so(client: Client, clock: Any) -> None:
    registration = offered()
    clock.shift(datetime.timedelta(hours=24))
    client.get(link_to(registration))

    response = client.post(own(registration, action="accept/"))

    registration.refresh_from_db()
    page = Page(client.get(own(registration, "en")))
    assert led_back(response, registration)
    assert registration.state == RegistrationState.OFFERED
    assert page.heading() == "The time to answer is over"
    assert not page.soup.select('form[action$="/accept/"]')


def test_decline_is_cancelling(client: Client) -> None:
    registration = offered()
    client.get(link_to(registration))

    client.post(own(registration, action="cancel/"))

    registration.refresh_from_db()
    assert registration.state == RegistrationState.CANCELLED
    assert Places.objects.get().taken == 0
