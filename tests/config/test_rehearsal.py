"""The demonstration's rehearsal shows everything a gate sees, to the desk alone."""

import datetime

import pytest

from config.demonstration.crowd import Crowd
from config.demonstration.places_and_numbers import load_cities
from config.demonstration.rehearsal import SLUG, load_rehearsal
from config.demonstration.reset import forget_people
from events.attendance.selectors import attendance_count, miscounted_attendance, open_conflicts
from events.models import CheckIn, Event, Places, WalkIn
from events.registration.services.reconciliation import miscounts

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


def test_rehearsal_is_forgotten_and_drawn_anew() -> None:
    load_cities()
    load_rehearsal(crowd=Crowd(2027), now=NOW)

    forget_people()

    assert (CheckIn.objects.count(), WalkIn.objects.count()) == (0, 0)
    load_rehearsal(crowd=Crowd(2027), now=NOW)
    assert open_conflicts(Event.objects.get(slug=SLUG)).count() == 1
