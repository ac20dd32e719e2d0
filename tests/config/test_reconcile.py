"""Counters proved by rows, and mended."""

from io import StringIO

import pytest
from django.core.management import call_command

from events.enums import StakeholderGroup
from events.models import Attendance, Places, SeatQuota
from events.registration.services.invitations import accept_invitation
from events.registration.services.seats import set_quotas
from tests.events.attendance.builders import arrive
from tests.events.registration.builders import NOW, make_walk, register
from tests.events.registration.seminars import invited, make_seminar

pytestmark = pytest.mark.django_db


def reconcile(*arguments: str) -> str:
    """Run the command and return what it prints."""
    out = StringIO()
    call_command("reconcile", *arguments, stdout=out)
    return out.getvalue()


def test_reconcile_check_of_right_counters_ends_well() -> None:
    register(make_walk(), 3)

    assert reconcile("--check") == "Every counter equals its rows.\n"


def test_reconcile_check_prints_every_difference_and_ends_with_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    register(make_walk(), 3)
    Places.objects.update(taken=5, waiting=2)

    with pytest.raises(SystemExit) as ended:
        call_command("reconcile", "--check")

    assert ended.value.code == 1
    assert capsys.readouterr().out.splitlines() == [
        "walk-lahore-2027: taken says 5, rows 3",
        "walk-lahore-2027: waiting says 2, rows 0",
    ]
    assert Places.objects.get().taken == 5


def test_reconcile_mends_places_and_seats_and_then_finds_nothing() -> None:
    seminar = make_seminar()
    set_quotas(event=seminar, seats={StakeholderGroup.MEDIA: 2})
    accept_invitation(invitation=invited(seminar), size=2, language="ur", now=NOW)
    Places.objects.update(taken=0)
    SeatQuota.objects.filter(group=StakeholderGroup.MEDIA).update(taken=0)

    printed = reconcile()

    assert printed.splitlines()[-1] == "2 counters mended."
    assert Places.objects.get().taken == 2
    assert SeatQuota.objects.get(group=StakeholderGroup.MEDIA).taken == 2
    assert reconcile("--check") == "Every counter equals its rows.\n"


def test_reconcile_drops_nobody_where_more_came_in_than_there_is() -> None:
    walk = make_walk(capacity=10)
    register(walk, 6)
    Places.objects.update(taken=0, capacity=4, ceiling=4)

    reconcile()

    places = Places.objects.get()
    assert (places.taken, places.ceiling, places.capacity) == (6, 6, 4)


def test_reconcile_mends_who_is_in_by_the_ledger_of_the_gates() -> None:
    party = register(make_walk(), 3)
    arrive(party, 2)
    Attendance.objects.update(arrived=3)

    printed = reconcile()

    assert printed.splitlines() == [
        f"walk-lahore-2027: arrived of {party.reference} says 3, rows 2",
        "1 counters mended.",
    ]
    assert Attendance.objects.get().arrived == 2
    assert reconcile("--check") == "Every counter equals its rows.\n"
