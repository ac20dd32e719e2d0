"""The demonstration's rehearsal shows everything a gate sees, to the desk alone."""

import datetime

import pytest

from config.demonstration.afterwards import load_afterwards
from config.demonstration.crowd import IN_THE_GUIDE, Crowd
from config.demonstration.places_and_numbers import load_cities
from config.demonstration.rehearsal import SLUG, load_rehearsal
from config.demonstration.reset import forget_people
from events.attendance.selectors import attendance_count, miscounted_attendance, open_conflicts
from events.models import CheckIn, Event, EventReport, Places, Registration, WalkIn
from events.registration.services.reconciliation import miscounts
from tests.factories import make_user

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


def test_rehearsal_adds_up_and_is_not_public() -> None:
    load_cities()

    load_rehearsal(crowd=Crowd(2027), now=NOW)

    event = Event.objects.get(slug=SLUG)
    count = attendance_count(event)
    assert not event.live
    assert (count.walk_ins, count.conflicts) == (4, 1)
    assert 0 < count.arrived - count.walk_ins < count.expected == Places.objects.get().taken
    assert miscounted_attendance() == []
    assert miscounts() == []


def test_after_the_rehearsal_everybody_who_came_has_a_certificate_and_there_is_a_report() -> None:
    load_cities()
    load_rehearsal(crowd=Crowd(2027), now=NOW)
    make_user("organiser-lahore")

    issued = load_afterwards(NOW)

    report = EventReport.objects.get()
    assert issued > Registration.objects.filter(attendance__arrived__gt=0).count() > 10
    assert report.headcount == attendance_count(Event.objects.get(slug=SLUG)).arrived
    assert report.published_at is None
    assert load_afterwards(NOW) == issued
    assert miscounts() == []


def test_whom_the_guide_looks_up_is_always_on_the_list() -> None:
    for seed in range(5):
        names = list(Crowd(seed).listed_names(120))

        assert IN_THE_GUIDE in names
        assert len(set(names)) == len(names) == 120


def test_rehearsal_is_forgotten_and_drawn_anew() -> None:
    load_cities()
    load_rehearsal(crowd=Crowd(2027), now=NOW)

    forget_people()

    assert (CheckIn.objects.count(), WalkIn.objects.count()) == (0, 0)
    load_rehearsal(crowd=Crowd(2027), now=NOW)
    assert open_conflicts(Event.objects.get(slug=SLUG)).count() == 1
