"""Two gates and one pass, two hundred times: one attendance; without the guard it counts double."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from django.db import connection
from django.db.models import Sum

from events.attendance.rules import Entry
from events.attendance.selectors import miscounted_attendance
from events.attendance.services import check_in as service
from events.enums import GateOutcome
from events.models import Attendance, CheckIn, Conflict, Event, Registration
from tests import factories
from tests.events.attendance.builders import GATE_A, GATE_B, arrive, at
from tests.events.registration.builders import register
from tests.races.crowd import ten_times
from tests.served_site import PATIENCE_SECONDS

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
TRIES = 200
GATES = (GATE_A, GATE_B)
EARLY = factories.STARTS_AT.replace(year=2098)


@pytest.fixture
def walk() -> Event:
    """A walk with room for a school."""
    return factories.make_walk(capacity=200)


def at_two_gates(party: Registration, *, is_alone: bool, people: int = 1) -> list[GateOutcome]:
    """Show one pass two hundred times, half of them at each gate, always two in one instant."""
    together = threading.Barrier(2)

    def gate(number: int) -> list[GateOutcome]:
        outcomes = []
        try:
            for turn in range(TRIES // 2):
                together.wait(PATIENCE_SECONDS)
                sent = Entry(f"gate-{number}-{turn}", at(turn), is_alone)
                answer = arrive(party, people, gate=GATES[number], sent=sent, now=at(200))
                outcomes.append(answer.outcome)
        finally:
            connection.close()
        return outcomes

    with ThreadPoolExecutor(max_workers=2) as pool:
        return [outcome for gates in pool.map(gate, range(2)) for outcome in gates]


def people_by_ledger(party: Registration) -> int:
    """Return how many people of a party the ledger counts."""
    return CheckIn.objects.filter(registration=party).aggregate(total=Sum("counted"))["total"] or 0


@ten_times
def test_two_gates_with_one_pass_two_hundred_times_give_one_attendance(
    walk: Event, seed: int
) -> None:
    party = register(walk, now=EARLY)

    outcomes = at_two_gates(party, is_alone=False)

    assert Counter(outcomes) == {GateOutcome.IN: 1, GateOutcome.ALREADY_IN: TRIES - 1}
    assert Attendance.objects.get().arrived == people_by_ledger(party) == 1
    assert Conflict.objects.count() == 0


@ten_times
def test_two_gates_that_let_a_school_in_at_once_count_everybody_once(
    walk: Event, seed: int
) -> None:
    school = register(walk, 60, now=EARLY)

    outcomes = at_two_gates(school, is_alone=True)

    counted = Counter(outcomes)
    assert (counted[GateOutcome.PARTLY], counted[GateOutcome.IN]) == (59, 1)
    assert counted[GateOutcome.CONFLICT] == Conflict.objects.count() == TRIES - 60
    assert Attendance.objects.get().arrived == people_by_ledger(school) == 60


@ten_times
def test_one_entry_sent_by_twenty_taps_at_once_is_one_line(walk: Event, seed: int) -> None:
    party = register(walk, 2, now=EARLY)
    together = threading.Barrier(20)

    def tap(_number: int) -> GateOutcome:
        try:
            together.wait(PATIENCE_SECONDS)
            return arrive(party, 2, sent=Entry("tap", at(0)), now=at(200)).outcome
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=20) as pool:
        outcomes = list(pool.map(tap, range(20)))

    assert set(outcomes) == {GateOutcome.IN}
    assert CheckIn.objects.count() == 1
    assert Attendance.objects.get().arrived == 2


def test_control_without_the_guard_counts_one_pass_twice(
    walk: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Look, wait and write, each on its own, as one would without thinking."""
    party = register(walk, now=EARLY)
    Attendance.objects.create(registration=party, event=walk, allowed=1)
    both_have_looked = threading.Barrier(2)

    def look(registration: Registration) -> tuple[Registration, Attendance]:
        found = Attendance.objects.get(registration=registration)
        # However late a busy machine lets one of them look, both have looked before either writes.
        both_have_looked.wait(PATIENCE_SECONDS)
        return registration, found

    def write(*, attendance: Attendance, count: int) -> int:
        arrived = attendance.arrived + count
        Attendance.objects.filter(pk=attendance.pk).update(arrived=arrived)
        return arrived

    monkeypatch.setattr(service, "locked_count", look)
    monkeypatch.setattr(service, "count_in", write)
    # Every statement by itself; only in this module.
    monkeypatch.setattr(service, "transaction", SimpleNamespace(atomic=nullcontext))

    outcomes = at_two_gates_once(party)

    assert outcomes == [GateOutcome.IN, GateOutcome.IN]
    assert people_by_ledger(party) == 2
    assert miscounted_attendance() != []


def at_two_gates_once(party: Registration) -> list[GateOutcome]:
    """Show one pass once at each gate, in the same instant."""
    together = threading.Barrier(2)

    def gate(number: int) -> GateOutcome:
        try:
            together.wait(PATIENCE_SECONDS)
            sent = Entry(f"gate-{number}", at(0))
            return arrive(party, gate=GATES[number], sent=sent, now=at(200)).outcome
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(gate, range(2)))
