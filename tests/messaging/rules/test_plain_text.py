"""Plain bodies keep numbers in order and links whole."""

from messaging.rules.plain_text import as_plain_text

LINK = "https://hamqadam.test/ur/my/Ab-1_9/?a=1-2"


def test_as_plain_text_turns_isolated_markup_into_signs() -> None:
    text = as_plain_text('صبح <bdi dir="ltr" class="num">7:00</bdi> بجے', "ur")

    assert text == "صبح \u20667:00\u2069 بجے\n"


def test_as_plain_text_isolates_raw_numbers_in_urdu_only() -> None:
    urdu = as_plain_text("حوالہ LHE-7K2QF", "ur")
    english = as_plain_text("Reference LHE-7K2QF", "en")

    assert urdu == "حوالہ \u2066LHE-7K2QF\u2069\n"
    assert english == "Reference LHE-7K2QF\n"


def test_as_plain_text_leaves_links_bare() -> None:
    assert as_plain_text(f"لنک:\n{LINK}\n", "ur") == f"لنک:\n{LINK}\n"


def test_as_plain_text_leaves_what_people_typed_unescaped() -> None:
    assert as_plain_text("A &amp; <b>\n\n\n\nend", "en") == "A &amp; <b>\n\nend\n"
