"""Two at once: one pledge from a double tap, one count from two confirmations."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from campaigns.models import Pledge
from campaigns.services import confirm_pledge
from messaging.models import OutboxMessage
from participants.models import Contact
from tests.campaigns.builders import NOW, make_campaign, make_city, pledge_once
from tests.served_site import PATIENCE_SECONDS

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
AT_ONCE = 8


def at_once(acts: list[Callable[[], object]]) -> list[object]:
    """Do all acts at the same moment, each on a connection of its own."""
    start = threading.Barrier(len(acts))
    results: list[object] = []

    def run(act: Callable[[], object]) -> None:
        start.wait(PATIENCE_SECONDS)
        try:
            results.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_make_pledge_tapped_many_times_at_once_gives_one_pledge() -> None:
    campaign = make_campaign()
    make_city()

    results = at_once([lambda: pledge_once(campaign, "0" * 32).pk] * AT_ONCE)

    assert len(results) == AT_ONCE
    assert set(results) == {Pledge.objects.get().pk}
    assert (Contact.objects.count(), OutboxMessage.objects.count()) == (1, 1)


def test_confirm_pledge_many_times_at_once_counts_once() -> None:
    pledge = pledge_once(make_campaign())

    results = at_once([lambda: confirm_pledge(pledge=pledge, now=NOW)] * AT_ONCE)

    assert sorted(map(bool, results)) == [False] * (AT_ONCE - 1) + [True]
    assert Pledge.objects.counted().count() == 1


def test_confirm_pledges_of_one_address_at_once_counts_one() -> None:
    campaign = make_campaign()
    pledges = [pledge_once(campaign) for _number in range(AT_ONCE)]

    def confirming(pledge: Pledge) -> Callable[[], object]:
        return lambda: confirm_pledge(pledge=pledge, now=NOW)

    results = at_once([confirming(pledge) for pledge in pledges])

    assert sorted(map(bool, results)) == [False] * (AT_ONCE - 1) + [True]
    assert Pledge.objects.counted().count() == 1
