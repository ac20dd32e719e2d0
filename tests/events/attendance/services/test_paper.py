"""What was ticked on paper counts once, whatever the gates counted before."""

import pytest

from events.attendance.selectors import arrived_of
from events.attendance.services.paper import PaperArrival, record_paper_attendance
from events.enums import CheckInSource
from events.models import CheckIn
from tests import factories
from tests.events.attendance.builders import arrive, at
from tests.events.registration.builders import make_walk, register

pytestmark = pytest.mark.django_db


def test_paper_counts_who_is_not_in_yet_and_says_who_was() -> None:
    walk = make_walk(capacity=50)
    whole, some, gone = register(walk, 3), register(walk, 4), register(walk, 2)
    other = register(make_walk(slug="walk-other"), 1)
    arrive(some, 1)
    arrive(gone, 2)
    rows = [PaperArrival(one.pk) for one in (whole, some, gone, other)]
    user = factories.make_user("organiser")

    reports = [
        record_paper_attendance(
            event=walk, arrivals=rows, actor=user, key="s1", happened_at=at(30), now=at(90)
        )
        for _time in range(2)
    ]

    assert reports[0].counted == [whole.reference, some.reference]
    assert (reports[0].already_in, reports[0].people) == ([gone.reference], 6)
    assert reports[1].people == 6
    assert [arrived_of(one) for one in (whole, some, gone, other)] == [3, 4, 2, 0]
    paper = CheckIn.objects.filter(source=CheckInSource.PAPER)
    assert {line.user for line in paper} == {user}


def test_paper_counts_as_many_as_were_written() -> None:
    walk = make_walk(capacity=50)
    party = register(walk, 5)

    record_paper_attendance(
        event=walk,
        arrivals=[PaperArrival(party.pk, 2)],
        actor=factories.make_user("organiser"),
        key="s1",
        happened_at=at(30),
        now=at(90),
    )

    assert arrived_of(party) == 2
