"""Arrivals over time: slots without gaps, bars that fit, a table that adds up."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.desk.lists.arrivals import HEIGHT, MOST_BARS, chart_of, slots_of

SEVEN = datetime.datetime(2027, 8, 1, 2, 0, tzinfo=datetime.UTC)


def at(minutes: float) -> datetime.datetime:
    """Return a moment so many minutes after seven in Karachi."""
    return SEVEN + datetime.timedelta(minutes=minutes)


def test_slots_are_minutes_without_gaps_and_count_what_was_taken_back() -> None:
    minutes, slots = slots_of([(at(0.1), 2), (at(0.9), 1), (at(3), 4), (at(3.5), -1)])

    assert minutes == 1
    assert [(slot.begins_at, slot.came, slot.total) for slot in slots] == [
        (at(0), 3, 3),
        (at(1), 0, 3),
        (at(2), 0, 3),
        (at(3), 3, 6),
    ]


moments = st.floats(min_value=0, max_value=3 * 24 * 60)


@given(st.lists(st.tuples(moments, st.integers(min_value=1, max_value=60)), min_size=1))
def test_any_arrivals_fit_the_picture_and_add_up(arrivals: list[tuple[float, int]]) -> None:
    found = [(at(minute), count) for minute, count in arrivals]

    _minutes, slots = slots_of(found)
    chart = chart_of(found, "en")

    assert len(slots) <= MOST_BARS
    assert slots[-1].total == sum(count for _minute, count in arrivals)
    assert chart is not None
    assert max(bar.height for bar in chart.bars) == HEIGHT
    assert all(0 <= bar.x < chart.width and bar.y + bar.height == HEIGHT for bar in chart.bars)


@pytest.mark.parametrize("arrivals", [[], [(at(1), 2), (at(1), -2)]])
def test_before_anybody_is_in_there_is_no_picture(
    arrivals: list[tuple[datetime.datetime, int]],
) -> None:
    assert chart_of(arrivals, "en") is None


def test_table_says_what_the_bars_show() -> None:
    chart = chart_of([(at(0), 2), (at(5), 7)], "en")

    assert chart is not None
    assert [[str(cell.value) for cell in row] for row in chart.rows] == [
        ['<bdi dir="ltr" class="num">7:00</bdi> am', *('<bdi dir="ltr" class="num">2</bdi>',) * 2],
        [
            '<bdi dir="ltr" class="num">7:05</bdi> am',
            '<bdi dir="ltr" class="num">7</bdi>',
            '<bdi dir="ltr" class="num">9</bdi>',
        ],
    ]
    assert [bar.height for bar in chart.bars] == [29, HEIGHT]
