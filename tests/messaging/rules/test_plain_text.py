"""Plain texts keep numbers in order and links whole."""

from messaging.rules.plain_text import as_plain_text, as_sms
from urdu.sms import segment_count

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


def test_as_sms_turns_isolated_markup_into_marks_old_phones_know() -> None:
    text = as_sms('صبح <bdi dir="ltr" class="num">7:00</bdi> بجے، LHE-7K2QF', "ur")

    assert text == "صبح \u200e7:00\u200e بجے، \u200eLHE-7K2QF\u200e"


def test_as_sms_in_english_marks_nothing_since_each_mark_halves_the_room() -> None:
    text = as_sms('At <bdi dir="ltr" class="num">7:00</bdi> am. ' + "x" * 140, "en")

    assert text.startswith("At 7:00 am. ")
    assert segment_count(text) == 1


def test_as_sms_has_no_blank_line_and_leaves_links_bare() -> None:
    assert as_sms(f"\n\n  لنک:  \n\n{LINK}\n", "ur") == f"لنک:\n{LINK}"
