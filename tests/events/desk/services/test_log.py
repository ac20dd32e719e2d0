"""The line in the log: what it holds, and that nothing can take it back."""

import pytest
from django.db import transaction

from directory.models import User
from events.desk.services import log_attendee_list
from events.models import Event
from participants.enums import AuditAction
from participants.models import AuditEntry
from tests.events.desk.builders import NOON


def log(organiser: User, lahore: Event) -> AuditEntry:
    """Log a list of two columns and three rows."""
    return log_attendee_list(
        actor=organiser,
        action=AuditAction.EXPORT,
        event=lahore,
        columns=["name", "phone"],
        row_count=3,
        now=NOON,
    )


def test_log_attendee_list_says_who_what_and_how_much(organiser: User, lahore: Event) -> None:
    entry = log(organiser, lahore)

    entry.refresh_from_db()
    assert (entry.actor, entry.action, entry.kind) == (organiser, "export", "attendees")
    assert (entry.subject, entry.columns, entry.row_count, entry.at) == (
        lahore.slug,
        ["name", "phone"],
        3,
        NOON,
    )


@pytest.mark.django_db(transaction=True)
def test_log_attendee_list_refuses_to_hang_on_another_transaction(
    organiser: User, lahore: Event
) -> None:
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        log(organiser, lahore)

    assert AuditEntry.objects.count() == 0
