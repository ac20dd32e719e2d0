"""What a message may say on a locked phone, what it costs, and the links it is opened with."""

from decimal import Decimal

import pytest

from events.talking.rules import (
    PREVIEW_LENGTH,
    cost_of_texts,
    names_the_campaign,
    preview_of,
    sms_address,
)


@pytest.mark.parametrize(
    "text",
    [
        "Walk against human TRAFFICKING",
        "Stop bonded labour now",
        "انسانی اسمگلنگ کے خلاف واک",
        "انساني سمگلنگ",
        "جبری مشقت کے خلاف",
        "بانڈڈ لیبر",
        "غلامی نہیں",
    ],
)
def test_names_the_campaign_in_every_spelling(text: str) -> None:
    assert names_the_campaign(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Please bring water. The traffic police close Mall Road at 6.",
        "پانی ساتھ لائیں۔ غلام رسول گیٹ پر ملیں گے۔",
        "بس صبح 6 بجے چلے گی",
    ],
)
def test_names_the_campaign_not_where_words_only_resemble(text: str) -> None:
    assert not names_the_campaign(text)


def test_preview_of_a_long_text_is_what_a_phone_shows() -> None:
    assert preview_of("x" * 200) == "x" * PREVIEW_LENGTH


def test_cost_of_texts_counts_the_parts_of_each_language() -> None:
    cost = cost_of_texts({"ur": 10, "en": 4}, {"ur": 3, "en": 1}, Decimal("2.5"))

    assert (cost.people, cost.parts, cost.rupees) == (14, 34, Decimal("85.0"))


def test_cost_of_texts_without_a_price_says_none() -> None:
    assert cost_of_texts({"ur": 1, "en": 0}, {"ur": 2, "en": 1}, None).rupees is None


def test_sms_address_carries_urdu_and_line_breaks() -> None:
    address = sms_address("+923001234567", "سلام\n& 1")

    assert address == "sms:+923001234567?body=%D8%B3%D9%84%D8%A7%D9%85%0A%26%201"
