"""Two organisers, or two taps, at once: one change."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from directory.models import User
from events.enums import ChangeKind, EventState
from events.errors import EventHasChanged
from events.models import Event, EventChange, Schedule
from events.registration.services.cascades import Change, change_event
from events.services import details_of
from tests import factories

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
NOW = factories.STARTS_AT.replace(year=2098)


def attempt(event: Event, actor: User) -> str:
    """Postpone as seen at first, in a thread of its own."""
    details = replace(details_of(event.schedule), state=EventState.POSTPONED)
    wanted = Change(kind=ChangeKind.POSTPONED, details=details, seen_sequence=0)
    try:
        change_event(event=event, change=wanted, actor=actor, now=NOW)
    except EventHasChanged:
        return "stale"
    finally:
        connection.close()
    return "changed"


def test_eight_taps_at_once_make_one_change() -> None:
    walk = factories.make_walk()
    actor = factories.make_helper(walk)
    events = [Event.objects.select_related("schedule").get(pk=walk.pk) for _tap in range(8)]

    with ThreadPoolExecutor(max_workers=8) as taps:
        answers = list(taps.map(lambda event: attempt(event, actor), events))

    assert sorted(answers) == ["changed"] + ["stale"] * 7
    assert EventChange.objects.count() == 1
    assert Schedule.objects.get().sequence == 1
