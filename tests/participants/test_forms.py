"""Fields for people's details: what they forgive, what they refuse, what they make of it."""

import pytest
from django.core.exceptions import ValidationError
from django.forms import Field
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from participants.forms import (
    NAME_MAX_LENGTH,
    NAMES_MAX_LENGTH,
    CountField,
    NameField,
    NamesField,
    OptionalEmailField,
    PhoneField,
    TypedTextField,
)

FIELDS = {
    "text": TypedTextField(),
    "name": NameField(),
    "names": NamesField(),
    "phone": PhoneField(),
    "email": OptionalEmailField(),
    "count": CountField(min_value=0, max_value=6),
}


def refusal(field: Field, typed: object, language: str = "en") -> tuple[str, str]:
    """Return the code and the words with which a field refuses."""
    with translation.override(language), pytest.raises(ValidationError) as refused:
        field.clean(typed)
    (error,) = refused.value.error_list
    return str(error.code), error.messages[0]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  کوثر   عباس ", "کوثر عباس"),
        ("کوثر\x00\u202eعباس\u2069", "کوثرعباس"),
        ("Muhammad Bin-Qasim 2nd", "Muhammad Bin-Qasim 2nd"),
        ("O’Neill", "O’Neill"),
        ("ا" * NAME_MAX_LENGTH, "ا" * NAME_MAX_LENGTH),
        ("Ali\r\nBcc: x", "Ali Bcc: x"),
    ],
)
def test_name_field_keeps_names(typed: str, name: str) -> None:
    assert NameField().clean(typed) == name


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "required"),
        (None, "required"),
        ("\u200b\u200c\u200d", "required"),
        ("\u3164", "required"),
        ("\u0301", "required"),
        ("ا" * (NAME_MAX_LENGTH + 1), "max_length"),
        ("3520212345671", "cnic"),
        ("۳۵۲۰۲-۱۲۳۴۵۶۷-۱", "cnic"),
        ("Ali https://bad.example", "letters"),
        ("bad.example/path", "letters"),
        ("www.bad", "letters"),
        ("ا" + "\u064b" * 100, "letters"),
        ("123", "letters"),
        ("!!!", "letters"),
    ],
)
def test_name_field_refuses_what_is_no_name(typed: str | None, code: str) -> None:
    assert refusal(NameField(), typed)[0] == code


def test_name_field_that_is_optional_may_stay_empty() -> None:
    assert NameField(required=False).clean("") == ""


def test_names_field_reads_one_name_a_line() -> None:
    names = NamesField().clean(" علی \r\n\r\nBilal Ahmed\n\u200b\n")

    assert names == ("علی", "Bilal Ahmed")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "required"),
        ("علی\n3520212345671", "cnic"),
        ("ا" * 200, "max_length"),
        ("ا\n" * NAMES_MAX_LENGTH, "max_length"),
    ],
)
def test_names_field_refuses_as_a_name_does(typed: str, code: str) -> None:
    assert refusal(NamesField(), typed)[0] == code


def test_names_field_says_which_lines_are_no_names() -> None:
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        NamesField().clean("علی\n\n0300\nBilal\n" + "!!!\n" * 9)

    assert refused.value.messages == [
        f"Line {number}: Please write a name in letters only." for number in (3, 5, 6, 7, 8)
    ]


def test_phone_field_stores_one_spelling() -> None:
    spellings = ["0300 1234567", "۰۳۰۰\u200e۱۲۳۴۵۶۷", "+92 300\t1234567"]

    assert {PhoneField().clean(typed) for typed in spellings} == {"+923001234567"}


@pytest.mark.parametrize("typed", ["12345", "\x00", "abc", "042 35761234"])
def test_phone_field_refuses_other_numbers_with_an_example(typed: str) -> None:
    assert "0300 1234567" in refusal(PhoneField(), typed)[1]


def test_phone_field_that_is_optional_may_stay_empty() -> None:
    assert PhoneField(required=False).clean("  ") == ""


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" Some.Body@Example.COM ", "Some.Body@example.com"),
        ("a@b.pk\x00", "a@b.pk"),
        ("", ""),
    ],
)
def test_email_field_lowers_the_domain_only(typed: str, address: str) -> None:
    assert OptionalEmailField(required=False).clean(typed) == address


@pytest.mark.parametrize(
    "typed",
    ["somebody", "a@b", "a@b.com\nBcc: c@d.com", "a b@c.com", f"a@{'b' * 60}.{'c.' * 100}com"],
)
def test_email_field_refuses_what_no_mail_reaches(typed: str) -> None:
    code, message = refusal(OptionalEmailField(), typed, "ur")

    assert (code, message) == ("invalid", "درست ای میل پتہ لکھیں۔")


@pytest.mark.parametrize("typed", ["3", "۳", "٣", " 3 ", "3.0"])
def test_count_field_reads_any_digits(typed: str) -> None:
    assert CountField().clean(typed) == 3


@pytest.mark.parametrize("typed", ["abc", "1.5", "9" * 5000, "\x001", "--1", "½"])
def test_count_field_refuses_what_is_no_number(typed: str) -> None:
    assert refusal(CountField(), typed)[0] in ("invalid", "max_value")


@pytest.mark.parametrize("name", FIELDS)
@given(typed=st.text(max_size=60))
def test_any_text_is_taken_clean_or_refused_in_words(name: str, typed: str) -> None:
    said = ""
    try:
        said = str(FIELDS[name].clean(typed))
    except ValidationError as refused:
        said = " ".join(refused.messages)

    assert said or not typed.strip() or name in ("text", "names")
    assert "\x00" not in said
    assert not any("\ud800" <= letter <= "\udfff" for letter in said)


@pytest.mark.parametrize("name", [name for name in FIELDS if name != "text"])
def test_a_megabyte_is_refused_like_anything_else(name: str) -> None:
    assert refusal(FIELDS[name], "ا\n" * 300_000)[1]
