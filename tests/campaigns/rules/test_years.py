"""A year's words and days in another year."""

import datetime

import pytest

from campaigns.rules.years import names_a_day, same_date, with_year


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("World Day 2027", "World Day 2028"),
        ("#Walk2027", "#Walk2028"),
        ("عالمی دن ۲۰۲۷", "عالمی دن 2028"),
        ("Since 2022, and in 2027.", "Since 2022, and in 2028."),
        ("20270, 12027, 0202-7", "20270, 12027, 0202-7"),
        ("", ""),
    ],
)
def test_with_year_moves_that_year_alone(text: str, moved: str) -> None:
    assert with_year(text, 2027, 2028) == moved


@pytest.mark.parametrize(
    "text",
    [
        "Six cities walk on Sunday 1 August 2027.",
        "in August 2027",
        "the 30th of July",
        "July 30",
        "اتوار، 1 اگست 2027 کو",
        "جولائی 2027 میں",
        "۳۰ جولائی",
    ],
)
def test_a_text_with_a_day_is_known(text: str) -> None:
    assert names_a_day(text)


@pytest.mark.parametrize(
    "text", ["It may 2 times be read.", "Marching on 2 legs", "Six cities walk in 2027.", ""]
)
def test_a_text_without_one_is_no_day(text: str) -> None:
    assert not names_a_day(text)


def test_same_date_of_a_leap_day_is_the_28th() -> None:
    assert same_date(datetime.date(2028, 2, 29), 2029) == datetime.date(2029, 2, 28)
    assert same_date(datetime.date(2027, 7, 30), 2028) == datetime.date(2028, 7, 30)
