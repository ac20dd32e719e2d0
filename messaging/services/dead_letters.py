"""Messages an absent provider has held up: sent again by staff, or wiped when of no use."""

import datetime
from typing import Any

from django.db.models import Q

from messaging.enums import MessageState
from messaging.models import OutboxMessage
from messaging.rules.delivery import STUCK_LIFETIME
from messaging.services.outbox import WIPED


def retry_dead_letter(*, message_id: int, about: str, now: datetime.datetime) -> bool:
    """Queue one stuck message of an event again; False when there is nothing to send any more."""
    return _retry({"pk": message_id, "about": about}, now) == 1


def retry_dead_letters(*, about: str, now: datetime.datetime) -> int:
    """Queue all stuck messages of an event again; return how many."""
    return _retry({"about": about}, now)


def _retry(which: dict[str, Any], now: datetime.datetime) -> int:
    of_use = Q(not_after__isnull=True) | Q(not_after__gt=now)
    return OutboxMessage.objects.filter(of_use, state=MessageState.STUCK, **which).update(
        state=MessageState.QUEUED, attempt_count=0, next_attempt_at=now, lease_until=None
    )


def drop_stuck_messages(*, now: datetime.datetime) -> int:
    """Wipe stuck messages whose event is over, or that are too old; return how many."""
    is_over = Q(not_after__lte=now) | Q(created_at__lte=now - STUCK_LIFETIME)
    return OutboxMessage.objects.filter(is_over, state=MessageState.STUCK).update(
        state=MessageState.DROPPED, **WIPED
    )
