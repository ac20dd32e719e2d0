"""Dates and times as people say them, in Urdu and English; in a third language as in Urdu."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from urdu.pairs import written_language

_MONTHS = {
    "ur": (
        "جنوری",
        "فروری",
        "مارچ",
        "اپریل",
        "مئی",
        "جون",
        "جولائی",
        "اگست",
        "ستمبر",
        "اکتوبر",
        "نومبر",
        "دسمبر",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
# In both languages, for whoever looks for a day in a text.
MONTH_NAMES = (*_MONTHS["ur"], *_MONTHS["en"])
_WEEKDAYS = {
    "ur": ("پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_COMMA = {"ur": "،", "en": ","}

# The first hour of each part of the day, as invitations in Pakistan are worded.
_PARTS_OF_DAY = (
    (20, "رات"),
    (17, "شام"),
    (15, "سہ پہر"),
    (12, "دوپہر"),
    (4, "صبح"),
    (0, "رات"),
)


def format_day(day: date, language: str) -> str:
    """Return "جمعرات، 30 جولائی 2026" for "ur", "Thursday, 30 July 2026" for "en"."""
    weekday = _words(_WEEKDAYS, language)[day.weekday()]
    return (
        f"{weekday}{_COMMA[written_language(language)]} {_day_and_month(day, language)} {day.year}"
    )


def format_month(year: int, month: int, language: str) -> str:
    """Return "جولائی 2022" or "July 2022"; ValueError when month is not 1 to 12."""
    return f"{_month_name(date(year, month, 1), language)} {year}"


def format_clock(
    moment: time | datetime, language: str, isolate: Callable[[str], str] = str
) -> str:
    """Return "صبح 9:30 بجے" or "9:30 am", by the wall clock that the moment itself carries.

    Parts of the Urdu day: رات from 20, صبح from 4, دوپہر from 12, سہ پہر from 15, شام from 17.
    English says "12:00 noon" and "12:00 midnight", since 12 am and 12 pm are misread.
    `isolate` is laid around the figures, e.g. isolate_html.
    """
    part = _part_of_day(moment, language)
    figures = isolate(_figures(moment))
    return f"{part} {figures} بجے" if written_language(language) == "ur" else f"{figures} {part}"


def format_clock_range(
    start: time | datetime,
    end: time | datetime,
    language: str,
    isolate: Callable[[str], str] = str,
) -> str:
    """Return "صبح 7:00 سے 9:00 بجے تک" or "7:00 to 9:00 am".

    Both parts of the day are named when they differ: "صبح 10:00 سے دوپہر 1:00 بجے تک".
    """
    starts, ends = _part_of_day(start, language), _part_of_day(end, language)
    first, last = isolate(_figures(start)), isolate(_figures(end))
    if written_language(language) == "ur":
        closing = last if starts == ends else f"{ends} {last}"
        return f"{starts} {first} سے {closing} بجے تک"
    opening = first if starts == ends else f"{first} {starts}"
    return f"{opening} to {last} {ends}"


def _words(table: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    return table[written_language(language)]


def _day_and_month(day: date, language: str) -> str:
    return f"{day.day} {_month_name(day, language)}"


def _month_name(day: date, language: str) -> str:
    return _words(_MONTHS, language)[day.month - 1]


def _figures(moment: time | datetime) -> str:
    return f"{moment.hour % 12 or 12}:{moment.minute:02d}"


def _part_of_day(moment: time | datetime, language: str) -> str:
    if written_language(language) == "ur":
        return next(name for first_hour, name in _PARTS_OF_DAY if moment.hour >= first_hour)
    if moment.minute == 0 and moment.hour in (0, 12):
        return "noon" if moment.hour else "midnight"
    return "am" if moment.hour < 12 else "pm"
