"""What gates did twice, decided by the organiser on one page."""

import pytest
from django.test import Client

from directory.models import User
from events.attendance.selectors import arrived_of
from events.models import Conflict, Event, Places, Registration
from tests.events.desk.builders import register
from tests.events.desk.views.gates import GATE, arrival, logged, prepare

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
CONFLICTS = GATE + "conflicts/"


@pytest.fixture
def party(desk: Client, lahore: Event) -> Registration:
    """A family of two that came in at two gates."""
    party = register(lahore, "کوثر عباس", party=("علی",))
    sent = {"count": 2}
    prepare(desk, "Gate A").results(arrival(party.reference, "entry-001", minute=12, **sent))
    prepare(desk, "Gate B").results(arrival(party.reference, "entry-002", minute=15, **sent))
    return party


def decide(client: Client, resolution: str, people_in: str = "", reason: str = "seen") -> int:
    """Decide the conflict and return the status."""
    pk = Conflict.objects.get().pk
    fields = {
        "conflict": pk,
        f"conflict-{pk}-resolution": resolution,
        f"conflict-{pk}-people_in": people_in,
        f"conflict-{pk}-reason": reason,
    }
    return client.post(CONFLICTS, fields).status_code


def test_conflict_shows_both_places_and_times_and_is_logged(
    desk: Client, organiser: User, party: Registration, lahore: Event
) -> None:
    page = desk.get(CONFLICTS).content.decode()

    for words in ("کوثر عباس", party.reference, "Gate A", "5:57", "Gate B", "6:00"):
        assert words in page
    assert logged("gate-conflicts", lahore) == [(organiser.username, 1)]


@pytest.mark.parametrize(
    ("resolution", "people_in", "arrived"),
    [("keep", "", 2), ("both", "", 4), ("corrected", "۳", 3), ("corrected", "0", 0)],
)
def test_decision_counts_and_moves_the_conflict_below(
    desk: Client, party: Registration, resolution: str, people_in: str, arrived: int
) -> None:
    assert decide(desk, resolution, people_in) == 303

    page = desk.get(CONFLICTS).content.decode()
    assert arrived_of(party) == arrived
    assert "Nothing to decide" in page
    assert "seen" in page
    assert "organiser-lahore" in page


@pytest.mark.parametrize(
    ("resolution", "people_in", "reason"),
    [("corrected", "", "seen"), ("keep", "", ""), ("nonsense", "", "seen"), ("", "", "seen")],
)
def test_decision_that_is_not_complete_is_asked_again(
    desk: Client, party: Registration, resolution: str, people_in: str, reason: str
) -> None:
    assert decide(desk, resolution, people_in, reason) == 200
    assert Conflict.objects.get().resolved_at is None


def test_conflict_above_capacity_can_only_be_kept(desk: Client, lahore: Event) -> None:
    Places.objects.update(capacity=1, ceiling=1)
    phone = prepare(desk)
    phone.results({"kind": "walk_in", "client_id": "entry-001", "name": "نسرین", "count": 2})

    page = desk.get(CONFLICTS).content.decode()

    assert "Walk-in above capacity" in page
    assert 'value="keep"' in page
    assert 'value="both"' not in page
    assert decide(desk, "both") == 200
    assert decide(desk, "keep") == 303
