"""Notices of providers and lines of sheets, as they really look."""

import pytest

from campaigns.rules.received import Received, from_cells, from_meta, from_twilio, sender
from tests.campaigns.notices import META_NOTICE, META_STATUS, twilio_fields


def test_from_meta_reads_a_captured_notice() -> None:
    assert from_meta(META_NOTICE) == [
        Received("+923331110566", ("7K2QFA",), "wamid.HBgMOTIzMzMxMTEwNTY2FQIAEhgUM0E")
    ]


@pytest.mark.parametrize(
    "body", [META_STATUS, b"{}", b'{"entry": 7}', b'{"entry": [{"changes": [{"value": []}]}]}']
)
def test_from_meta_finds_nothing_in_other_notices(body: bytes) -> None:
    assert from_meta(body) == []


@pytest.mark.parametrize("body", [b"", b"[]", b"7", b"{", b"\xff\xfe"])
def test_from_meta_refuses_what_is_no_notice(body: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        from_meta(body)


def test_from_twilio_reads_texts_and_whatsapp() -> None:
    text = from_twilio(twilio_fields())
    whatsapp = from_twilio(twilio_fields(From="whatsapp:+923331110566"))

    assert text == whatsapp == [Received("+923331110566", ("7K2QFA",), "SM1")]
    assert from_twilio({"From": "+923331110566"}) == []


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("923331110566", "+923331110566"),
        ("+923331110566", "+923331110566"),
        ("03331110566", "+923331110566"),
        ("8080", ""),
        ("+14155550100", ""),
        ("", ""),
    ],
)
def test_sender_is_a_mobile_of_pakistan_or_nobody(typed: str, phone: str) -> None:
    assert sender(typed) == phone


@pytest.mark.parametrize(
    ("cells", "phone", "codes"),
    [
        (["20-07-2027 09:15", "0333-1110566", "missed"], "+923331110566", ()),
        (["۰۳۳۳ ۱۱۱۰۵۶۶", "میرا عہد 7k2qfa"], "+923331110566", ("7K2QFA",)),
        (["923331110566"], "+923331110566", ()),
        (["3331110566"], "+923331110566", ()),
        (["+92 333 111 0566 (3)"], "+923331110566", ()),
        (["From: 03331110566 text: عہد 7K2QFA"], "+923331110566", ("7K2QFA",)),
        (["Number", "Time"], "", ()),
        (["042-35761999"], "", ()),
        (["35202-1234567-1"], "", ()),
    ],
)
def test_from_cells_finds_the_number_in_mixed_columns(
    cells: list[str], phone: str, codes: tuple[str, ...]
) -> None:
    assert from_cells(cells, "1") == Received(phone, codes, "1")
