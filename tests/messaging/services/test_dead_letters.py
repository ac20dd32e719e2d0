"""What an absent provider has held up: sent again by staff, wiped when of no use."""

import datetime
from typing import Any

import pytest

from messaging.enums import MessageState
from messaging.models import OutboxMessage
from messaging.services import (
    SendReport,
    drop_stuck_messages,
    retry_dead_letter,
    retry_dead_letters,
)
from tests.messaging.builders import NOW, queue, send

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def stuck(name: str = "one", **changes: Any) -> OutboxMessage:
    """Return a message that was given up for now."""
    message = queue(name, about="walk", **changes)
    OutboxMessage.objects.filter(pk=message.pk).update(state=MessageState.STUCK, attempt_count=8)
    return message


def test_retry_dead_letter_sends_it_once_more() -> None:
    message = stuck()

    is_queued = retry_dead_letter(message_id=message.pk, about="walk", now=NOW + DAY)
    report = send(NOW + DAY)

    assert is_queued
    assert report == SendReport(sent=1)


def test_retry_dead_letter_of_another_event_does_nothing() -> None:
    message = stuck()

    assert not retry_dead_letter(message_id=message.pk, about="seminar", now=NOW)
    assert OutboxMessage.objects.get().state == MessageState.STUCK


def test_retry_dead_letter_about_an_event_that_is_over_does_nothing() -> None:
    message = stuck(not_after=NOW + DAY)

    assert not retry_dead_letter(message_id=message.pk, about="walk", now=NOW + DAY)


def test_retry_dead_letter_that_was_refused_for_good_does_nothing() -> None:
    message = stuck()
    OutboxMessage.objects.update(state=MessageState.FAILED, recipient="", context={})

    assert not retry_dead_letter(message_id=message.pk, about="walk", now=NOW)


def test_retry_dead_letters_queues_all_of_an_event() -> None:
    stuck("one")
    stuck("two")

    assert retry_dead_letters(about="walk", now=NOW) == 2
    assert send() == SendReport(sent=2)


def test_drop_stuck_messages_wipes_what_is_over_or_old() -> None:
    stuck("over", not_after=NOW + DAY)
    stuck("open", not_after=NOW + 40 * DAY)

    after_event, after_lifetime = (
        drop_stuck_messages(now=NOW + DAY),
        drop_stuck_messages(now=NOW + 14 * DAY),
    )

    assert (after_event, after_lifetime) == (1, 1)
    assert set(OutboxMessage.objects.values_list("state", "recipient")) == {("dropped", "")}
