"""Whatever is typed or sent: a message in the page's language, nothing lost, never a 500."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.models import Event, Registration
from participants.models import Contact
from tests.events.pages import Page
from tests.events.registration.builders import make_walk
from tests.events.registration.visits import FORM, MINIMAL, confirm, post
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LETTERS_ONLY = "نام صرف حروف میں لکھیں۔"
NO_NAME = "براہِ کرم اپنا نام لکھیں۔"
TOO_LONG = "یہ نام بہت لمبا ہے۔ زیادہ سے زیادہ 120 حروف لکھیں۔"
NO_CARD = "یہاں شناختی کارڈ نمبر نہ لکھیں۔"
WRONG_PHONE = "درست موبائل نمبر لکھیں، مثلاً 0300 1234567۔"

WRONG_FIELDS: list[dict[str, Any]] = [
    {"full_name": ""},
    {"full_name": "   "},
    {"full_name": "\u200b\u200c\u200d\u2060\ufeff"},
    {"full_name": "\u202e\u2066\u2069"},
    {"full_name": "\x00"},
    {"full_name": "ع" + "\u0651" * 100},
    {"full_name": "ا" * 10_000},
    {"full_name": "x" * 900_000},
    {"full_name": "35202-1234567-1"},
    {"full_name": "علی ۳۵۲۰۲۱۲۳۴۵۶۷۱"},
    {"full_name": "see https://bad.example/now"},
    {"full_name": "win.com"},
    {"full_name": "12345"},
    {"phone": ""},
    {"phone": "12345"},
    {"phone": "042-35761234"},
    {"phone": "+91 98765 43210"},
    {"phone": "0399-1234567"},
    {"phone": "9" * 900_000},
    {"phone": "\x00"},
    {"party_size": ""},
    {"party_size": "0"},
    {"party_size": "7"},
    {"party_size": "-1"},
    {"party_size": "abc"},
    {"party_size": "1.5"},
    {"party_size": "9" * 30},
    {"party_size": "9" * 5000},
    {"party_size": "\x001"},
    {"email": "no-address"},
    {"email": f"a@{'.'.join(['b' * 50] * 6)}.com"},
    {"email": "a@b.com\r\nBcc: c@d.com"},
    {"consent": ""},
    {"party_size": "2", "names": "علی\nبلال"},
    {"party_size": "2", "names": "x" * 10_000},
    {"party_size": "2", "names": "ا\n" * 200_000},
    {"party_size": "2", "names": "35202-1234567-1"},
    {"minors_count": "1"},
    {"minors_count": "1", "guardian_name": "ثمینہ", "guardian_phone": "0301 7654321"},
    {"minors_count": "1", "guardian_name": "ثمینہ", "guardian_consent": "on"},
    {"minors_count": "1", "guardian_phone": "0301 7654321", "guardian_consent": "on"},
    {"minors_count": "2"},
    {"minors_count": "-1"},
    {"minors_count": "abc"},
    {"minors_count": "9" * 30},
    {"guardian_phone": "12"},
]


def _name(fields: dict[str, Any]) -> str:
    return "-".join(f"{name}={value[:12]!r}" for name, value in fields.items())


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("fields", WRONG_FIELDS, ids=_name)
def test_a_wrong_field_is_explained_and_what_was_typed_is_kept(
    fields: dict[str, Any], language: str, client: Client
) -> None:
    make_walk()

    response = confirm(client, language, **fields)

    page = Page(response)
    assert response.status_code == 200
    assert page.errors()
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []
    assert Contact.objects.count() == 0
    kept = page.fields()
    for name, value in (MINIMAL | fields).items():
        if name != "consent" and "\x00" not in value and "\r" not in value:
            assert kept[name] == value


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"full_name": ""}, NO_NAME),
        ({"full_name": "\u200b\u200d"}, NO_NAME),
        ({"full_name": "ا" * 10_000}, TOO_LONG),
        ({"full_name": "35202-1234567-1"}, NO_CARD),
        ({"full_name": "http://bad.example"}, LETTERS_ONLY),
        ({"phone": "12345"}, WRONG_PHONE),
        ({"phone": ""}, WRONG_PHONE),
        ({"party_size": "2", "names": "35202-1234567-1"}, f"سطر 1: {NO_CARD}"),
    ],
    ids=lambda value: _name(value) if isinstance(value, dict) else "",
)
def test_the_message_says_what_to_do(fields: dict[str, Any], message: str, client: Client) -> None:
    make_walk()

    page = Page(confirm(client, **fields))

    assert page.errors() == [message]
    (first,) = page.soup.select(".error-summary a")
    field = page.soup.find(id=str(first["href"])[1:])
    assert field
    # The line names the field it leads to.
    label = page.soup.find("label", attrs={"for": field["id"]})
    assert label
    assert first.get_text(" ", strip=True).startswith(label.get_text(" ", strip=True))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("علی\x00 خان", "علی خان"),
        ("\u202eعلی\u202c \u2066خان\u2069", "علی خان"),
        ("  علی \t\n خان ", "علی خان"),
        ("نی\u200cلم", "نی\u200cلم"),
        ("Zoë O'Brien-Khan", "Zoë O'Brien-Khan"),
    ],
)
def test_a_name_is_stored_clean(typed: str, stored: str, client: Client) -> None:
    make_walk()

    confirm(client, full_name=typed, party_size="2", names=typed.replace("\n", " "))

    registration = Registration.objects.get()
    assert registration.contact.full_name == stored
    assert registration.attendees.get().full_name == stored


def test_markup_in_a_name_is_shown_as_text_everywhere(client: Client) -> None:
    make_walk()
    name = '<script>alert("x")</script> Ali & "Co'

    check = Page(post(client, full_name=name, party_size="2", names=name))
    own = Page(client.get(confirm(client, full_name=name, party_size="2", names=name)["Location"]))
    wrong = Page(post(client, full_name=name, phone="1", names=name))

    for page in (check, own, wrong):
        assert "<script>alert" not in page.html
        assert "&lt;script&gt;" in page.html
    assert check.text().count(name) == 2


def test_a_broken_form_keeps_the_key_it_came_with(client: Client) -> None:
    make_walk()
    page = Page(confirm(client, phone="1"))

    again = Page(client.post(FORM["ur"], page.fields() | {"phone": "2"}))

    assert again.key() == page.key()


def test_a_key_full_of_markup_is_escaped(client: Client) -> None:
    make_walk()

    page = Page(post(client, key='"><b>x</b>', phone="1"))

    assert page.key() == '"><b>x</b>'
    assert "<b>x</b>" not in page.html


# --- What no browser sends ---------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize(
    "body",
    [
        b"&".join(b"f%d=1" % number for number in range(10_000)),
        b"full_name=" + b"x" * (2 * 1024 * 1024),
    ],
    ids=["10000-fields", "two-megabytes"],
)
def test_too_much_is_refused_in_the_language_of_the_page(
    body: bytes, language: str, client: Client
) -> None:
    make_walk()

    response = client.generic("POST", FORM[language], body, "application/x-www-form-urlencoded")

    assert response.status_code in (400, 413)
    assert Page(response).foreign_words(language) == []


@pytest.mark.parametrize(
    "body",
    [b"full_name=%FF%FE&phone=%80", b"full_name=%ED%A0%80", b"full_name=\xff", b"%%%=&&&=", b""],
)
def test_bytes_that_are_no_text_are_answered_like_wrong_fields(body: bytes, client: Client) -> None:
    make_walk()

    response = client.generic("POST", FORM["ur"], body, "application/x-www-form-urlencoded")

    assert response.status_code == 200
    assert Page(response).errors()


def _multipart(name: str, value: bytes) -> bytes:
    head = f'--X\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode()
    return head + value + b"\r\n--X--\r\n"


@pytest.mark.parametrize("charset", ["utf-8", "utf-7", "unicode_escape", "hex", "nonsense"])
@pytest.mark.parametrize("name", ["full_name", "names", "key", "email", "party_size"])
def test_a_surrogate_by_another_charset_ends_in_the_form(
    name: str, charset: str, client: Client
) -> None:
    make_walk()
    content_type = f"multipart/form-data; boundary=X; charset={charset}"

    response = client.generic(
        "POST", FORM["ur"], _multipart(name, b"+2AA- \\ud800 \xed\xa0\x80"), content_type
    )

    assert response.status_code == 200
    assert Page(response).errors()


@pytest.mark.parametrize("body", [b"--X\r\nbroken", b"--X--", b"--X\r\n\r\n\r\n--X--"])
def test_a_broken_multipart_is_no_error_of_ours(body: bytes, client: Client) -> None:
    make_walk()

    response = client.generic("POST", FORM["ur"], body, "multipart/form-data; boundary=X")

    assert response.status_code in (200, 400)


def test_a_file_in_place_of_a_name_is_a_missing_name(client: Client) -> None:
    make_walk()
    response = post(client, full_name=SimpleUploadedFile("name.txt", b"Ali"))

    assert response.status_code == 200
    assert Page(response).errors() == [NO_NAME]


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(
    fields=st.fixed_dictionaries(
        {
            "full_name": st.text(max_size=200),
            "phone": st.text(max_size=40),
            "email": st.text(max_size=40),
            "party_size": st.text(max_size=5),
            "names": st.text(max_size=80),
            "minors_count": st.text(max_size=3),
            "guardian_phone": st.text(max_size=20),
            "key": st.text(max_size=60),
        }
    )
)
def test_any_text_at_all_gets_an_answer(client: Client, fields: dict[str, str]) -> None:
    if not Event.objects.exists():
        make_walk()

    response = client.post(FORM["ur"], {**fields, "consent": "on", "confirmed": "1"})

    assert response.status_code in (200, 303, 409)
