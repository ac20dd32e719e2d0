"""Samples of components: pairs become one language, shapes stay."""

from datetime import UTC, datetime

from django.utils.safestring import SafeString

from site_pages.rules.specimens import in_language


def test_in_language_takes_one_side_of_each_pair_and_keeps_the_shape() -> None:
    value = {"items": [{"title": {"en": "Lahore", "ur": "لاہور"}, "count": 3}]}

    assert in_language(value, "ur") == {"items": [{"title": "لاہور", "count": 3}]}
    assert in_language(value, "en") == {"items": [{"title": "Lahore", "count": 3}]}


def test_in_language_escapes_words_and_isolates_their_numbers() -> None:
    drawn = in_language({"en": "a < b", "ur": "0333-1110566 <پر>"}, "ur")

    assert drawn == '<bdi dir="ltr" class="num">0333-1110566</bdi> &lt;پر&gt;'
    assert isinstance(drawn, SafeString)


def test_in_language_leaves_markup_that_is_said_to_be_safe() -> None:
    assert in_language({"safe": {"en": "<b>a</b>", "ur": "<b>ب</b>"}}, "en") == "<b>a</b>"


def test_in_language_makes_rows_and_moments_of_what_stands_for_them() -> None:
    drawn = in_language(
        {"row": {"name_en": "ILO", "at": {"moment": "2027-07-30T04:30:00+00:00"}}}, "en"
    )

    assert (drawn.name_en, drawn.at) == ("ILO", datetime(2027, 7, 30, 4, 30, tzinfo=UTC))
