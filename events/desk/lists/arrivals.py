"""Arrivals over time: bars of a picture, and the same numbers as a table."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from events.desk.lists.screen import Cell
from urdu.dates import format_clock
from urdu.isolation import isolate_html

# A picture of more bars than this is a smear on a phone.
MOST_BARS = 90
STEPS_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 360, 1440)
HEIGHT = 100
BAR_STEP, BAR_WIDTH = 10, 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar in the picture's own units, from the top left."""

    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class ArrivalChart:
    """A picture of arrivals, in words, as bars, and as rows of a table."""

    title: str
    summary: SafeString
    width: int
    height: int
    bar_width: int
    bars: list[Bar]
    starts: SafeString
    ends: SafeString
    rows: list[list[Cell]]


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time: when it begins, how many came in it, how many were in at its end."""

    begins_at: datetime.datetime
    came: int
    total: int


def slots_of(
    arrivals: Sequence[tuple[datetime.datetime, int]],
) -> tuple[int, list[Slot]]:
    """Return the minutes of a slot, and slots from the first arrival to the last without a gap.

    What was taken back counts against its own slot.
    """
    if not arrivals:
        return STEPS_MINUTES[0], []
    moments = [_minute(moment) for moment, _count in arrivals]
    first, last = min(moments), max(moments)
    minutes = next(
        (step for step in STEPS_MINUTES if (last - first) // step < MOST_BARS), STEPS_MINUTES[-1]
    )
    start = first - first % minutes
    came: Counter[int] = Counter()
    for moment, (_at, count) in zip(moments, arrivals, strict=True):
        came[(moment - start) // minutes] += count
    slots, total = [], 0
    for at in range(min((last - start) // minutes + 1, MOST_BARS)):
        total += came[at]
        begins = datetime.datetime.fromtimestamp((start + at * minutes) * 60, tz=datetime.UTC)
        slots.append(Slot(begins, came[at], total))
    return minutes, slots


def _minute(moment: datetime.datetime) -> int:
    return int(moment.timestamp()) // 60


def chart_of(
    arrivals: Sequence[tuple[datetime.datetime, int]], language: str
) -> ArrivalChart | None:
    """Return the picture and its table in the page's language; None before anybody came."""
    minutes, slots = slots_of(arrivals)
    most = max((slot.came for slot in slots), default=0)
    if most <= 0:
        return None
    busiest = next(slot for slot in slots if slot.came == most)
    return ArrivalChart(
        title=_title(minutes),
        summary=_summary(slots, busiest, language),
        width=len(slots) * BAR_STEP,
        height=HEIGHT,
        bar_width=BAR_WIDTH,
        bars=[_bar(at, slot.came, most) for at, slot in enumerate(slots) if slot.came > 0],
        starts=_clock(slots[0].begins_at, language),
        ends=_clock(slots[-1].begins_at, language),
        rows=[_cells(slot, language) for slot in slots if slot.came],
    )


def _title(minutes: int) -> str:
    if minutes == 1:
        return gettext("Arrivals by the minute")
    return ngettext(
        "Arrivals, every %(count)d minute", "Arrivals, every %(count)d minutes", minutes
    ) % {"count": minutes}


def _summary(slots: Sequence[Slot], busiest: Slot, language: str) -> SafeString:
    words = gettext("%(total)s in; most at %(clock)s: %(most)s.") % {
        "total": isolate_html(str(slots[-1].total)),
        "clock": _clock(busiest.begins_at, language),
        "most": isolate_html(str(busiest.came)),
    }
    return mark_safe(words)


def _bar(at: int, count: int, most: int) -> Bar:
    height = max(2, round(count * HEIGHT / most))
    return Bar(at * BAR_STEP, HEIGHT - height, height)


def _cells(slot: Slot, language: str) -> list[Cell]:
    return [
        Cell(gettext("From"), _clock(slot.begins_at, language), "main"),
        Cell(gettext("Arrived"), mark_safe(isolate_html(str(slot.came))), "number"),
        Cell(gettext("In by then"), mark_safe(isolate_html(str(slot.total))), "number"),
    ]


def _clock(moment: datetime.datetime, language: str) -> SafeString:
    return mark_safe(format_clock(timezone.localtime(moment), language, isolate=isolate_html))
