"""Abbreviations by the Urdu names of their letters."""

import pytest

from urdu.folding import fold
from urdu.letter_names import spelled_out


@pytest.mark.parametrize(
    ("typed", "urdu"),
    [("FIA", "ایف آئی اے"), ("ssdo", "ایس ایس ڈی او"), ("UNODC", "یو این او ڈی سی")],
)
def test_spelled_out_abbreviation_is_as_urdu_texts_write_it(typed: str, urdu: str) -> None:
    assert spelled_out(typed) == fold(urdu)


@pytest.mark.parametrize("typed", ["", "un", "trafficking", "f.i.a", "علی", "1099"])
def test_spelled_out_anything_else_is_nothing(typed: str) -> None:
    assert spelled_out(typed) == ""
