"""What the desk writes: the line in the log before a list leaves."""

import datetime
from collections.abc import Sequence

from django.db import transaction

from directory.models import User
from events.models import Event
from participants.enums import AuditAction
from participants.models import AuditEntry
from participants.services import log_list

LIST_KIND = "attendees"


def log_attendee_list(
    *,
    actor: User,
    action: AuditAction,
    event: Event,
    columns: Sequence[str],
    row_count: int,
    now: datetime.datetime,
) -> AuditEntry:
    """Write and commit who takes which list, before its first byte leaves.

    Durable: inside somebody else's transaction the line could be rolled back after the list
    has left, so that is refused.
    """
    with transaction.atomic(durable=True):
        return log_list(
            actor=actor,
            action=action,
            kind=LIST_KIND,
            subject=event.slug,
            columns=columns,
            row_count=row_count,
            now=now,
        )
