"""From the form over the check page to the own page, and the keys that make a press count once."""

import datetime

import pytest
from django.test import Client

from events.models import Attendee, Guardian, Places, Registration
from participants.models import Consent, Contact
from participants.rules.consents import CONSENT_WORDINGS
from tests.events.pages import Page
from tests.events.registration.builders import make_walk
from tests.events.registration.visits import FORM, MINIMAL, confirm, fresh_key, post
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
CHECK_HEADING = {"ur": "کیا سب کچھ درست ہے؟", "en": "Is everything right?"}
FAMILY = {
    "party_size": "3",
    "email": "somebody@example.com",
    "names": "عائشہ بی بی\nBilal Ahmed",
    "minors_count": "1",
    "guardian_name": "ثمینہ بی بی",
    "guardian_phone": "0301-7654321",
    "guardian_consent": "on",
}


@pytest.mark.parametrize("language", ["ur", "en"])
def test_form_is_wholly_in_its_language_and_kept_by_nobody(language: str, client: Client) -> None:
    make_walk()

    response = client.get(FORM[language])

    page = Page(response)
    assert response.status_code == 200
    assert page.heading()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("language", ["ur", "en"])
def test_post_shows_the_check_page_and_stores_nothing(language: str, client: Client) -> None:
    make_walk()

    response = post(client, language, **FAMILY)

    page = Page(response)
    assert response.status_code == 200
    assert page.heading() == CHECK_HEADING[language]
    assert page.described_by_nothing() == []
    assert language == "en" or raw_runs(page.html) == []
    assert Contact.objects.count() == 0
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("language", ["ur", "en"])
def test_confirming_leads_to_the_own_page_with_the_reference(language: str) -> None:
    make_walk()
    client = Client(enforce_csrf_checks=True)
    token = str(Page(client.get(FORM[language])).fields()["csrfmiddlewaretoken"])
    check = Page(post(client, language, csrfmiddlewaretoken=token, **FAMILY))

    response = client.post(FORM[language], {**check.fields(), "confirmed": "1"})

    registration = Registration.objects.get()
    assert response.status_code == 303
    assert response["Location"] == f"/{language}/my/r/{registration.reference}/"
    own = client.get(response["Location"])
    assert own.status_code == 200
    (shown,) = Page(own).soup.select("[data-reference]")
    assert shown.get_text(strip=True) == registration.reference


def test_post_without_a_csrf_token_is_refused() -> None:
    make_walk()
    client = Client(enforce_csrf_checks=True)

    response = confirm(client)

    assert response.status_code == 403
    assert Registration.objects.count() == 0


def test_check_page_carries_everything_to_the_registration(client: Client) -> None:
    make_walk()
    check = Page(post(client, **FAMILY))

    client.post(FORM["ur"], {**check.fields(), "confirmed": "1"})

    registration, contact = Registration.objects.get(), Contact.objects.get()
    assert (registration.party_size, registration.minors_count) == (3, 1)
    assert (contact.full_name, contact.phone) == ("کوثر عباس", "+923001234567")
    assert (contact.email, contact.language) == ("somebody@example.com", "ur")
    names = list(Attendee.objects.values_list("full_name", flat=True))
    assert names == ["عائشہ بی بی", "Bilal Ahmed"]
    assert Guardian.objects.get().phone == "+923017654321"


@pytest.mark.parametrize("more", [{}, {"change": "1"}, {"guardian_phone": "12"}])
def test_language_switch_keeps_what_was_typed(more: dict[str, str]) -> None:
    make_walk()
    client = Client(enforce_csrf_checks=True)
    token = str(Page(client.get(FORM["ur"])).fields()["csrfmiddlewaretoken"])
    urdu = Page(post(client, "ur", csrfmiddlewaretoken=token, **(FAMILY | more)))

    address, sent = urdu.switch()
    english = Page(client.post(address, sent))

    fresh = {"csrfmiddlewaretoken": "", "key": ""}
    assert address == FORM["en"]
    assert english.fields() | fresh == urdu.fields() | fresh
    assert english.fields()["names"].split() == FAMILY["names"].split()
    assert (english.heading() == CHECK_HEADING["en"]) == (more == {})
    assert Registration.objects.count() == 0


def test_language_switch_of_a_page_nobody_sent_anything_to_is_a_link(client: Client) -> None:
    make_walk()

    page = Page(client.get(FORM["ur"]))

    (link,) = page.soup.select("a.language-switch")
    assert link["href"] == FORM["en"]


def test_language_switch_after_a_confirmation_that_was_not_taken_confirms_nothing(
    client: Client,
) -> None:
    make_walk()
    again = Page(confirm(client, key="not ours"))

    address, sent = again.switch()
    response = client.post(address, sent)

    assert sent["key"] == [again.key()]
    assert Page(response).heading() == CHECK_HEADING["en"]
    assert Registration.objects.count() == 0


def test_minimal_post_with_confirmation_succeeds(client: Client) -> None:
    walk = make_walk()

    response = confirm(client)

    assert response.status_code == 303
    assert Places.objects.get(event=walk).taken == 1


@pytest.mark.parametrize(
    "typed",
    ["0300 1234567", "۰۳۰۰-۱۲۳۴۵۶۷", "+92 300 1234567", "00923001234567", "٠٣٠٠١٢٣٤٥٦٧"],
)
def test_every_spelling_of_a_phone_becomes_one_number(typed: str, client: Client) -> None:
    make_walk()

    confirm(client, phone=typed)

    assert Contact.objects.get().phone == "+923001234567"


@pytest.mark.parametrize("typed", ["۳", "٣", " 3 "])
def test_party_size_is_read_in_any_digits(typed: str, client: Client) -> None:
    walk = make_walk()

    confirm(client, party_size=typed)

    assert Places.objects.get(event=walk).taken == 3


def test_consent_is_kept_with_the_wording_that_was_shown(client: Client) -> None:
    make_walk()
    page = Page(client.get(FORM["en"]))

    confirm(client, "en", **FAMILY)

    labels = [label.get_text(strip=True) for label in page.soup.select(".form-field--tick label")]
    wordings = [CONSENT_WORDINGS[purpose][1] for purpose in ("guardian", "registration")]  # type: ignore[index]
    assert [labels[0], labels[-1]] == wordings
    assert Consent.objects.get().language == "en"


def test_change_something_returns_the_form_with_everything_typed(client: Client) -> None:
    make_walk()
    check = Page(post(client, **FAMILY))

    form = Page(client.post(FORM["ur"], {**check.fields(), "change": "1"}))

    kept = {name: value for name, value in form.fields().items() if name in MINIMAL | FAMILY}
    assert kept == MINIMAL | FAMILY
    assert form.errors() == []
    assert form.soup.select("details.disclosure[open]")


def test_change_something_ticks_no_consent_by_itself(client: Client) -> None:
    make_walk()
    check = Page(post(client))

    answers = [
        client.post(FORM["ur"], {**check.fields(), **more, "change": "1"})
        for more in ({}, {"guardian_consent": "False"})
    ]

    assert ["guardian_consent" in Page(answer).fields() for answer in answers] == [False, False]


# --- Keys --------------------------------------------------------------------------------------


def test_pressing_twice_gives_one_registration_and_the_same_page(client: Client) -> None:
    walk = make_walk()
    key = fresh_key(client)

    answers = [confirm(client, key=key) for _ in range(3)]

    assert len({answer["Location"] for answer in answers}) == 1
    assert Places.objects.get(event=walk).taken == 1


def test_pressing_twice_for_the_last_place_still_leads_to_the_own_page(client: Client) -> None:
    make_walk(capacity=1)
    key = fresh_key(client)
    first = confirm(client, key=key)

    second = confirm(client, key=key)

    assert (second.status_code, second["Location"]) == (303, first["Location"])


def test_same_key_with_other_content_asks_again_and_shows_nobody_else(client: Client) -> None:
    make_walk()
    key = fresh_key(client)
    confirm(client, key=key, full_name="نسرین اختر")
    stranger = Client()

    response = confirm(stranger, key=key)

    page = Page(response)
    assert (response.status_code, page.heading()) == (200, CHECK_HEADING["ur"])
    assert page.key() != key
    assert "نسرین" not in page.html
    assert "own_pages" not in stranger.session
    assert Registration.objects.count() == 1


def test_asked_again_the_new_key_registers(client: Client) -> None:
    make_walk()
    key = fresh_key(client)
    confirm(client, key=key, full_name="نسرین اختر")
    again = Page(confirm(client, key=key))

    response = client.post(FORM["ur"], {**again.fields(), "confirmed": "1"})

    assert response.status_code == 303
    assert Registration.objects.count() == 2


@pytest.mark.parametrize("key", ["", "no-key", "a:b:c", "\x00", "x" * 5000])
def test_a_key_that_is_not_ours_asks_again_with_one_that_is(key: str, client: Client) -> None:
    make_walk()

    page = Page(confirm(client, key=key))

    assert page.heading() == CHECK_HEADING["ur"]
    assert client.post(FORM["ur"], {**page.fields(), "confirmed": "1"}).status_code == 303


def test_a_key_of_another_event_asks_again(client: Client) -> None:
    make_walk()
    make_walk(slug="walk-other-2027")
    key = Page(client.get("/ur/events/walk-other-2027/register/")).key()

    page = Page(confirm(client, key=key))

    assert page.heading() == CHECK_HEADING["ur"]
    assert Registration.objects.count() == 0


def test_a_key_older_than_a_day_asks_again(client: Client, clock: object) -> None:
    make_walk()
    key = fresh_key(client)
    clock.shift(datetime.timedelta(hours=25))  # type: ignore[attr-defined]

    page = Page(confirm(client, key=key))

    assert page.heading() == CHECK_HEADING["ur"]
    assert Registration.objects.count() == 0


def test_other_methods_are_refused(client: Client) -> None:
    make_walk()

    answers = [client.put(FORM["ur"]), client.delete(FORM["ur"])]

    assert [answer.status_code for answer in answers] == [405, 405]
