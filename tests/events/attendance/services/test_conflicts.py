"""An organiser decides: as it is, both, or a number; the ledger says so."""

import pytest

from events.attendance.selectors import arrived_of, miscounted_attendance, open_conflicts
from events.attendance.services.conflicts import Decision, resolve_conflict
from events.enums import CheckInKind, ConflictResolution, GateOutcome
from events.errors import ConflictIsResolved
from events.models import CheckIn, Conflict, Registration
from tests import factories
from tests.events.attendance.builders import GATE_B, arrive, at, entry
from tests.events.registration.builders import make_walk, register

pytestmark = pytest.mark.django_db


def party_in_twice(size: int = 2) -> Registration:
    """Let a party in at two gates that did not know of each other."""
    party = register(make_walk(), size)
    arrive(party, size, sent=entry(1, is_alone=True))
    arrive(party, size, gate=GATE_B, sent=entry(2, is_alone=True))
    return party


def decide(resolution: ConflictResolution, people_in: int | None = None) -> None:
    """Decide the one conflict there is."""
    resolve_conflict(
        conflict=Conflict.objects.get(),
        decision=Decision(resolution, "seen on the list", people_in),
        actor=factories.make_user(f"organiser-{Conflict.objects.get().pk}"),
        now=at(60),
    )


@pytest.mark.parametrize(
    ("resolution", "people_in", "arrived"),
    [
        (ConflictResolution.KEEP, None, 2),
        (ConflictResolution.BOTH, None, 4),
        (ConflictResolution.CORRECTED, 3, 3),
        (ConflictResolution.CORRECTED, 1, 1),
        (ConflictResolution.CORRECTED, 0, 0),
    ],
)
def test_decision_sets_the_count_and_closes_the_conflict(
    resolution: ConflictResolution, people_in: int | None, arrived: int
) -> None:
    party = party_in_twice()

    decide(resolution, people_in)

    assert arrived_of(party) == arrived
    assert open_conflicts(party.event).count() == 0
    assert miscounted_attendance() == []
    corrections = CheckIn.objects.filter(kind=CheckInKind.CORRECTION)
    assert [line.counted for line in corrections] == ([arrived - 2] if arrived != 2 else [])


def test_deciding_twice_is_refused_and_counts_once() -> None:
    party = party_in_twice()
    conflict = Conflict.objects.get()
    user = factories.make_user("organiser")
    both = Decision(ConflictResolution.BOTH, "")
    resolve_conflict(conflict=conflict, decision=both, actor=user, now=at(60))

    with pytest.raises(ConflictIsResolved):
        resolve_conflict(conflict=conflict, decision=both, actor=user, now=at(61))

    assert arrived_of(party) == 4


def test_people_who_stay_out_after_a_correction_may_still_come() -> None:
    party = party_in_twice()
    decide(ConflictResolution.CORRECTED, 1)

    assert arrive(party).outcome == GateOutcome.IN
    assert arrived_of(party) == 2
