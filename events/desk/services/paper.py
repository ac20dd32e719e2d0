"""Recording what stands on a filled-in sheet, taking it back whole, keeping its photograph."""

import datetime
from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from directory.models import User
from documents.photographs import drawn_anew
from events.attendance.rules import Entry, Gate
from events.attendance.services.check_in import undo_check_in
from events.attendance.services.paper import PaperArrival, record_paper_attendance
from events.attendance.services.walk_ins import Arrivals, add_walk_in, undo_walk_in
from events.desk.rules import ranges_of
from events.desk.selectors.paper import RowFate, typed_rows
from events.enums import CheckInKind, CheckInSource, UndoReason
from events.models import CheckIn, Event, ListPrint, PaperEntry, SheetPhotograph, WalkIn
from participants.enums import AuditAction
from participants.services import log_list

ROWS_KIND = "paper-rows"
UNDONE_KIND = "paper-rows-undone"
# Enough to read handwriting; half a megabyte in the database.
LONGEST_SIDE = 2000
MOST_PHOTOGRAPHS = 20


@transaction.atomic
def record_rows(
    *,
    list_print: ListPrint,
    counts: Mapping[int, int | None],
    key: str,
    actor: User,
    now: datetime.datetime,
) -> PaperEntry:
    """Count the parties of the rows that were typed; the same key again counts nothing more."""
    entry, is_new = _entry(list_print, key, actor, now)
    if not is_new:
        return entry
    event = list_print.event
    rows = typed_rows(list_print, counts).of(RowFate.COUNTED)
    report = record_paper_attendance(
        event=event,
        arrivals=[PaperArrival(row.registration.pk, counts[row.number]) for row in rows],
        actor=actor,
        key=key,
        happened_at=_moment(event, now),
        now=now,
    )
    entry.numbers = ranges_of([row.number for row in rows])
    entry.party_count, entry.people_count = len(report.counted), report.people
    entry.save(update_fields=["numbers", "party_count", "people_count"])
    _log(entry, ROWS_KIND, actor, now)
    return entry


@transaction.atomic
def record_blank_rows(
    *,
    list_print: ListPrint,
    arrivals: Sequence[Arrivals],
    key: str,
    actor: User,
    now: datetime.datetime,
) -> PaperEntry:
    """Count who was written into the blank rows, as people who came without registering."""
    entry, is_new = _entry(list_print, key, actor, now)
    if not is_new:
        return entry
    event = list_print.event
    gate = Gate(source=CheckInSource.PAPER, user_id=actor.pk)
    happened_at = _moment(event, now)
    for position, arrival in enumerate(arrivals, 1):
        add_walk_in(
            event=event,
            arrivals=arrival,
            gate=gate,
            entry=Entry(f"paper-{key}-walk-{position}", happened_at),
            now=now,
        )
    entry.party_count = len(arrivals)
    entry.people_count = sum(arrival.people_count for arrival in arrivals)
    entry.save(update_fields=["party_count", "people_count"])
    _log(entry, ROWS_KIND, actor, now)
    return entry


def _entry(
    list_print: ListPrint, key: str, actor: User, now: datetime.datetime
) -> tuple[PaperEntry, bool]:
    facts = {"event": list_print.event, "list_print": list_print, "made_at": now, "made_by": actor}
    return PaperEntry.objects.get_or_create(submission_key=key, defaults=facts)


def _moment(event: Event, now: datetime.datetime) -> datetime.datetime:
    """Return when they came: paper tells no minute, and what is typed in later not even an hour."""
    ends_by = event.schedule.ends_by
    return min(now, ends_by) if ends_by is not None else now


@transaction.atomic
def undo_entry(*, entry: PaperEntry, actor: User, now: datetime.datetime) -> bool:
    """Take a whole typing back; False when it was taken back before."""
    standing = PaperEntry.objects.filter(pk=entry.pk, undone_at__isnull=True)
    if not standing.update(undone_at=now, undone_by=actor):
        return False
    key, gate = entry.submission_key, Gate(source=CheckInSource.PAPER, user_id=actor.pk)
    lines = CheckIn.objects.filter(
        event=entry.event_id, client_id__startswith=f"paper-{key}-", kind=CheckInKind.ARRIVAL
    )
    for line in lines.select_related("registration").order_by("registration", "pk"):
        undo_check_in(
            registration=line.registration,
            check_in=line,
            reason=UndoReason.WRONG_NUMBER,
            gate=gate,
            entry=Entry(f"paper-undo-{key}-{line.registration_id}", now),
            now=now,
        )
    walk_ins = WalkIn.objects.filter(
        event=entry.event_id, client_id__startswith=f"paper-{key}-walk-"
    )
    for walk_in in walk_ins.order_by("pk"):
        undo_walk_in(walk_in=walk_in, reason=UndoReason.WRONG_NUMBER, now=now)
    _log(entry, UNDONE_KIND, actor, now)
    return True


def _log(entry: PaperEntry, kind: str, actor: User, now: datetime.datetime) -> None:
    log_list(
        actor=actor,
        action=AuditAction.CHANGE,
        kind=kind,
        subject=entry.event.slug,
        columns=[f"sheet:{entry.list_print.sheet_code}"],
        row_count=entry.party_count,
        now=now,
    )


@transaction.atomic
def keep_photograph(
    *, list_print: ListPrint, data: bytes, actor: User, now: datetime.datetime
) -> SheetPhotograph | None:
    """Keep a photograph of a sheet, drawn anew; None when there are enough of it.

    Raises NotAPhotograph.
    """
    content = drawn_anew(data, LONGEST_SIDE)
    if SheetPhotograph.objects.filter(list_print=list_print).count() >= MOST_PHOTOGRAPHS:
        return None
    return SheetPhotograph.objects.create(
        event=list_print.event,
        list_print=list_print,
        content=content,
        kept_at=now,
        kept_by=actor,
    )


@transaction.atomic
def delete_photograph(*, list_print: ListPrint, number: int) -> bool:
    """Delete one photograph of a sheet; False when there is none."""
    return bool(SheetPhotograph.objects.filter(list_print=list_print, pk=number).delete()[0])


@transaction.atomic
def purge_photographs(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Delete the photographs of sheets whose people are past their time; return how many."""
    last_day = timezone.localtime(now).date() - datetime.timedelta(days=settings.RETENTION_DAYS)
    due = SheetPhotograph.objects.filter(event__schedule__happens_on__lt=last_day)
    return due.count() if is_dry_run else due.delete()[0]
