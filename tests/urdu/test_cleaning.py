"""Typed lines made safe, and what is asked of them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urdu.cleaning import (
    clean_line,
    has_link,
    has_unreasonable_marks,
    is_blank_to_the_eye,
    looks_like_cnic,
)

TYPED = st.text(
    st.one_of(
        st.sampled_from(
            " \n\tابیہ\u064b\u0651\u0654\u0301\u200b\u200c\u200d\u200e\u202e\u2066\x00ea"
        ),
        st.characters(exclude_categories=()),
    )
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  کوثر \n\t عباس  ", "کوثر عباس"),
        ("کوثر\x00 عباس\x1b", "کوثر عباس"),
        ("کوثر\ud800", "کوثر"),
        ("\u202eکوثر\u202c \u2067عباس\u2069\u200e\u200f\u061c", "کوثر عباس"),
        ("کو\u200bثر\ufeff\u2060", "کوثر"),
        ("کوثر \u200b عباس", "کوثر عباس"),
        ("کوثر\u2028عباس", "کوثر عباس"),
        ("مو\u0654من", "مؤمن"),
        ("E\u0301va", "Éva"),
        ("شمس\u200cالدین", "شمس\u200cالدین"),
        ("تعمیرِ\u200cملت", "تعمیرِ\u200cملت"),
        ("ہ\u200dمدم", "ہ\u200dمدم"),
        ("شمس\u200c\u200c\u200cالدین", "شمس\u200cالدین"),
        ("\u200cکوثر\u200c \u200dعباس\u200d", "کوثر عباس"),
        ("\ufffeکوثر\ue000", "کوثر"),
        ("<b>&amp;'", "<b>&amp;'"),
    ],
)
def test_clean_line_keeps_what_is_read(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept


@given(TYPED)
def test_clean_line_twice_changes_nothing(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)


@given(TYPED)
def test_clean_line_result_is_one_storable_composed_line(text: str) -> None:
    cleaned = clean_line(text)

    cleaned.encode()
    assert "\x00" not in cleaned
    assert cleaned == " ".join(cleaned.split())
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not set(cleaned) & set(
        "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\u200b\u200c\u200d", "\u2066\u2069", "\u3164", "\u2800", "\u064b\u0651", "\x00"],
)
def test_is_blank_to_the_eye_nothing_visible(text: str) -> None:
    assert is_blank_to_the_eye(text)


@pytest.mark.parametrize("text", ["ع", "a", "۔", "\u200c1"])
def test_is_blank_to_the_eye_something_visible(text: str) -> None:
    assert not is_blank_to_the_eye(text)


@pytest.mark.parametrize(
    "text", ["ع" + "\u064b" * 5, "a" + "\u0301" * 100, "علی\u0670\u0651\u064e\u0654\u0655"]
)
def test_has_unreasonable_marks_tall_pile(text: str) -> None:
    assert has_unreasonable_marks(text)


@pytest.mark.parametrize("text", ["", "کوثر", "مُحَمَّدٌ رَّسُوْلُ اللّٰہِ", "Nguyễn", "ع" + "\u064b" * 4])
def test_has_unreasonable_marks_real_words(text: str) -> None:
    assert not has_unreasonable_marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "35202-1234567-1",
        "3520212345671",
        "35202 1234567 1",
        "۳۵۲۰۲-۱۲۳۴۵۶۷-۱",
        "٣٥٢٠٢١٢٣٤٥٦٧١",
        "35202–1234567–1",
        "35202\u200e-1234567-1",
        "میرا شناختی کارڈ 35202-1234567-1 ہے",
        "۳۵۲۰۲1234567۱",
    ],
)
def test_looks_like_cnic_thirteen_digits(text: str) -> None:
    assert looks_like_cnic(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0333-1110566",
        "+92 333 1110566",
        "00923331110566",
        "+9251111345786",
        "9251111345786",
        "0300123456789",
        "35202-1234567",
        "135202-1234567-1",
        "LHE-7K2QF",
        "3,300,000",
    ],
)
def test_looks_like_cnic_other_numbers(text: str) -> None:
    assert not looks_like_cnic(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com",
        "HTTP://example.com",
        "www.example.pk",
        "جیتیں example.com پر",
        "bit.ly/3x",
        "prize.zip/now",
        "ｅｘａｍｐｌｅ．ｃｏｍ",
        "exam\u200bple.com",
    ],
)
def test_has_link_web_address(text: str) -> None:
    assert has_link(text)


@pytest.mark.parametrize(
    "text", ["", "کوثر عباس", "M. Ali", "M.Ali", "Dr.Kausar", "walk 7.00", "a/b"]
)
def test_has_link_names(text: str) -> None:
    assert not has_link(text)
