"""Which of two fields a language reads."""

import pytest

from urdu.pairs import pair_field, written_language


@pytest.mark.parametrize(
    ("language", "field"), [("ur", "name_ur"), ("en", "name_en"), ("sd", "name_ur")]
)
def test_pair_field_of_a_third_language_is_the_urdu_one(language: str, field: str) -> None:
    assert pair_field("name", language) == field


def test_written_language_of_a_third_language_is_urdu() -> None:
    assert [written_language(code) for code in ("ur", "en", "sd")] == ["ur", "en", "ur"]
