"""The log of lists that left: lines are added, never changed, never deleted."""

import datetime
from collections.abc import Callable

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from directory.models import User
from participants.enums import AuditAction
from participants.errors import AuditLogIsAppendOnly
from participants.models import AuditEntry
from participants.services import log_list

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> AuditEntry:
    """Return a line of the log."""
    return log_list(
        actor=User.objects.create(username="organiser"),
        action=AuditAction.PRINT,
        kind="pdf",
        subject="walk-lahore-2027",
        columns=["name"],
        row_count=120,
        now=datetime.datetime(2027, 5, 1, tzinfo=datetime.UTC),
    )


def _saved(entry: AuditEntry) -> None:
    entry.row_count = 1
    entry.save()


def _saved_in_bulk(entry: AuditEntry) -> None:
    entry.row_count = 1
    AuditEntry.objects.bulk_update([entry], ["row_count"])


CHANGES: dict[str, Callable[[AuditEntry], object]] = {
    "save": _saved,
    "save-fields": lambda entry: entry.save(update_fields=["row_count"]),
    "delete": lambda entry: entry.delete(),
    "update": lambda _entry: AuditEntry.objects.update(row_count=1),
    "update-some": lambda entry: AuditEntry.objects.filter(pk=entry.pk).update(row_count=1),
    "delete-all": lambda _entry: AuditEntry.objects.all().delete(),
    "bulk-update": _saved_in_bulk,
    "update-or-create": lambda entry: AuditEntry.objects.update_or_create(
        pk=entry.pk, defaults={"row_count": 1}
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_line_of_the_log_cannot_be_changed_or_deleted(change: str, entry: AuditEntry) -> None:
    with pytest.raises(AuditLogIsAppendOnly), transaction.atomic():
        CHANGES[change](entry)

    assert AuditEntry.objects.get().row_count == 120


def test_whoever_is_in_the_log_cannot_be_deleted(entry: AuditEntry) -> None:
    with pytest.raises(ProtectedError):
        entry.actor.delete()

    assert AuditEntry.objects.count() == 1


def test_the_newest_line_stands_first(entry: AuditEntry) -> None:
    later = log_list(
        actor=entry.actor,
        action=AuditAction.VIEW,
        kind="page",
        subject="walk-lahore-2027",
        columns=[],
        row_count=0,
        now=entry.at + datetime.timedelta(minutes=1),
    )

    assert list(AuditEntry.objects.all()) == [later, entry]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE participants_auditentry SET row_count = 1",
        pytest.param(
            "DELETE FROM participants_auditentry",
            # SQLite refuses changes only; see migration 0020 for why.
            marks=pytest.mark.skipif(
                "sqlite" in settings.DATABASES["default"]["ENGINE"], reason="about PostgreSQL"
            ),
        ),
    ],
)
def test_the_database_itself_refuses_to_change_a_line(statement: str, entry: AuditEntry) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)

    assert AuditEntry.objects.get().row_count == 120
