"""The outbox: queued once, wiped at the end, taken back when overtaken."""

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from messaging.enums import MessageKind, MessageState
from messaging.errors import UnsafeHeader
from messaging.models import OutboxMessage
from messaging.services import drop_messages, queue_messages
from messaging.services.outbox import WIPED
from tests.messaging.builders import NOW, draft, queue, queue_text, text_draft

pytestmark = pytest.mark.django_db
NIGHT = datetime.datetime(2027, 7, 20, 18, 0, tzinfo=datetime.UTC)
MORNING = datetime.datetime(2027, 7, 21, 3, 0, tzinfo=datetime.UTC)


def test_queue_messages_twice_with_one_message_id_gives_one_row() -> None:
    first = queue_messages(drafts=[draft("one")], now=NOW)

    second = queue_messages(drafts=[draft("one", language="en"), draft("two")], now=NOW)

    assert (first, second) == (1, 1)
    assert OutboxMessage.objects.get(message_id="<one@hamqadam.test>").language == "ur"


def test_queue_messages_without_address_writes_nothing() -> None:
    assert queue_messages(drafts=[draft(recipient="")], now=NOW) == 0
    assert OutboxMessage.objects.count() == 0


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\x00", "\u2028"])
def test_queue_messages_with_line_break_in_address_is_refused(sign: str) -> None:
    with pytest.raises(UnsafeHeader):
        queue_messages(drafts=[draft(recipient=f"a@mail.test{sign}Bcc: b@mail.test")], now=NOW)

    assert OutboxMessage.objects.count() == 0


def test_queue_messages_at_night_keeps_texts_for_the_morning_and_no_email() -> None:
    drafts = [draft("mail"), text_draft("text"), text_draft("now", is_urgent=True)]

    queue_messages(drafts=drafts, now=NIGHT)

    moments = dict(OutboxMessage.objects.values_list("message_id", "next_attempt_at"))
    assert moments == {
        "<mail@hamqadam.test>": NIGHT,
        "<text@hamqadam.test>": MORNING,
        "<now@hamqadam.test>": NIGHT,
    }


@pytest.mark.parametrize("state", [MessageState.SENT, MessageState.FAILED, MessageState.DROPPED])
def test_database_refuses_words_that_outlast_the_way(state: MessageState) -> None:
    message = queue()

    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxMessage.objects.filter(pk=message.pk).update(state=state)

    assert OutboxMessage.objects.filter(pk=message.pk).update(state=state, **WIPED) == 1


def test_drop_messages_takes_back_what_is_overtaken_and_nothing_else() -> None:
    reminder: dict[str, Any] = {"kind": MessageKind.REMINDER_DAY_BEFORE, "about": "walk"}
    queue("hers", reference="LHE-AAAAA", **reminder)
    queue_text("stuck", reference="LHE-BBBBB", **reminder)
    OutboxMessage.objects.filter(reference="LHE-BBBBB").update(state=MessageState.STUCK)
    queue("other", about="seminar", kind=MessageKind.REMINDER_DAY_BEFORE)
    queue("link", about="walk", kind=MessageKind.OWN_LINK)

    count = drop_messages(about="walk", kinds=[MessageKind.REMINDER_DAY_BEFORE])

    left = OutboxMessage.objects.exclude(recipient="").values_list("message_id", flat=True)
    assert count == 2
    assert sorted(left) == ["<link@hamqadam.test>", "<other@hamqadam.test>"]


def test_drop_messages_of_one_registration_leaves_the_others() -> None:
    queue("hers", reference="LHE-AAAAA", about="walk")
    queue("his", reference="LHE-BBBBB", about="walk")

    assert drop_messages(reference="LHE-AAAAA") == 1
    assert OutboxMessage.objects.get(state=MessageState.QUEUED).reference == "LHE-BBBBB"


def test_drop_messages_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="which"):
        drop_messages(kinds=[MessageKind.OWN_LINK])
