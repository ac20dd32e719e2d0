"""Which letters a text is written in: most of them decide."""

import pytest

from urdu.scripts import is_in_urdu_letters


@pytest.mark.parametrize(
    ("text", "is_urdu"),
    [
        ("ڈسٹرکٹ بار ایسوسی ایشن", True),
        ("District bar association", False),
        ("گورنمنٹ کالج (GCU) لاہور", True),
        ("Govt. College گورنمنٹ", False),
        ("آگاہی walk", True),
        ("0300-1234567", False),
        ("", False),
    ],
)
def test_most_letters_decide(text: str, is_urdu: bool) -> None:
    assert is_in_urdu_letters(text) is is_urdu
