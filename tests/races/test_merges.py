"""Two organisers who merge one repeat at the same moment: one merge, and the places add up."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from events.errors import NotARepeat
from events.models import Event, Places, Registration
from events.registration.rules import PartySubmission
from events.registration.services import merges
from events.registration.services.merges import merge_registrations
from events.registration.services.reconciliation import miscounts
from events.registration.services.register import register_party
from tests import factories
from tests.served_site import PATIENCE_SECONDS

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
NOW = factories.STARTS_AT.replace(year=2098)
TAPS = 8


@pytest.fixture
def walk() -> Event:
    """A walk for which the same two people, then three, are registered."""
    event = factories.make_walk(capacity=20)
    for number, size in enumerate((2, 3)):
        party = PartySubmission("کوثر عباس", "+923331110566", "", size)
        register_party(event=event, submission=party, key=f"{number:032d}", language="ur", now=NOW)
    return event


def repeat() -> Registration:
    """Return the later of the two."""
    return Registration.objects.get(repeat_of__isnull=False)


def merge(later: Registration) -> str:
    """Merge in a thread of its own."""
    try:
        merge_registrations(later=later, now=NOW)
    except NotARepeat:
        return "merged already"
    finally:
        connection.close()
    return "merged"


def test_many_taps_at_once_merge_once(walk: Event) -> None:
    later = repeat()

    with ThreadPoolExecutor(max_workers=TAPS) as taps:
        answers = Counter(taps.map(merge, [later] * TAPS))

    assert answers == {"merged": 1, "merged already": TAPS - 1}
    assert Places.objects.get(event=walk).taken == 3
    assert miscounts() == []


def test_control_that_does_not_look_again_under_the_lock_loses_places(
    walk: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_again, both_have_looked = merges._pair, threading.Barrier(2)
    seen: dict[int, tuple[Registration, Registration]] = {}
    monkeypatch.setattr(merges, "_pair", lambda _later: seen[threading.get_ident()])

    def merge_unseen(later: Registration) -> str:
        # As one would without thinking: read first, then lock and write what was read.
        seen[threading.get_ident()] = look_again(later)
        both_have_looked.wait(PATIENCE_SECONDS)
        return merge(later)

    with ThreadPoolExecutor(max_workers=2) as taps:
        answers = list(taps.map(merge_unseen, [repeat()] * 2))

    assert answers == ["merged", "merged"]
    assert [(one.counter, one.stored, one.counted) for one in miscounts()] == [("taken", 1, 3)]
