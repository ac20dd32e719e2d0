"""What the desk writes: the line in the log before a list leaves, and what is done to repeats."""

import datetime
from collections.abc import Sequence

from django.db import transaction

from directory.models import User
from events.models import Event, Registration
from events.registration.services.merges import keep_both, merge_registrations
from participants.enums import AuditAction
from participants.models import AuditEntry
from participants.services import log_list

LIST_KIND = "attendees"
MERGED_KIND = "repeat-merged"
KEPT_KIND = "repeat-kept"


def log_attendee_list(
    *,
    actor: User,
    action: AuditAction,
    event: Event,
    columns: Sequence[str],
    row_count: int,
    now: datetime.datetime,
    kind: str = LIST_KIND,
) -> AuditEntry:
    """Write and commit who takes which list, before its first byte leaves.

    Durable: inside somebody else's transaction the line could be rolled back after the list
    has left, so that is refused.
    """
    with transaction.atomic(durable=True):
        return log_list(
            actor=actor,
            action=action,
            kind=kind,
            subject=event.slug,
            columns=columns,
            row_count=row_count,
            now=now,
        )


@transaction.atomic
def merge_repeat(*, actor: User, later: Registration, now: datetime.datetime) -> Registration:
    """Make one registration of two like ones, with a line in the log; return the one kept."""
    kept = merge_registrations(later=later, now=now)
    _log_pair(actor, MERGED_KIND, later, now)
    return kept


@transaction.atomic
def keep_repeat(*, actor: User, later: Registration, now: datetime.datetime) -> None:
    """Leave two like registrations as they are, with a line in the log."""
    keep_both(later=later)
    _log_pair(actor, KEPT_KIND, later, now)


def _log_pair(actor: User, kind: str, later: Registration, now: datetime.datetime) -> None:
    log_list(
        actor=actor,
        action=AuditAction.CHANGE,
        kind=kind,
        subject=later.event.slug,
        columns=[],
        row_count=2,
        now=now,
    )
