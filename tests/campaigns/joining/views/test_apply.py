"""Applying with a browser: the form, the check page, what is wrong."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.models import JoinApplication
from participants.models import Contact
from participants.rules.limits import POSTS_WITHOUT_KEY
from tests import factories
from tests.campaigns.builders import make_city
from tests.campaigns.joining.builders import (
    JOIN,
    TYPED,
    confirm,
    post,
)
from tests.events.pages import Page
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
LANGUAGES = pytest.mark.parametrize("language", ["ur", "en"])


@pytest.fixture(autouse=True)
def _multan(db: None) -> None:
    factories.make_helpline()
    make_city("multan")


@LANGUAGES
def test_form_is_kept_by_nobody_and_speaks_one_language(client: Client, language: str) -> None:
    response = client.get(JOIN[language])

    page = Page(response)
    assert "no-store" in response["Cache-Control"]
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []


@LANGUAGES
def test_check_page_repeats_everything_and_keeps_nothing(client: Client, language: str) -> None:
    page = Page(post(client, language, website="anjuman.example", email="a@mail.test"))

    told = ("انجمنِ تعلیم ملتان", "0300-1234567", "120", "https://anjuman.example", "a@mail.test")
    for typed in told:
        assert typed in page.text()
    assert JoinApplication.objects.count() == Contact.objects.count() == 0
    assert language == "en" or raw_runs(page.html) == []
    assert page.foreign_words(language) == []


def test_going_back_from_the_check_page_keeps_what_was_typed(client: Client) -> None:
    page = Page(post(client, change="1"))

    kept = page.fields()
    typed = {name: value for name, value in TYPED.items() if name in kept and value != "on"}
    assert {name: kept[name] for name in typed} == typed
    assert page.soup.select_one('option[value="multan"][selected]') is not None
    assert page.errors() == []


def test_pressing_twice_gives_one_application_and_the_same_page(client: Client) -> None:
    key = Page(client.get(JOIN["ur"])).key()

    first, second = confirm(client, key=key), confirm(client, key=key)

    assert first["Location"] == second["Location"]
    assert (first.status_code, JoinApplication.objects.count()) == (303, 1)


def test_one_key_with_other_content_shows_the_check_page_with_a_new_key(client: Client) -> None:
    key = Page(client.get(JOIN["ur"])).key()
    confirm(client, key=key)

    response = confirm(client, key=key, people_count="400")

    assert response.status_code == 200
    assert Page(response).key() != key
    assert JoinApplication.objects.count() == 1


def test_posts_without_our_key_end_in_429(client: Client) -> None:
    codes = {
        client.post(JOIN["ur"], {"full_name": "x"}).status_code
        for _try in range(POSTS_WITHOUT_KEY.count + 1)
    }

    assert codes == {200, 429}


WRONG: list[dict[str, Any]] = [
    {"organisation_kind": "no such kind"},
    {"organisation_name": ""},
    {"organisation_name": "35202-1234567-1"},
    {"organisation_name": "see https://bad.example/now"},
    {"city": "atlantis"},
    {"work": ""},
    {"work": "\u200b\u200d"},
    {"work": "35202 1234567 1"},
    {"work": "www.bad.example"},
    {"work": "ا" * 10_000},
    {"website": "javascript:alert(1)"},
    {"website": "https://who:pass@bad.example"},
    {"website": "ftp://bad.example/file"},
    {"website": "no address at all"},
    {"website": "https://" + "x" * 400 + ".example"},
    {"people_count": "-5"},
    {"people_count": "0"},
    {"people_count": "9" * 5000},
    {"full_name": ""},
    {"full_name": "\u202e\u2066"},
    {"phone": "12345"},
    {"phone": "", "email": ""},
    {"phone": "\x00", "email": ""},
    {"email": "no-address"},
    {"agreement": ""},
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
    assert len(page.errors()) == 1
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert Contact.objects.count() == 0
    kept = page.fields()
    for name in ("full_name", "organisation_name", "work", "website", "phone", "email"):
        typed = str((TYPED | fields)[name])
        if "\x00" not in typed:
            assert kept[name] == typed


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(sorted(TYPED)), st.text(max_size=60), max_size=4))
def test_anything_typed_is_answered(client: Client, fields: dict[str, str]) -> None:
    key = Page(client.get(JOIN["ur"])).key()
    typed = {
        name: value.encode("utf-8", "replace").decode() for name, value in (TYPED | fields).items()
    }

    response = client.post(JOIN["ur"], typed | {"key": key, "confirmed": "1"})

    assert response.status_code in (200, 303, 429)
