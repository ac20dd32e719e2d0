"""Applying with a browser: the public page, the form, the check page, one's own page."""

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.enums.hosting import HostApplicationState
from events.models import HostApplication
from participants.models import Contact
from participants.rules.limits import POSTS_WITHOUT_KEY
from tests import factories
from tests.events.hosting.builders import (
    APPLY,
    TRACES,
    TYPED,
    confirm,
    link_in_message,
    make_application,
    post,
)
from tests.events.pages import Page
from tests.events.registration.builders import NOW
from tests.events.registration.own_pages import is_private
from tests.privacy import tables_naming
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LANGUAGES = pytest.mark.parametrize("language", ["ur", "en"])


@pytest.fixture(autouse=True)
def _multan(db: None) -> None:
    factories.make_helpline()
    factories.make_city("multan")


@pytest.fixture
def applicant(client: Client) -> Client:
    """Return a browser that has just applied."""
    response = confirm(client, email="somebody@example.com")
    assert response.status_code == 303
    return client


def own(action: str = "", language: str = "ur") -> str:
    """Return the address of the one application there is."""
    return f"/{language}/my/host/r/{HostApplication.objects.get().reference}/{action}"


@LANGUAGES
def test_public_page_is_shared_by_all_and_leads_to_the_form(client: Client, language: str) -> None:
    response = client.get(f"/{language}/host/")

    page = Page(response)
    assert "s-maxage" in response["Cache-Control"]
    assert not response.cookies
    assert f'href="{APPLY[language]}"' in page.html
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []


@LANGUAGES
def test_form_is_kept_by_nobody_and_speaks_one_language(client: Client, language: str) -> None:
    response = client.get(APPLY[language])

    page = Page(response)
    assert "no-store" in response["Cache-Control"]
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []


@LANGUAGES
def test_check_page_repeats_everything_and_keeps_nothing(client: Client, language: str) -> None:
    page = Page(post(client, language))

    for typed in ("ڈسٹرکٹ بار ایسوسی ایشن ملتان", "راشدہ بتول", "0300-1234567", "120"):
        assert typed in page.text()
    assert HostApplication.objects.count() == Contact.objects.count() == 0
    assert language == "en" or raw_runs(page.html) == []
    assert {name: page.fields()[name] for name in TYPED} == TYPED | {"consent": "True"}


def test_own_page_opens_no_more_once_somebody_else_applies_with_it(applicant: Client) -> None:
    assert applicant.get(own()).status_code == 200
    other = Contact.objects.create(
        full_name="شہلا رضا", phone="+923017654321", language="ur", created_at=NOW
    )

    HostApplication.objects.update(contact=other)

    answers = [
        applicant.get(own()),
        applicant.get(own("export.json")),
        applicant.post(own("link/")),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert not any("شہلا" in answer.content.decode() for answer in answers)


def test_going_back_from_the_check_page_keeps_what_was_typed(client: Client) -> None:
    page = Page(post(client, change="1"))

    kept = page.fields()
    assert {name: kept.get(name) for name in TYPED if name != "organisation_kind"} == {
        name: value for name, value in TYPED.items() if name != "organisation_kind"
    } | {"city": kept.get("city")}
    assert page.errors() == []


@pytest.mark.parametrize(
    "phone", ["0300 1234567", "03001234567", "+92 300 1234567", "۰۳۰۰-۱۲۳۴۵۶۷", "0092 300 1234567"]
)
def test_five_spellings_of_a_phone_are_one_number(client: Client, phone: str) -> None:
    confirm(client, phone=phone)

    assert Contact.objects.get().phone == "+923001234567"


def test_pressing_twice_gives_one_application_and_the_same_page(client: Client) -> None:
    key = Page(client.get(APPLY["ur"])).key()

    first, second = confirm(client, key=key), confirm(client, key=key)

    assert first["Location"] == second["Location"]
    assert (first.status_code, HostApplication.objects.count()) == (303, 1)


def test_one_key_with_other_content_shows_the_check_page_with_a_new_key(client: Client) -> None:
    key = Page(client.get(APPLY["ur"])).key()
    confirm(client, key=key)

    response = confirm(client, key=key, people_count="400")

    assert response.status_code == 200
    assert Page(response).key() != key
    assert HostApplication.objects.count() == 1


def test_posts_without_our_key_end_in_429(client: Client) -> None:
    codes = {
        client.post(APPLY["ur"], {"full_name": "x"}).status_code
        for _try in range(POSTS_WITHOUT_KEY.count + 1)
    }

    assert codes == {200, 429}


WRONG: list[dict[str, Any]] = [
    {"organisation_kind": "no such kind"},
    {"organisation_kind": ""},
    {"organisation_name": ""},
    {"organisation_name": "35202-1234567-1"},
    {"organisation_name": "see https://bad.example/now"},
    {"full_name": ""},
    {"full_name": "\u202e\u2066"},
    {"full_name": "x" * 900_000},
    {"phone": "12345"},
    {"phone": "\x00"},
    {"email": "no-address"},
    {"city": "atlantis"},
    {"city": "\x00"},
    {"gathering_place": ""},
    {"gathering_place": "\u200b\u200d"},
    {"gathering_place": "35202 1234567 1"},
    {"gathering_place": "www.bad.example"},
    {"gathering_place": "ا" * 10_000},
    {"people_count": ""},
    {"people_count": "-5"},
    {"people_count": "2"},
    {"people_count": "9" * 5000},
    {"wished_on": "2020-01-01"},
    {"wished_on": "soon"},
    {"wished_on": "9999-99-99"},
    {"wished_on": "2999-01-01"},
    {"wished_on": "", "wished_from": "07:00"},
    {"wished_from": "25:00"},
    {"consent": ""},
]


def _name(fields: dict[str, Any]) -> str:
    return "-".join(f"{name}={value[:12]!r}" for name, value in fields.items())


@pytest.mark.parametrize("fields", WRONG, ids=_name)
@LANGUAGES
def test_a_wrong_field_is_explained_and_what_was_typed_is_kept(
    fields: dict[str, Any], language: str, client: Client
) -> None:
    response = confirm(client, language, **fields)

    page = Page(response)
    assert response.status_code == 200
    assert page.errors()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert Contact.objects.count() == 0
    kept = page.fields()
    for name in ("full_name", "organisation_name", "gathering_place", "phone"):
        typed = str((TYPED | fields)[name])
        if "\x00" not in typed:
            assert kept[name] == typed


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(sorted(TYPED)), st.text(max_size=60), max_size=4))
def test_anything_typed_is_answered(client: Client, fields: dict[str, str]) -> None:
    key = Page(client.get(APPLY["ur"])).key()
    typed = {
        name: value.encode("utf-8", "replace").decode() for name, value in (TYPED | fields).items()
    }

    response = client.post(APPLY["ur"], typed | {"key": key, "confirmed": "1"})

    assert response.status_code in (200, 303, 429)


@LANGUAGES
def test_own_page_shows_the_application_to_its_holder_only(
    applicant: Client, language: str
) -> None:
    response = applicant.get(own(language=language))

    page = Page(response)
    assert is_private(response)
    assert "راشدہ بتول" in page.text()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert Client().get(own(language=language)).status_code == 404


def test_link_in_the_message_opens_the_page_and_leaves_its_secret_behind(client: Client) -> None:
    make_application(email="somebody@example.com")
    link = link_in_message("host-received")

    response = client.get(link)

    assert (response.status_code, response["Location"]) == (302, own())
    assert is_private(response)
    for _time in range(10):
        assert client.get(link).status_code == 302
    assert client.get(own()).status_code == 200
    assert HostApplication.objects.get().state == HostApplicationState.RECEIVED


def test_mending_shows_what_was_written_and_changes_it(applicant: Client) -> None:
    form = Page(applicant.get(own("change/"))).fields()
    assert (form["gathering_place"], form["wished_on"]) == (TYPED["gathering_place"], "2027-08-01")

    response = applicant.post(own("change/"), TYPED | {"gathering_place": "قلعہ کہنہ باغ"})

    assert response.status_code == 303
    assert HostApplication.objects.get().gathering_place == "قلعہ کہنہ باغ"
    assert Contact.objects.count() == 1


def test_withdrawing_asks_first_and_then_ends_every_change(applicant: Client) -> None:
    assert applicant.get(own("withdraw/")).status_code == 200
    assert HostApplication.objects.get().state == HostApplicationState.RECEIVED

    applicant.post(own("withdraw/"))

    assert HostApplication.objects.get().state == HostApplicationState.WITHDRAWN
    applicant.post(own("change/"), TYPED | {"gathering_place": "کہیں اور"})
    assert HostApplication.objects.get().gathering_place == TYPED["gathering_place"]


def test_everything_held_can_be_taken_along_and_erased(applicant: Client) -> None:
    held = json.loads(applicant.get(own("export.json")).content)
    assert (held["full_name"], held["phone"]) == ("راشدہ بتول", "+923001234567")
    assert [one["wording_version"] for one in held["consents"]] == ["host-1"]
    reference = HostApplication.objects.get().reference

    response = applicant.post(own("erase/"))

    assert response.status_code == 303
    assert tables_naming(TRACES) == {}
    assert applicant.get(f"/ur/my/host/r/{reference}/").status_code == 404


def test_done_on_this_phone_closes_the_page(applicant: Client) -> None:
    applicant.post(own("done/"))

    assert applicant.get(own()).status_code == 404


def test_a_link_shown_once_opens_the_page_elsewhere(applicant: Client) -> None:
    page = Page(applicant.post(own("link/")))

    tag = page.soup.select_one("[data-own-link]")
    assert tag is not None
    path = "/ur/my/host/" + tag.get_text().split("/my/host/")[1]
    other = Client()
    other.get(path)
    assert other.get(own()).status_code == 200
