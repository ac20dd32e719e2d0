"""How a year's words and days become another year's; pure functions."""

import calendar
import datetime
import re

from urdu.dates import MONTH_NAMES
from urdu.digits import to_latin_digits

_MONTHS = "|".join(map(re.escape, MONTH_NAMES))
# "1 August", "1st of August", "August 2027"; a verb "may" is written small.
_DAY = re.compile(
    rf"\d(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{_MONTHS})(?!\w)|(?<!\w)(?:{_MONTHS})[,،]?\s+\d"
)


def same_date(day: datetime.date, year: int) -> datetime.date:
    """Return the date in another year; 29 February becomes 28 in a year without one."""
    last = calendar.monthrange(year, day.month)[1]
    return day.replace(year=year, day=min(day.day, last))


def with_year(text: str, old: int, new: int) -> str:
    """Return the text with one year for the other, in whichever digits it is written.

    Part of a longer number it is no year: "12027" and "20270" stay.
    """
    return re.sub(
        r"(?<!\d)\d{4}(?!\d)",
        lambda found: str(new) if to_latin_digits(found[0]) == str(old) else found[0],
        text,
    )


def names_a_day(text: str) -> bool:
    """Tell whether a text speaks of a day or month of some year, e.g. "1 August 2027"."""
    return _DAY.search(text) is not None
