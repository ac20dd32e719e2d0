"""How many parts a text message is sent in."""

import pytest

from urdu.isolation import isolate_sms
from urdu.sms import plain_spelling, segment_count, sms_length


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 0),
        ("a", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 80 + "a", 2),
        # 153 is odd: the last place of a part stays empty rather than split a pair.
        ("€" * 152, 2),
        ("€" * 153, 3),
        ("ع" * 70, 1),
        ("ع" * 71, 2),
        ("ع" * 134, 2),
        ("ع" * 135, 3),
        ("a" * 70 + "ع", 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("😀" * 66, 2),
        ("😀" * 67, 3),
        ("\ud800", 1),
    ],
)
def test_segment_count_at_the_limits(text: str, parts: int) -> None:
    assert segment_count(text) == parts


def test_segment_count_one_direction_mark_shortens_a_latin_message() -> None:
    text = "Walk for freedom, Lahore: registered. Code LHE-7K2QF, helpline 0333-1110566"

    assert segment_count(text) == 1
    assert segment_count(f"{text} {isolate_sms('7:00')}") == 2


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", (0, 0, 160)),
        ("a" * 160, (1, 160, 160)),
        ("a" * 161, (2, 161, 306)),
        ("€" * 81, (2, 162, 306)),
        ("ع" * 70, (1, 70, 70)),
        ("ع" * 71, (2, 71, 134)),
        ("😀", (1, 2, 70)),
    ],
)
def test_sms_length_names_parts_letters_and_their_room(
    text: str, length: tuple[int, int, int]
) -> None:
    assert sms_length(text) == length


def test_plain_spelling_keeps_an_english_message_in_the_networks_own_alphabet() -> None:
    text = "Don’t sign – “ask first” … then go · "

    assert plain_spelling(text) == 'Don\'t sign - "ask first" ... then go - '
    assert segment_count(plain_spelling(text) + "a" * 100) == 1
    assert segment_count(text + "a" * 100) == 3
