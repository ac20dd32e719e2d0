"""Totals, and which of them may be told without giving anybody away; pure functions."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from campaigns.enums import TallyMeasure
from campaigns.rules import SMALLEST_SHOWN_COUNT, split_small

# Numbers of people; events and organisations are public anyway and told to the last one.
OF_PEOPLE = (
    TallyMeasure.REGISTERED,
    TallyMeasure.ATTENDED,
    TallyMeasure.ESTIMATED,
    TallyMeasure.PLEDGES,
)
MEASURES = tuple(TallyMeasure)


@dataclass(frozen=True, slots=True)
class Count:
    """One number as the rows give it; `city` is a primary key, or None for all cities.

    `sources` are codes of how it is known, only for estimates.
    """

    measure: TallyMeasure
    city: int | None
    value: int
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """What may be told of one measure in one year.

    `total` is None where it is hidden or nothing was counted; `cities` holds what is told city by
    city, by primary key; `others` is the sum of the cities left out, or None where there are none.
    """

    total: int | None = None
    cities: Mapping[int, int] = field(default_factory=dict)
    others: int | None = None


def large_enough(counts: Iterable[int]) -> list[int]:
    """Return the counts that may enter a public sum.

    An event stands on a page of its own with its numbers, so any sum over events minus the large
    ones would tell a small one: small ones enter no sum at all.
    """
    return [count for count in counts if count >= SMALLEST_SHOWN_COUNT]


def published(
    measure: TallyMeasure,
    total: int,
    cities: Mapping[int, int],
    smallest: int = SMALLEST_SHOWN_COUNT,
) -> Published:
    """Return what may be told of a measure; `cities` holds every city that has any.

    Sums over events hold no small event already. Pledges are counted to the last one, so their
    small cities hide behind each other, and behind a larger one where they must.
    """
    if measure not in OF_PEOPLE:
        return Published(total, dict(cities))
    if total < smallest:
        return Published()
    ordered = sorted(cities.items(), key=lambda item: (-item[1], item[0]))
    shown = split_small([count for _city, count in ordered], smallest)
    hidden = sum(count for _city, count in ordered[shown:])
    return Published(total, dict(ordered[:shown]), hidden or None)


def share_of(value: int, largest: int) -> int:
    """Return how long a bar is, in hundredths of the longest; at least one for any number."""
    return max(1, round(100 * value / largest)) if value and largest else 0


def is_in_progress(year: int, today: datetime.date) -> bool:
    """Tell whether a year's numbers still grow: until its last day is over in Karachi."""
    return today.year <= year
