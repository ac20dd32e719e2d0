"""Samples of components: pairs become one language, shapes stay."""

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
