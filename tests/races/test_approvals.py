"""Two directors who approve two hosts of one city at the same moment: two walks, two accounts."""

import datetime
import threading
from collections.abc import Callable, Container, Sequence
from types import ModuleType

import pytest
from django.db import connection

from directory.models import User
from events.errors import NamesTaken
from events.hosting.services import deciding
from events.hosting.services.deciding import approve_application
from events.models import Event, HostApplication
from events.planning.rules import free_name
from events.planning.services import drafts
from tests import factories
from tests.events.hosting.builders import WISHED_ON, make_application, make_campaign, planned
from tests.events.registration.builders import NOW
from tests.races.crowd import at_once
from tests.served_site import PATIENCE_SECONDS

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
NEXT_YEAR = WISHED_ON.replace(year=2028)


@pytest.fixture
def applications() -> list[HostApplication]:
    """Two schools of one city that wait for an answer."""
    make_campaign()
    return [
        make_application(key=f"{number:032d}", phone=f"+92300123456{number}") for number in (1, 2)
    ]


@pytest.fixture(autouse=True)
def many_writers() -> None:
    """SQLite lets one write at a time: the second looks when the first is done."""
    if connection.vendor == "sqlite":
        pytest.skip("there is no such moment on SQLite")


def looking_together() -> Callable[[str, Container[str]], str]:
    """Return free_name, which lets both look before either takes what it found."""
    both_have_looked, seen = threading.Barrier(2), threading.local()

    def look(wanted: str, taken: Container[str]) -> str:
        name = free_name(wanted, taken)
        if not getattr(seen, "is_again", False):
            seen.is_again = True
            both_have_looked.wait(PATIENCE_SECONDS)
        return name

    return look


def approved_at_once(
    applications: list[HostApplication], days: Sequence[datetime.date]
) -> set[str]:
    """Approve each in a thread of its own, for its day."""
    director = factories.make_user("director")

    def approve(number: int) -> str:
        walk = planned(happens_on=days[number])
        try:
            approve_application(
                application=applications[number], walk=walk, actor=director, now=NOW
            )
        except NamesTaken:
            return "names taken"
        finally:
            connection.close()
        return "approved"

    return set(at_once(2, approve))


@pytest.mark.parametrize(
    ("looks", "days", "walks"),
    [
        (drafts, [WISHED_ON, WISHED_ON], ["walk-multan-2027", "walk-multan-2027-2"]),
        (deciding, [WISHED_ON, NEXT_YEAR], ["walk-multan-2027", "walk-multan-2028"]),
    ],
    ids=["one address", "one account"],
)
def test_two_hosts_of_one_city_approved_at_once_get_a_walk_and_an_account_each(
    applications: list[HostApplication],
    monkeypatch: pytest.MonkeyPatch,
    looks: ModuleType,
    days: list[datetime.date],
    walks: list[str],
) -> None:
    monkeypatch.setattr(looks, "free_name", looking_together())

    answers = approved_at_once(applications, days)

    assert answers == {"approved"}
    assert sorted(Event.objects.values_list("slug", flat=True)) == walks
    hosts = User.objects.filter(username__startswith="host-").order_by("username")
    assert [host.username for host in hosts] == ["host-multan", "host-multan-2"]


@pytest.mark.parametrize(
    ("looks", "days"),
    [(drafts, [WISHED_ON, WISHED_ON]), (deciding, [WISHED_ON, NEXT_YEAR])],
    ids=["one address", "one account"],
)
def test_control_that_looks_once_refuses_one_of_them_whole(
    applications: list[HostApplication],
    monkeypatch: pytest.MonkeyPatch,
    looks: ModuleType,
    days: list[datetime.date],
) -> None:
    monkeypatch.setattr(looks, "free_name", looking_together())
    monkeypatch.setattr(looks, "NAME_TRIES", 1)

    answers = approved_at_once(applications, days)

    assert answers == {"approved", "names taken"}
    assert Event.objects.count() == 1
    assert HostApplication.objects.filter(account__isnull=False).count() == 1
