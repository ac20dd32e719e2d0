"""Mobiles of Pakistan from any spelling, shown whole or masked."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.errors import InvalidPhone
from participants.rules.phones import (
    is_demonstration,
    masked,
    national_form,
    to_e164,
    whatsapp_address,
)
from urdu.letters import ARABIC_DIGITS, LATIN_DIGITS, URDU_DIGITS


@pytest.mark.parametrize(
    "typed",
    [
        "03331110566",
        "0333-1110566",
        "0333 111 0566",
        "(0333) 1110566",
        "+923331110566",
        "+92 (0)333 1110566",
        "00923331110566",
        "923331110566",
        "3331110566",
        "۰۳۳۳-۱۱۱۰۵۶۶",
        "٠٣٣٣١١١٠٥٦٦",
        "+۹۲ ۳۳۳ ۱۱۱۰۵۶۶",
    ],
)
def test_to_e164_reads_every_spelling(typed: str) -> None:
    assert to_e164(typed) == "+923331110566"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "12345",
        "1099",
        "15",
        "0333111056",
        "033311105667",
        "042-35761234",
        "111-247-786",
        "+91 98765 43210",
        "+1 202 555 0123",
        "0399-1234567",
        "35202-1234567-1",
        "phone",
        "+",
        "9" * 100_000,
    ],
)
def test_to_e164_refuses_what_is_no_mobile_of_pakistan(typed: str) -> None:
    with pytest.raises(InvalidPhone):
        to_e164(typed)


@given(
    tail=st.text(LATIN_DIGITS, min_size=7, max_size=7),
    digits=st.sampled_from([LATIN_DIGITS, URDU_DIGITS, ARABIC_DIGITS]),
    prefix=st.sampled_from(["0", "+92", "0092", "92", ""]),
    separator=st.sampled_from(["", " ", "-", ".", "\u00a0", "‑"]),
)
def test_to_e164_knows_one_number_behind_any_spelling(
    tail: str, digits: str, prefix: str, separator: str
) -> None:
    latin = f"{prefix}300{separator}{tail}"
    typed = latin.translate(str.maketrans(LATIN_DIGITS, digits))

    assert to_e164(typed) == f"+92300{tail}"


@given(st.text(max_size=40))
def test_to_e164_of_any_text_is_a_number_or_refused(typed: str) -> None:
    try:
        number = to_e164(typed)
    except InvalidPhone:
        return

    assert to_e164(number) == number
    assert to_e164(national_form(number)) == number


@pytest.mark.parametrize(
    ("phone", "whole", "hidden"),
    [("+923331110566", "0333-1110566", "···· 0566"), ("", "", "")],
)
def test_a_phone_is_shown_whole_or_masked(phone: str, whole: str, hidden: str) -> None:
    assert (national_form(phone), masked(phone)) == (whole, hidden)


def test_numbers_of_the_demonstration_are_known() -> None:
    known = [is_demonstration(phone) for phone in ("+923991234567", "+923001234567", "")]

    assert known == [True, False, False]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatsapp_address_carries_any_text_whole(text: str) -> None:
    query = urlsplit(whatsapp_address(text)).query

    assert parse_qs(query, keep_blank_values=True) == {"text": [text]}
