"""Letting people in: once each, in parts, twice by mistake, and taken back."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from events.attendance.rules import Refusal
from events.attendance.selectors import arrived_of, attendance_count, miscounted_attendance
from events.attendance.services.check_in import undo_check_in
from events.enums import ConflictKind, GateOutcome, RegistrationState, UndoReason
from events.errors import LedgerIsAppendOnly
from events.models import Attendance, CheckIn, Conflict, Registration
from events.registration.services.changes import cancel_registration, resize_party
from tests.events.attendance.builders import GATE_A, GATE_B, arrive, at, entry
from tests.events.registration.builders import make_walk, register

pytestmark = pytest.mark.django_db


def test_party_that_comes_whole_is_in_and_counted() -> None:
    walk = make_walk()
    party = register(walk, 3)

    answer = arrive(party, 3)

    assert (answer.outcome, answer.arrived, answer.size) == (GateOutcome.IN, 3, 3)
    assert attendance_count(walk).arrived == 3
    assert attendance_count(walk).expected == 3


def test_group_that_comes_in_two_parts_is_counted_in_both() -> None:
    school = register(make_walk(capacity=100), 60)

    first, second = arrive(school, 35), arrive(school, 20, gate=GATE_B)

    assert (first.outcome, first.arrived) == (GateOutcome.PARTLY, 35)
    assert (second.outcome, second.arrived) == (GateOutcome.PARTLY, 55)
    assert Conflict.objects.count() == 0


def test_same_pass_again_is_told_where_and_when_it_came_in_and_counts_once() -> None:
    party = register(make_walk())
    arrive(party, sent=entry(12))

    answer = arrive(party, gate=GATE_B, sent=entry(15))

    assert answer.outcome == GateOutcome.ALREADY_IN
    assert answer.first is not None
    assert (answer.first.gate, answer.first.at) == ("Gate A", at(12))
    assert arrived_of(party) == 1
    assert Conflict.objects.count() == 0


def test_same_pass_let_in_by_two_gates_alone_counts_once_and_is_a_conflict() -> None:
    party = register(make_walk())
    arrive(party, sent=entry(12, is_alone=True))

    answer = arrive(party, gate=GATE_B, sent=entry(15, is_alone=True))

    assert (answer.outcome, answer.conflict) == (GateOutcome.CONFLICT, ConflictKind.TWICE)
    assert arrived_of(party) == 1
    found = Conflict.objects.get()
    assert found.earlier is not None
    assert found.check_in is not None
    assert (found.earlier.place, found.check_in.place) == ("Gate A", "Gate B")
    assert (found.earlier.happened_at, found.check_in.happened_at) == (at(12), at(15))


def test_more_people_than_the_party_has_count_as_far_as_it_goes() -> None:
    party = register(make_walk(), 4)
    arrive(party, 3)

    answer = arrive(party, 3, sent=entry(is_alone=True))

    assert (answer.outcome, answer.arrived) == (GateOutcome.CONFLICT, 4)
    assert answer.conflict == ConflictKind.MORE_THAN_PARTY


def test_more_people_than_are_missing_are_refused_while_they_wait_outside() -> None:
    party = register(make_walk(), 4)
    arrive(party, 3)

    answer = arrive(party, 2)

    assert (answer.outcome, answer.refusal) == (GateOutcome.REFUSED, Refusal.TOO_MANY)
    assert arrived_of(party) == 3


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        (RegistrationState.WAITING, Refusal.WAITING),
        (RegistrationState.OFFERED, Refusal.OFFERED),
        (RegistrationState.LAPSED, Refusal.LAPSED),
        (RegistrationState.CANCELLED, Refusal.CANCELLED),
    ],
)
def test_pass_that_holds_no_place_is_refused_and_writes_nothing(
    state: RegistrationState, refusal: Refusal
) -> None:
    party = register(make_walk())
    Registration.objects.filter(pk=party.pk).update(
        state=state, waiting_number=1, offer_expires_at=at(0)
    )

    answer = arrive(party)

    assert (answer.outcome, answer.refusal) == (GateOutcome.REFUSED, refusal)
    assert (arrived_of(party), CheckIn.objects.count()) == (0, 0)


def test_who_was_let_in_before_the_gate_could_know_of_the_cancellation_counts() -> None:
    party = register(make_walk(), 2)
    cancel_registration(registration=party, now=at(-60))

    answer = arrive(party, 2, sent=entry(is_alone=True))

    assert answer.conflict == ConflictKind.CANCELLED_MEANWHILE
    assert arrived_of(party) == 2


def test_same_entry_again_gives_the_same_answer_and_writes_nothing() -> None:
    party = register(make_walk(), 2)
    sent = entry(client_id="tap")

    first, again = arrive(party, sent=sent), arrive(party, sent=sent)

    assert (first.outcome, first.arrived) == (again.outcome, again.arrived)
    assert CheckIn.objects.count() == 1


def test_conflict_sent_again_is_the_same_conflict() -> None:
    party = register(make_walk())
    arrive(party, sent=entry(1, is_alone=True))
    sent = entry(2, is_alone=True, client_id="offline")

    first, again = arrive(party, sent=sent), arrive(party, sent=sent)

    assert (first.outcome, first.conflict) == (again.outcome, again.conflict)
    assert again.first is not None
    assert (again.first.gate, again.first.at) == ("Gate A", at(1))
    assert Conflict.objects.count() == 1


def take_back(party: Registration, line: CheckIn | None = None, minute: int = 20) -> GateOutcome:
    """Take a check-in back and return the outcome."""
    answer = undo_check_in(
        registration=party,
        check_in=line,
        reason=UndoReason.WRONG_PERSON,
        gate=GATE_B,
        entry=entry(minute),
        now=at(minute),
    )
    return answer.outcome


def test_undo_takes_back_once_and_lets_the_party_in_again() -> None:
    party = register(make_walk(), 3)
    line = arrive(party, 3).line

    assert take_back(party, line) == take_back(party, line) == GateOutcome.UNDONE
    assert arrived_of(party) == 0
    assert arrive(party, 3).outcome == GateOutcome.IN
    assert [row.counted for row in CheckIn.objects.all()] == [3, -3, 3]


def test_undo_without_a_line_takes_the_latest_back() -> None:
    party = register(make_walk(), 4)
    arrive(party, 1)
    arrive(party, 2)

    take_back(party)

    assert arrived_of(party) == 1


def test_phone_whose_clock_is_ahead_is_not_believed() -> None:
    party = register(make_walk())

    line = arrive(party, sent=entry(500), now=at(10)).line

    assert line is not None
    assert line.happened_at == at(10)


def test_party_that_shrank_after_it_came_keeps_who_is_in() -> None:
    party = register(make_walk(), 4)
    arrive(party, 4)
    resize_party(registration=party, size=2, now=at(-600))

    assert arrive(party).outcome == GateOutcome.ALREADY_IN
    assert arrived_of(party) == 4


def test_party_that_shrank_before_it_came_is_let_in_as_it_is() -> None:
    party = register(make_walk(), 4)
    take_back(party)
    resize_party(registration=party, size=2, now=at(-600))

    assert arrive(party, 3).refusal == Refusal.TOO_MANY
    assert arrive(party, 2).outcome == GateOutcome.IN


def test_party_that_grew_is_let_in_whole() -> None:
    party = register(make_walk(), 2)
    arrive(party, 2)
    resize_party(registration=party, size=3, now=at(-600))

    assert arrive(party, 1, sent=entry(30), now=at(40)).arrived == 3


def test_the_database_refuses_more_people_than_the_party() -> None:
    party = register(make_walk(), 2)
    arrive(party, 2)

    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.update(arrived=3)


def test_no_line_of_the_ledger_is_changed_or_deleted() -> None:
    line = arrive(register(make_walk())).line
    assert line is not None

    for change in (
        lambda: CheckIn.objects.update(counted=0),
        lambda: CheckIn.objects.all().delete(),
        line.save,
        line.delete,
    ):
        with pytest.raises(LedgerIsAppendOnly):
            change()


def test_counts_equal_the_ledger_and_a_planted_difference_is_found() -> None:
    party = register(make_walk(), 3)
    arrive(party, 2)
    assert miscounted_attendance() == []

    Attendance.objects.update(arrived=1)

    assert miscounted_attendance() == [("walk-lahore-2027", party.reference, 1, 2)]


def test_what_happened_longer_than_a_week_ago_is_put_at_a_week() -> None:
    line = arrive(register(make_walk()), sent=entry(), now=at(0) + datetime.timedelta(days=30)).line

    assert line is not None
    assert line.happened_at == at(0) + datetime.timedelta(days=23)
    assert line.place == GATE_A.place
