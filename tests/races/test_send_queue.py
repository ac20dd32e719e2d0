"""Many helpers open one send queue at once: nobody is given to two of them."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from directory.models import User
from events.enums import DeliveryState
from events.models import DeskMessage, Event, HandDelivery
from events.talking.selectors.queue import deliveries_for
from events.talking.services import queue
from tests import factories
from tests.events.desk.builders import register
from tests.races.crowd import ten_times
from tests.served_site import PATIENCE_SECONDS

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
NOW = factories.STARTS_AT.replace(year=2098)
HELPERS, PEOPLE = 8, 24
GAP_SECONDS = 0.02


def fill(walk: Event, actor: User) -> None:
    """Put people without e-mail into the queue of a walk."""
    message = DeskMessage.objects.create(
        event=walk,
        audience="everybody",
        text_en="Bring water.",
        text_ur="پانی لائیں۔",
        made_at=NOW,
        made_by=actor,
        submission_key="0" * 32,
        submission_hash="",
    )
    HandDelivery.objects.bulk_create(
        HandDelivery(
            event=walk,
            registration=register(walk, phone=f"+9230012345{number:02d}"),
            message=message,
            queued_at=NOW,
        )
        for number in range(PEOPLE)
    )


def work_through(event: Event, helper: User, start: threading.Barrier) -> list[int]:
    """Open and mark people until none is left, in a thread of its own; return who it was."""
    given = []
    start.wait(PATIENCE_SECONDS)
    try:
        while found := queue.take_next(event=event, helper=helper, now=NOW):
            given.append(found[0].pk)
            queue.settle(
                event=event,
                key=found[0].pk,
                helper=helper,
                state=DeliveryState.SENT,
                channel="whatsapp",
                now=NOW,
            )
    finally:
        connection.close()
    return given


def race() -> list[int]:
    """Let all helpers work at once; return everybody they were given."""
    walk = factories.make_walk()
    helpers = [factories.make_user(f"helper-{number}") for number in range(HELPERS)]
    fill(walk, helpers[0])
    event = Event.objects.select_related("schedule", "city").get(pk=walk.pk)
    start = threading.Barrier(HELPERS)
    with ThreadPoolExecutor(max_workers=HELPERS) as pool:
        tasks = [pool.submit(work_through, event, helper, start) for helper in helpers]
        return [key for task in tasks for key in task.result()]


@pytest.fixture(autouse=True)
def _wide_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everybody look before anybody takes, as on a slow machine."""
    looked_up = deliveries_for

    def slowly(*args: Any, **kwargs: Any) -> Any:
        found = looked_up(*args, **kwargs)[: queue.ATTEMPTS]
        len(found)
        time.sleep(GAP_SECONDS)
        return found

    monkeypatch.setattr(queue, "deliveries_for", slowly)


def test_control_without_the_guard_somebody_is_given_to_two(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    have_looked = threading.local()
    all_have_looked = threading.Barrier(HELPERS)

    def at_first_together(*args: Any) -> Any:
        # However late a busy machine lets one of them look, nobody takes before all have.
        found = deliveries_for(*args)[: queue.ATTEMPTS]
        len(found)
        if not hasattr(have_looked, "once"):
            have_looked.once = True
            all_have_looked.wait(PATIENCE_SECONDS)
        return found

    monkeypatch.setattr(queue, "deliveries_for", at_first_together)
    monkeypatch.setattr(queue, "_claim", lambda *_args: True)
    monkeypatch.setattr(queue, "settle", _settled_for_good)

    given = race()

    assert len(given) > len(set(given))


def _settled_for_good(*, key: int, **_rest: Any) -> bool:
    return bool(HandDelivery.objects.filter(pk=key).update(state=DeliveryState.SENT))


@ten_times
def test_nobody_is_given_to_two_helpers_and_nobody_is_left(seed: int) -> None:
    given = race()

    assert len(given) == len(set(given)) == PEOPLE
    assert set(HandDelivery.objects.values_list("state", flat=True)) == {DeliveryState.SENT}
