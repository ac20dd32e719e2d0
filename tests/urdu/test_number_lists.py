"""Numbers as people type them off paper, in Urdu and in English."""

import pytest

from urdu.number_lists import read_numbers

LONGEST = 500


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1-14,17,20", [*range(1, 15), 17, 20]),
        ("14-1", list(range(1, 15))),
        ("۱-۱۴،۱۷،۲۰", [*range(1, 15), 17, 20]),
        ("١ - ٣ ، ٥", [1, 2, 3, 5]),
        ("  3   1  2 ", [1, 2, 3]),
        ("1–3, 7—9", [1, 2, 3, 7, 8, 9]),
        ("1 تا 3", [1, 2, 3]),
        ("1 to 3", [1, 2, 3]),
        ("5,5,4-6", [4, 5, 6]),
        ("1\n2\n3", [1, 2, 3]),
        ("007", [7]),
        ("", []),
    ],
)
def test_read_numbers_in_every_spelling(typed: str, numbers: list[int]) -> None:
    read = read_numbers(typed, LONGEST)

    assert list(read.counts) == numbers
    assert read.wrong == []


def test_read_numbers_with_a_count_of_the_party() -> None:
    assert read_numbers("3, 12:3، ۱۵ : ۲", LONGEST).counts == {3: None, 12: 3, 15: 2}


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("0", ["0"]),
        ("abc 5", ["abc"]),
        ("1-2-3", ["1-2-3"]),
        ("-5", ["-5"]),
        ("5-", ["5-"]),
        ("1-99999", ["1-99999"]),
        ("123456", ["123456"]),
        ("4:0", ["4:0"]),
        ("1e3", ["1e3"]),
        ("½", ["½"]),
    ],
)
def test_read_numbers_says_what_is_none(typed: str, wrong: list[str]) -> None:
    assert read_numbers(typed, LONGEST).wrong == wrong
