"""When reminders and thanks leave."""

import datetime

import pytest

from messaging.rules.quiet_hours import KARACHI
from messaging.rules.reminders import Window, day_after, day_before, same_morning

DAY = datetime.date(2027, 8, 1)


def at(day: int, hour: int, minute: int = 0) -> datetime.datetime:
    """Return a moment around 1 August 2027 by Pakistan's clock."""
    midnight = datetime.datetime.combine(DAY, datetime.time(), tzinfo=KARACHI)
    return midnight + datetime.timedelta(days=day - 1, hours=hour, minutes=minute)


def test_day_before_is_the_evening_until_midnight() -> None:
    assert day_before(DAY) == Window(at(0, 18), at(1, 0))


@pytest.mark.parametrize(
    ("starts", "opens"),
    [(at(1, 9), at(1, 7)), (at(1, 7), at(1, 5)), (at(1, 6), at(1, 5)), (at(1, 18), at(1, 16))],
)
def test_same_morning_is_two_hours_before_and_never_before_five(
    starts: datetime.datetime, opens: datetime.datetime
) -> None:
    assert same_morning(starts.astimezone(datetime.UTC)) == Window(opens, starts)


def test_same_morning_of_what_starts_by_five_is_never() -> None:
    window = same_morning(at(1, 4, 30))

    assert not any(window.holds(at(1, hour)) for hour in range(24))


def test_day_after_is_open_for_three_days() -> None:
    assert day_after(DAY) == Window(at(2, 10), at(5, 10))


def test_window_holds_its_beginning_and_not_its_end() -> None:
    window = day_before(DAY)

    assert [window.holds(moment) for moment in window] == [True, False]
