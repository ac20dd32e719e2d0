"""Sending what is due: claimed one by one, over one connection, marked as it comes out."""

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F

from messaging.channels import Carrier, Email, Text, carrier_of
from messaging.enums import Channel, MessageState
from messaging.errors import (
    PermanentDeliveryError,
    TemporaryDeliveryError,
    UnrenderableMessage,
)
from messaging.models import OutboxMessage
from messaging.rules.delivery import (
    LEASE_SECONDS,
    SEND_DEADLINE_SECONDS,
    is_unreachable,
    next_attempt_at,
)
from messaging.rules.quiet_hours import send_from
from messaging.selectors import suppressed_among
from messaging.services.outbox import WIPED
from messaging.services.rendering import render_email, render_sms

logger = logging.getLogger(__name__)
SUBJECT_MAX_LENGTH = 200
TAKEN_BY_OTHERS = 20
Clock = Callable[[], datetime.datetime]


@dataclass(frozen=True, slots=True)
class SendReport:
    """How many messages left, wait for another try, were given up, held back or dropped."""

    sent: int = 0
    retried: int = 0
    failed: int = 0
    held: int = 0
    stuck: int = 0
    dropped: int = 0
    is_provider_away: bool = False

    @property
    def total(self) -> int:
        """Every message that was dealt with."""
        return self.sent + self.retried + self.failed + self.held + self.stuck + self.dropped


def _on() -> bool:
    return False


def send_due(
    *,
    now: datetime.datetime,
    clock: Clock,
    limit: int = 100,
    is_stopping: Callable[[], bool] = _on,
) -> SendReport:
    """Send what is due at `now`, oldest first, at most `limit` a channel.

    `clock` tells the time of each claim; `is_stopping` is asked between two messages.
    A message is claimed by one conditional UPDATE, sent outside any transaction and then
    marked, so that several workers send each message once. One whose worker died while
    sending becomes due again when its lease ends, and carries the same Message-ID.
    A provider nobody answers at ends its channel's batch: the others wait for the next.
    """
    outcomes: list[MessageState] = []
    is_away = False
    for channel in Channel:
        due = OutboxMessage.objects.due(now).filter(channel=channel)
        # More than asked for: other workers look at the same rows and take some first.
        rows = list(due.order_by("next_attempt_at", "pk")[: limit + TAKEN_BY_OTHERS])
        if rows:
            with carrier_of(channel) as carrier:
                outcomes += _send_batch(rows, limit, carrier, clock, is_stopping)
                is_away = is_away or carrier.is_away
    return _report(outcomes, is_provider_away=is_away)


def _send_batch(
    rows: list[OutboxMessage],
    limit: int,
    carrier: Carrier,
    clock: Clock,
    is_stopping: Callable[[], bool],
) -> list[MessageState]:
    suppressed = suppressed_among([row.recipient for row in rows], Channel(rows[0].channel))
    outcomes: list[MessageState] = []
    for message in rows:
        if len(outcomes) >= limit or carrier.is_away or is_stopping():
            break
        now = clock()
        if not _claim(message, now):
            continue
        held = _held_back(message, suppressed, now)
        outcomes.append(held or _delivered(message, carrier, clock))
    return outcomes


def _report(outcomes: list[MessageState], *, is_provider_away: bool) -> SendReport:
    return SendReport(
        sent=outcomes.count(MessageState.SENT),
        retried=outcomes.count(MessageState.QUEUED),
        failed=outcomes.count(MessageState.FAILED),
        held=outcomes.count(MessageState.HELD),
        stuck=outcomes.count(MessageState.STUCK),
        dropped=outcomes.count(MessageState.DROPPED),
        is_provider_away=is_provider_away,
    )


def _claim(message: OutboxMessage, now: datetime.datetime) -> bool:
    """Make a message ours for a while; False when another worker has it, or took it back."""
    lease_until = now + datetime.timedelta(seconds=LEASE_SECONDS)
    # By its attempts we know that it is still as we read it: a row changes in no other way.
    is_as_read = {"pk": message.pk, "attempt_count": message.attempt_count}
    claimed_count = (
        OutboxMessage.objects.due(now)
        .filter(**is_as_read)
        .update(lease_until=lease_until, attempt_count=F("attempt_count") + 1)
    )
    message.lease_until, message.attempt_count = lease_until, message.attempt_count + 1
    return claimed_count == 1


def _held_back(
    message: OutboxMessage, suppressed: set[str], now: datetime.datetime
) -> MessageState | None:
    """Settle what must not leave, or not now; None when it may."""
    if message.not_after is not None and now >= message.not_after:
        return _leave_queue(message, MessageState.DROPPED)
    if is_unreachable(message.recipient):
        return _leave_queue(message, MessageState.HELD, last_error="demonstration address")
    if message.recipient in suppressed:
        return _leave_queue(message, MessageState.HELD, last_error="suppressed address")
    allowed_at = send_from(Channel(message.channel), now, is_urgent=message.is_urgent)
    return _rest(message, allowed_at) if allowed_at > now else None


def _delivered(message: OutboxMessage, carrier: Carrier, clock: Clock) -> MessageState:
    try:
        carrier.send(_words_of(message), deadline_seconds=SEND_DEADLINE_SECONDS)
    except (PermanentDeliveryError, UnrenderableMessage) as error:
        return _failed(message, str(error))
    except TemporaryDeliveryError as error:
        return _put_off(message, str(error), clock())
    return _leave_queue(message, MessageState.SENT, sent_at=clock(), last_error="")


def _words_of(message: OutboxMessage) -> Email | Text:
    if message.channel != Channel.EMAIL:
        words = render_sms(message.template, message.context, message.language)
        return Text(recipient=message.recipient, body=words, message_id=message.message_id)
    rendered = render_email(message.template, message.context, message.language)
    return Email(
        recipient=message.recipient,
        subject=rendered.subject[:SUBJECT_MAX_LENGTH],
        text=rendered.text,
        html=rendered.html,
        message_id=message.message_id,
        language=message.language,
    )


def _failed(message: OutboxMessage, error: str) -> MessageState:
    logger.warning("message %s (%s) was refused: %s", message.pk, message.kind, error)
    return _leave_queue(message, MessageState.FAILED, last_error=error)


def _put_off(message: OutboxMessage, error: str, now: datetime.datetime) -> MessageState:
    later = next_attempt_at(message.attempt_count, now)
    if later is None:
        logger.warning("message %s (%s) is given up: %s", message.pk, message.kind, error)
        return _kept(message, MessageState.STUCK, last_error=error)
    logger.warning("message %s (%s) waits for another try: %s", message.pk, message.kind, error)
    later = send_from(Channel(message.channel), later, is_urgent=message.is_urgent)
    return _kept(message, MessageState.QUEUED, next_attempt_at=later, last_error=error)


def _rest(message: OutboxMessage, until: datetime.datetime) -> MessageState:
    """Let a message wait for the morning; that was no attempt."""
    attempt_count = message.attempt_count - 1
    return _kept(message, MessageState.QUEUED, next_attempt_at=until, attempt_count=attempt_count)


def _kept(message: OutboxMessage, state: MessageState, **changes: object) -> MessageState:
    """Give up the claim and keep the words, only while the lease is ours."""
    OutboxMessage.objects.filter(
        pk=message.pk, state=MessageState.QUEUED, lease_until=message.lease_until
    ).update(state=state, lease_until=None, **changes)
    return state


def _leave_queue(message: OutboxMessage, state: MessageState, **changes: object) -> MessageState:
    """Mark the end of a message and wipe its address and words."""
    OutboxMessage.objects.filter(pk=message.pk, state=MessageState.QUEUED).update(
        state=state, lease_until=None, **WIPED, **changes
    )
    return state
