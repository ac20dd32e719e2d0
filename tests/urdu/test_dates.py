"""Dates and times as people say them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from urdu.dates import (
    format_clock,
    format_clock_range,
    format_day,
    format_month,
)
from urdu.isolation import isolate_html


def test_format_day_urdu() -> None:
    assert format_day(date(2026, 7, 30), "ur") == "جمعرات، 30 جولائی 2026"


def test_format_day_english_day_first() -> None:
    assert format_day(date(2026, 7, 30), "en") == "Thursday, 30 July 2026"


def test_format_day_every_weekday_in_urdu() -> None:
    days = [format_day(date(2027, 8, day), "ur").split("،")[0] for day in range(2, 9)]

    assert days == ["پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"]


def test_format_month_every_month_in_urdu() -> None:
    months = [format_month(2022, month, "ur") for month in range(1, 13)]

    assert months == [
        "جنوری 2022",
        "فروری 2022",
        "مارچ 2022",
        "اپریل 2022",
        "مئی 2022",
        "جون 2022",
        "جولائی 2022",
        "اگست 2022",
        "ستمبر 2022",
        "اکتوبر 2022",
        "نومبر 2022",
        "دسمبر 2022",
    ]


def test_format_month_english() -> None:
    assert format_month(2022, 7, "en") == "July 2022"


@pytest.mark.parametrize("month", [0, 13, -1])
def test_format_month_impossible_month_is_refused(month: int) -> None:
    with pytest.raises(ValueError, match="month must be in"):
        format_month(2022, month, "ur")


@pytest.mark.parametrize(
    ("moment", "urdu", "english"),
    [
        (time(0, 0), "رات 12:00 بجے", "12:00 midnight"),
        (time(0, 30), "رات 12:30 بجے", "12:30 am"),
        (time(3, 59), "رات 3:59 بجے", "3:59 am"),
        (time(4, 0), "صبح 4:00 بجے", "4:00 am"),
        (time(7, 0), "صبح 7:00 بجے", "7:00 am"),
        (time(9, 30), "صبح 9:30 بجے", "9:30 am"),
        (time(11, 59), "صبح 11:59 بجے", "11:59 am"),
        (time(12, 0), "دوپہر 12:00 بجے", "12:00 noon"),
        (time(12, 5), "دوپہر 12:05 بجے", "12:05 pm"),
        (time(14, 30), "دوپہر 2:30 بجے", "2:30 pm"),
        (time(15, 0), "سہ پہر 3:00 بجے", "3:00 pm"),
        (time(16, 59), "سہ پہر 4:59 بجے", "4:59 pm"),
        (time(17, 0), "شام 5:00 بجے", "5:00 pm"),
        (time(19, 59), "شام 7:59 بجے", "7:59 pm"),
        (time(20, 0), "رات 8:00 بجے", "8:00 pm"),
        (time(23, 59), "رات 11:59 بجے", "11:59 pm"),
    ],
)
def test_format_clock_names_the_part_of_the_day(moment: time, urdu: str, english: str) -> None:
    assert format_clock(moment, "ur") == urdu
    assert format_clock(moment, "en") == english


def test_format_clock_datetime_reads_its_own_wall_clock() -> None:
    moment = datetime(2027, 8, 1, 7, 0, tzinfo=ZoneInfo("Asia/Karachi"))

    assert format_clock(moment, "ur") == "صبح 7:00 بجے"


def test_format_clock_isolate_surrounds_the_figures_only() -> None:
    shown = format_clock(time(9, 30), "ur", isolate=isolate_html)

    assert shown == 'صبح <bdi dir="ltr" class="num">9:30</bdi> بجے'


@pytest.mark.parametrize(
    ("start", "end", "urdu", "english"),
    [
        (time(7, 0), time(9, 0), "صبح 7:00 سے 9:00 بجے تک", "7:00 to 9:00 am"),
        (
            time(10, 0),
            time(13, 0),
            "صبح 10:00 سے دوپہر 1:00 بجے تک",
            "10:00 am to 1:00 pm",
        ),
        (
            time(14, 0),
            time(16, 0),
            "دوپہر 2:00 سے سہ پہر 4:00 بجے تک",
            "2:00 to 4:00 pm",
        ),
    ],
)
def test_format_clock_range_names_parts_that_differ(
    start: time, end: time, urdu: str, english: str
) -> None:
    assert format_clock_range(start, end, "ur") == urdu
    assert format_clock_range(start, end, "en") == english


def test_format_clock_range_isolates_each_time() -> None:
    shown = format_clock_range(time(7), time(9), "ur", isolate=lambda figures: f"[{figures}]")

    assert shown == "صبح [7:00] سے [9:00] بجے تک"


def test_every_function_with_a_third_language_says_it_in_urdu() -> None:
    day, moment = date(2026, 7, 30), time(9, 30)

    assert format_day(day, "sd") == format_day(day, "ur")
    assert format_month(2026, 7, "sd") == format_month(2026, 7, "ur")
    assert format_clock(moment, "sd") == format_clock(moment, "ur")
    assert format_clock_range(moment, moment, "sd") == format_clock_range(moment, moment, "ur")
