"""Which days need a second thought, and how a day moves to another year; pure functions."""

import datetime
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from campaigns.rules.years import same_date
from events.enums.hosting import Caution, DateShift

KEY_PURPOSE = "plan"
FRIDAY = 4
FRIDAY_PRAYER = (datetime.time(13), datetime.time(14, 30))
# The disaster management authority asks people not to be active outdoors in the hottest part of
# the day, from mid-April on (advice of 15 April 2025). The hours and the end are our own cautious
# rule: in the plains until the monsoon is over, in the valleys of the north in high summer only.
HOT_MONTHS = range(4, 10)
HOT_MONTHS_OF_THE_NORTH = range(6, 9)
HOT_HOURS = (datetime.time(10), datetime.time(17))
NORTH_FROM_LATITUDE = 34.2
# Of fixed date, as the Cabinet Division notifies them year after year.
FIXED_HOLIDAYS = ((2, 5), (3, 23), (5, 1), (5, 28), (8, 14), (11, 9), (12, 25))


@dataclass(frozen=True, slots=True)
class When:
    """A day, and its hours as far as they are known."""

    day: datetime.date
    starts: datetime.time | None = None
    ends: datetime.time | None = None

    def meets(self, hours: tuple[datetime.time, datetime.time]) -> bool:
        """Tell whether it takes place in these hours; without an hour it may."""
        if self.starts is None:
            return True
        first, last = hours
        ends = self.ends or datetime.time.max
        return self.starts < last and ends > first


@dataclass(frozen=True, slots=True)
class CityPlan:
    """The same event in many cities: common words and hours, and how many may come in each.

    `words` are fields of Event, titles without the city's name; `capacities` is by city slug.
    """

    kind: str
    year: int
    when: When
    words: dict[str, str]
    capacities: dict[str, int] = field(default_factory=dict)


def cautions_about(when: When, latitude: float, today: datetime.date) -> list[Caution]:
    """Return what the calendar and the climate say of a day in a place."""
    found = []
    if when.day <= today:
        found.append(Caution.PAST)
    if when.day.weekday() == FRIDAY:
        found.append(Caution.FRIDAY_PRAYER if when.meets(FRIDAY_PRAYER) else Caution.FRIDAY)
    if is_hot(when, latitude):
        found.append(Caution.HEAT)
    return found


def is_hot(when: When, latitude: float) -> bool:
    """Tell whether people would walk through the hours of heat."""
    is_north = latitude >= NORTH_FROM_LATITUDE
    months = HOT_MONTHS_OF_THE_NORTH if is_north else HOT_MONTHS
    return when.day.month in months and when.meets(HOT_HOURS)


def moved_to_year(day: datetime.date, year: int, shift: DateShift) -> datetime.date:
    """Return the day's counterpart in another year: its date, or its weekday nearest to it.

    29 February becomes 28 February in a year without one.
    """
    moved = same_date(day, year)
    if shift == DateShift.DATE:
        return moved
    forward = (day.weekday() - moved.weekday()) % 7
    return moved + datetime.timedelta(days=forward if forward <= 3 else forward - 7)


def names_one_of(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text names one of these people, whatever the size of its letters."""
    folded = text.casefold()
    return any(name.casefold() in folded for name in names)


def free_name(wanted: str, taken: Container[str]) -> str:
    """Return a name nobody has: "walk-multan-2027", then "walk-multan-2027-2" and so on."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
