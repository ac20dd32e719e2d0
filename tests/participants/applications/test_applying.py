"""Applying with a browser: the form, the check page, what is wrong."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participants.models import Contact
from participants.rules.limits import POSTS_WITHOUT_KEY
from tests import factories
from tests.events.pages import Page
from tests.participants.applications.kinds import EVERY_KIND, HOST, JOIN, LANGUAGES, Kind
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture(autouse=True)
def _multan(db: None) -> None:
    factories.make_helpline()
    factories.make_city("multan")


@EVERY_KIND
@LANGUAGES
def test_form_is_kept_by_nobody_and_speaks_one_language(
    kind: Kind, client: Client, language: str
) -> None:
    response = client.get(f"/{language}/{kind.apply}")

    page = Page(response)
    assert "no-store" in response["Cache-Control"]
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []


@EVERY_KIND
@LANGUAGES
def test_check_page_repeats_everything_and_keeps_nothing(
    kind: Kind, client: Client, language: str
) -> None:
    page = Page(kind.post(client, language, email="a@mail.test"))

    told = ("organisation_name", "full_name", "people_count", kind.wish)
    for typed in (*(kind.typed[name] for name in told), "0300-1234567", "a@mail.test"):
        assert typed in page.text()
    assert kind.model._default_manager.count() == Contact.objects.count() == 0
    assert language == "en" or raw_runs(page.html) == []
    assert page.foreign_words(language) == []
    ticked = {name: "True" for name, value in kind.typed.items() if value == "on"}
    expected = kind.typed | ticked | {"email": "a@mail.test"}
    assert {name: page.fields()[name] for name in kind.typed} == expected


@EVERY_KIND
def test_going_back_from_the_check_page_keeps_what_was_typed(kind: Kind, client: Client) -> None:
    page = Page(kind.post(client, change="1"))

    kept = page.fields()
    written = {name: value for name, value in kind.typed.items() if name in kept and value != "on"}
    assert {name: kept[name] for name in written} == written
    assert page.soup.select_one('option[value="multan"][selected]') is not None
    assert page.errors() == []


@EVERY_KIND
@pytest.mark.parametrize(
    "phone", ["03001234567", "+92 300 1234567", "۰۳۰۰-۱۲۳۴۵۶۷", "0092 300 1234567"]
)
def test_every_spelling_of_a_phone_is_one_number(kind: Kind, client: Client, phone: str) -> None:
    kind.confirm(client, phone=phone)

    assert Contact.objects.get().phone == "+923001234567"


@EVERY_KIND
def test_pressing_twice_gives_one_application_and_the_same_page(kind: Kind, client: Client) -> None:
    key = Page(client.get(f"/ur/{kind.apply}")).key()

    first, second = kind.confirm(client, key=key), kind.confirm(client, key=key)

    assert first["Location"] == second["Location"] == kind.own_path()
    assert first.status_code == 303


@EVERY_KIND
def test_one_key_with_other_content_shows_the_check_page_with_a_new_key(
    kind: Kind, client: Client
) -> None:
    key = Page(client.get(f"/ur/{kind.apply}")).key()
    kind.confirm(client, key=key)

    response = kind.confirm(client, key=key, people_count="400")

    assert response.status_code == 200
    assert Page(response).key() != key
    assert kind.the_one().people_count == 120


@EVERY_KIND
def test_language_switch_keeps_what_was_typed(kind: Kind, client: Client) -> None:
    urdu = Page(kind.post(client))

    address, sent = urdu.switch()
    english = Page(client.post(address, sent))

    assert address == f"/en/{kind.apply}"
    assert english.heading() == "Is everything right?"
    token_apart = {"csrfmiddlewaretoken": ""}
    assert english.fields() | token_apart == urdu.fields() | token_apart
    assert Contact.objects.count() == 0


@EVERY_KIND
def test_posts_without_our_key_end_in_429(kind: Kind, client: Client) -> None:
    codes = {
        client.post(f"/ur/{kind.apply}", {"full_name": "x"}).status_code
        for _try in range(POSTS_WITHOUT_KEY.count + 1)
    }

    assert codes == {200, 429}


ALWAYS_WRONG: list[dict[str, Any]] = [
    {"organisation_kind": "no such kind"},
    {"organisation_kind": ""},
    {"organisation_name": ""},
    {"organisation_name": "35202-1234567-1"},
    {"organisation_name": "see https://bad.example/now"},
    {"full_name": ""},
    {"full_name": "\u202e\u2066"},
    {"full_name": "x" * 900_000},
    {"phone": "12345"},
    {"phone": "\x00", "email": ""},
    {"email": "no-address"},
    {"city": "atlantis"},
    {"city": "\x00"},
    {"people_count": "-5"},
    {"people_count": "0"},
    {"people_count": "9" * 5000},
    {"consent": ""},
]
WRONG_WISHES = ["", "\u200b\u200d", "35202 1234567 1", "www.bad.example", "ا" * 10_000]
WRONG_HOSTING: list[dict[str, Any]] = [
    {"people_count": ""},
    {"people_count": "2"},
    {"wished_on": "2020-01-01"},
    {"wished_on": "soon"},
    {"wished_on": "9999-99-99"},
    {"wished_on": "2999-01-01"},
    {"wished_on": "", "wished_from": "07:00"},
    {"wished_from": "25:00"},
]
WRONG_JOINING: list[dict[str, Any]] = [
    {"website": "javascript:alert(1)"},
    {"website": "https://who:pass@bad.example"},
    {"website": "ftp://bad.example/file"},
    {"website": "no address at all"},
    {"website": "https://" + "x" * 400 + ".example"},
    {"phone": "", "email": ""},
    {"agreement": ""},
]
WRONG = [
    *((kind, {kind.wish: words}) for kind in (HOST, JOIN) for words in WRONG_WISHES),
    *((kind, fields) for kind in (HOST, JOIN) for fields in ALWAYS_WRONG),
    *((HOST, fields) for fields in WRONG_HOSTING),
    *((JOIN, fields) for fields in WRONG_JOINING),
]


def _name(value: Kind | dict[str, Any]) -> str:
    if isinstance(value, Kind):
        return value.word
    return "-".join(f"{name}={typed[:12]!r}" for name, typed in value.items())


@pytest.mark.parametrize(("kind", "fields"), WRONG, ids=_name)
@LANGUAGES
def test_a_wrong_field_is_explained_and_what_was_typed_is_kept(
    kind: Kind, fields: dict[str, Any], language: str, client: Client
) -> None:
    response = kind.confirm(client, language, **fields)

    page = Page(response)
    assert response.status_code == 200
    assert len(page.errors()) == 1
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert Contact.objects.count() == 0
    kept, written = page.fields(), kind.typed | fields
    for name in ("full_name", "organisation_name", kind.wish, "phone", "email", "website"):
        if "\x00" not in written.get(name, "\x00"):
            assert kept[name] == written[name]


@EVERY_KIND
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_anything_typed_is_answered(kind: Kind, client: Client, data: st.DataObject) -> None:
    names = st.sampled_from(sorted(kind.typed))
    fields = data.draw(st.dictionaries(names, st.text(max_size=60), max_size=4))
    typed = {
        name: value.encode("utf-8", "replace").decode()
        for name, value in (kind.typed | fields).items()
    }

    response = kind.confirm(client, **typed)

    assert response.status_code in (200, 303, 429)
