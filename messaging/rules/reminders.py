"""When reminders and thanks leave, by Pakistan's clock; pure functions."""

import datetime
from typing import NamedTuple

from messaging.rules.quiet_hours import KARACHI

EVENING_BEFORE = datetime.time(18)
NOT_BEFORE = datetime.time(5)
AHEAD = datetime.timedelta(hours=2)
THANKS_AT = datetime.time(10)
ONE_DAY = datetime.timedelta(days=1)
THANKS_WINDOW = 3 * ONE_DAY


class Window(NamedTuple):
    """From when a message is of use, and until when."""

    opens_at: datetime.datetime
    closes_at: datetime.datetime

    def holds(self, moment: datetime.datetime) -> bool:
        """Tell whether a moment lies inside."""
        return self.opens_at <= moment < self.closes_at


def day_before(happens_on: datetime.date) -> Window:
    """Return the evening before, until midnight."""
    return Window(_at(happens_on - ONE_DAY, EVENING_BEFORE), _at(happens_on, datetime.time()))


def same_morning(starts_at: datetime.datetime) -> Window:
    """Return the two hours before an event, never before five; empty where it starts by then."""
    earliest = _at(starts_at.astimezone(KARACHI).date(), NOT_BEFORE)
    return Window(max(starts_at - AHEAD, earliest), starts_at)


def day_after(happens_on: datetime.date) -> Window:
    """Return the days on which thanks are still welcome."""
    opens_at = _at(happens_on + ONE_DAY, THANKS_AT)
    return Window(opens_at, opens_at + THANKS_WINDOW)


def _at(day: datetime.date, clock: datetime.time) -> datetime.datetime:
    return datetime.datetime.combine(day, clock, tzinfo=KARACHI)
