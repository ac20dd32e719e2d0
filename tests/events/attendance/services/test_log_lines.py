"""What a gate does stands in the log: by whom, of which event, for how many; never who."""

import datetime
from dataclasses import replace

import pytest

from directory.models import User
from events.attendance.rules import Gate
from events.attendance.services import devices
from events.attendance.services.check_in import undo_check_in
from events.attendance.services.walk_ins import Arrivals, add_walk_in, undo_walk_in
from events.enums import UndoReason
from participants.models import AuditEntry
from tests import factories
from tests.events.attendance.builders import GATE_A, arrive, at, entry
from tests.events.registration.builders import make_walk, register

pytestmark = pytest.mark.django_db
Line = tuple[str, str, str, int]


@pytest.fixture
def actor() -> User:
    """Return whoever answers for the gate."""
    return factories.make_user("keeper")


@pytest.fixture
def gate(actor: User) -> Gate:
    """Return a gate somebody answers for."""
    return replace(GATE_A, answerable_id=actor.pk)


def lines() -> list[Line]:
    """Return the log in the order it was written."""
    return [
        (entry.actor.username, entry.kind, entry.subject, entry.row_count)
        for entry in AuditEntry.objects.order_by("pk")
    ]


def test_letting_in_and_taking_back_leave_a_line_each(gate: Gate) -> None:
    walk = make_walk()
    party, sent = register(walk, 3), entry()

    # Sent twice, and once more than there are people: what counted nothing leaves no line.
    for _time in range(2):
        arrive(party, 3, gate=gate, sent=sent)
    arrive(party, 1, gate=gate)
    for _time in range(2):
        undo_check_in(
            registration=party,
            check_in=None,
            reason=UndoReason.OTHER,
            gate=gate,
            entry=entry(),
            now=at(2),
        )

    assert lines() == [
        ("keeper", "gate-let-in", walk.slug, 3),
        ("keeper", "gate-taken-back", walk.slug, 3),
    ]


def test_walk_in_and_its_undoing_leave_a_line_each_without_the_name(gate: Gate) -> None:
    walk, sent = make_walk(), entry()

    for _time in range(2):
        walk_in = add_walk_in(
            event=walk, arrivals=Arrivals("نسرین", 4), gate=gate, entry=sent, now=at(0)
        )
    for _time in range(2):
        undo_walk_in(walk_in=walk_in, reason=UndoReason.OTHER, now=at(1), gate=gate)

    assert lines() == [
        ("keeper", "gate-walk-in", walk.slug, 4),
        ("keeper", "gate-walk-in-undone", walk.slug, 4),
    ]
    assert [entry.columns for entry in AuditEntry.objects.all()] == [[], []]


def test_links_and_phones_leave_a_line_when_made_and_when_closed(actor: User) -> None:
    walk, now = make_walk(), at(0) - datetime.timedelta(days=3)
    made = devices.make_link(event=walk, label="Gate B", allows_practice=True, actor=actor, now=now)
    device, _token = devices.add_device(event=walk, label="B", user=actor, link=None, now=now)

    for _time in range(2):
        devices.revoke_device(device=device, actor=actor, now=now)
        devices.revoke_link(link=made.link, actor=actor, now=now)

    assert [line[1] for line in lines()] == [
        "gate-link-made",
        "gate-phone-closed",
        "gate-link-closed",
    ]


def test_paper_leaves_its_own_line_and_none_for_each_row() -> None:
    arrive(register(make_walk(), 3), 3)

    assert lines() == []
