"""Walk-ins: counted, flagged beyond the capacity, taken back, forgotten in time."""

import datetime

import pytest

from events.attendance.rules import Entry
from events.attendance.selectors import attendance_count
from events.attendance.services.walk_ins import (
    Arrivals,
    add_walk_in,
    purge_walk_ins,
    undo_walk_in,
)
from events.enums import ConflictKind, UndoReason
from events.models import Conflict, Event, Places, WalkIn
from tests.events.attendance.builders import GATE_A, arrive, at, entry
from tests.events.registration.builders import make_walk, register
from tests.privacy import tables_naming

pytestmark = pytest.mark.django_db


def walk_in(walk: Event, people: int = 1, sent: Entry | None = None) -> WalkIn:
    """Let somebody in who has no registration."""
    return add_walk_in(
        event=walk,
        arrivals=Arrivals("نسرین بی بی", people),
        gate=GATE_A,
        entry=sent or entry(),
        now=at(0),
    )


def test_walk_in_within_the_capacity_is_counted_without_a_flag() -> None:
    walk = make_walk(capacity=10)
    arrive(register(walk, 6), 6)

    assert not walk_in(walk, 4).exceeds_capacity
    count = attendance_count(walk)
    assert (count.arrived, count.walk_ins, count.expected) == (10, 4, 6)


def test_walk_in_beyond_the_capacity_is_let_in_with_a_flag() -> None:
    walk = make_walk(capacity=10)
    register(walk, 8)
    walk_in(walk, 2)

    assert walk_in(walk).exceeds_capacity
    assert Conflict.objects.count() == 0


def test_walk_in_beyond_the_capacity_at_a_gate_alone_is_told_to_an_organiser() -> None:
    walk = make_walk(capacity=1)
    register(walk)

    late = walk_in(walk, sent=entry(is_alone=True))

    found = Conflict.objects.get()
    assert (found.kind, found.walk_in) == (ConflictKind.OVER_CAPACITY, late)


def test_event_without_places_flags_nobody() -> None:
    walk = make_walk()
    Places.objects.all().delete()

    assert not walk_in(walk, 400).exceeds_capacity


def test_same_walk_in_sent_again_is_one_walk_in() -> None:
    walk = make_walk()
    sent = entry(client_id="w-1")

    assert walk_in(walk, sent=sent) == walk_in(walk, sent=sent)
    assert WalkIn.objects.count() == 1


def test_walk_in_taken_back_counts_no_more_and_only_once() -> None:
    walk = make_walk()
    one = walk_in(walk, 3)

    undone = [
        undo_walk_in(walk_in=one, reason=UndoReason.WRONG_NUMBER, now=at(1)) for _time in range(2)
    ]

    assert undone == [True, False]
    assert attendance_count(walk).arrived == 0


def test_names_go_ninety_days_after_the_event_and_numbers_stay() -> None:
    walk = make_walk()
    walk_in(walk, 3)
    day = datetime.timedelta(days=1)
    assert tables_naming(["نسرین بی بی"]) == {"events_walkin": ["نسرین بی بی"]}

    assert purge_walk_ins(now=at(0) + 90 * day) == 0
    assert purge_walk_ins(now=at(0) + 91 * day, is_dry_run=True) == 1
    assert purge_walk_ins(now=at(0) + 91 * day) == 1
    assert purge_walk_ins(now=at(0) + 91 * day) == 0
    assert tables_naming(["نسرین بی بی"]) == {}
    assert attendance_count(walk).arrived == 3
