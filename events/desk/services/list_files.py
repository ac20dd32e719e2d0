"""Making lists as files: asked for, made once by whoever is free, deleted after hours."""

import datetime
import gc
import logging
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.db.models import F, Q
from xlsxwriter.exceptions import XlsxWriterException

from directory.models import User
from documents.errors import DrawingFailed
from events.desk.lists.files import drawn, shape_of, write_workbook
from events.desk.lists.print_files import PrintLook, draw_print
from events.desk.lists.shapes import ListShape
from events.desk.selectors.list_files import place_of_part
from events.desk.services.list_prints import SheetFacts, new_sheet_code, record_print
from events.enums import ListFileKind, ListFileState, ListPreset, RegistrationState
from events.errors import NoLongerOurs
from events.models import Event, ListFile, ListFilePart, ListPrint
from participants.rules.sealing import seal

logger = logging.getLogger(__name__)
LEASE_SECONDS = 120
# A worker that was killed made an attempt too: a list that kills workers is given up.
MOST_ATTEMPTS = 3
KEPT_HOURS = 6
PART_BYTES = 1 << 20
SECONDS_BETWEEN_REPORTS = 1.0
MAKING = "hamqadam-list-"
OBJECTS_BETWEEN_COLLECTIONS = 10_000
FAULTS = (DrawingFailed, XlsxWriterException, OSError)
Clock = Callable[[], datetime.datetime]


@dataclass(frozen=True, slots=True)
class FileRequest:
    """What somebody asks for: which registrations, in which columns, as which kind of file."""

    kind: ListFileKind
    language: str
    shape: ListShape
    state: RegistrationState
    registration_ids: Sequence[int]
    notes: Sequence[str] = ()
    is_part: bool = False
    since: ListPrint | None = None
    sheet: str = ""
    look: PrintLook | None = None


def ask_for_file(
    *, event: Event, actor: User, request: FileRequest, now: datetime.datetime
) -> ListFile:
    """Write what is to be made; nothing is made yet."""
    return ListFile.objects.create(
        event=event,
        asked_by=actor,
        asked_at=now,
        kind=request.kind,
        language=request.language,
        preset=request.shape.preset,
        columns=list(request.shape.own_columns),
        blank_row_count=request.shape.blank_row_count,
        registration_ids=list(request.registration_ids),
        row_count=len(request.registration_ids),
        listed_state=request.state,
        notes=list(request.notes),
        is_part=request.is_part,
        since=request.since,
        sheet=request.sheet,
        look=request.look.as_kept() if request.look else None,
    )


def make_next_file(*, clock: Clock) -> bool:
    """Make the file that has waited longest; False when none waits."""
    now = clock()
    _give_up(now)
    is_free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
    for list_file in (
        ListFile.objects.to_be_made()
        .filter(is_free)
        .select_related("event__city", "event__schedule__venue", "asked_by", "since")
    ):
        if make_file(list_file=list_file, clock=clock):
            return True
    return False


def make_file(*, list_file: ListFile, clock: Clock) -> bool:
    """Make one file now; False when somebody else is at it or it could not be made."""
    if not _claim(list_file, clock()):
        return False
    try:
        if list_file.sheet:
            _make_print(list_file, clock)
        elif list_file.kind == ListFileKind.PDF:
            _make_pdf(list_file, clock)
        else:
            _make_workbook(list_file, clock)
    except NoLongerOurs:
        return False
    except FAULTS as error:
        # Its class only: a message may hold a name.
        logger.warning("list file %s was not made: %s", list_file.pk, type(error).__name__)
        return False
    return True


def _claim(list_file: ListFile, now: datetime.datetime) -> bool:
    """Make a file ours for a while; False when another process has it."""
    lease_until = now + datetime.timedelta(seconds=LEASE_SECONDS)
    is_free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
    claimed_count = (
        ListFile.objects.filter(is_free, pk=list_file.pk, state=ListFileState.QUEUED)
        .filter(attempt_count__lt=MOST_ATTEMPTS)
        .update(lease_until=lease_until, attempt_count=F("attempt_count") + 1, done_count=0)
    )
    list_file.lease_until = lease_until
    return claimed_count == 1


def _give_up(now: datetime.datetime) -> None:
    """Mark files that were tried often enough and that nobody is at."""
    ListFile.objects.to_be_made().filter(
        attempt_count__gte=MOST_ATTEMPTS, lease_until__lt=now
    ).update(state=ListFileState.FAILED, registration_ids=[])


def _make_pdf(list_file: ListFile, clock: Clock) -> None:
    now = clock()
    code = new_sheet_code() if shape_of(list_file).names_people else ""
    made = drawn(list_file, sheet_code=code, now=now, progress=_reporter(list_file, clock))
    facts = SheetFacts(
        language=list_file.language,
        preset=ListPreset(list_file.preset),
        listed_state=RegistrationState(list_file.listed_state),
        columns=list_file.columns,
        rows=made.rows,
        blank_row_count=0 if list_file.since else list_file.blank_row_count,
        since=list_file.since,
        is_part=list_file.is_part,
        code=code,
    )
    _finish(list_file, _parts_of(made.pdf), clock, facts if code else None)


def _make_print(list_file: ListFile, clock: Clock) -> None:
    pdf = draw_print(list_file, _reporter(list_file, clock))
    _finish(list_file, _parts_of(pdf), clock)


def _parts_of(made: bytes) -> Iterator[bytes]:
    return (made[at : at + PART_BYTES] for at in range(0, len(made), PART_BYTES))


def _make_workbook(list_file: ListFile, clock: Clock) -> None:
    with tempfile.TemporaryDirectory(prefix=MAKING) as folder:
        path = Path(folder) / "list.xlsx"
        with _collecting_seldom():
            write_workbook(path, list_file, _reporter(list_file, clock))
        _finish(list_file, _pieces_of(path), clock)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Let Python look for garbage in circles less often, and only among what is new.

    Rows come and go without circles, and looking took a fifth of the time of a long list. Only
    a worker makes lists so, one at a time: what is set here is the whole process's.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _pieces_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as made:
        while piece := made.read(PART_BYTES):
            yield piece


@transaction.atomic
def _finish(
    list_file: ListFile, parts: Iterator[bytes], clock: Clock, facts: SheetFacts | None = None
) -> None:
    """Keep the bytes and the print together, so that no sheet exists that nobody can fetch."""
    byte_count = 0
    _mark(list_file, clock())
    for position, part in enumerate(parts):
        sealed = seal(part, place_of_part(list_file, position))
        ListFilePart.objects.create(file=list_file, position=position, content=sealed)
        byte_count += len(part)
    now = clock()
    if facts is not None:
        list_file.list_print = record_print(
            event=list_file.event, actor=list_file.asked_by, facts=facts, now=now
        )
    ListFile.objects.filter(pk=list_file.pk).update(
        state=ListFileState.READY,
        list_print=list_file.list_print,
        made_at=now,
        byte_count=byte_count,
        done_count=list_file.row_count,
        registration_ids=[],
        lease_until=None,
    )


def _reporter(list_file: ListFile, clock: Clock) -> Callable[[int], None]:
    """Return what notes how far a file is, and keeps it ours, once a second at most."""
    reported = time.monotonic()

    def report(rows: int) -> None:
        nonlocal reported
        if time.monotonic() - reported >= SECONDS_BETWEEN_REPORTS:
            reported = time.monotonic()
            _mark(list_file, clock(), min(rows, list_file.row_count))

    return report


def _mark(list_file: ListFile, now: datetime.datetime, done_count: int = 0) -> None:
    """Prolong our claim; raises NoLongerOurs when another process has taken the file over."""
    lease_until = now + datetime.timedelta(seconds=LEASE_SECONDS)
    ours = ListFile.objects.filter(
        pk=list_file.pk, state=ListFileState.QUEUED, lease_until=list_file.lease_until
    )
    if not ours.update(lease_until=lease_until, done_count=done_count):
        raise NoLongerOurs
    list_file.lease_until = lease_until


def forget_old_files(*, now: datetime.datetime) -> int:
    """Delete files asked for hours ago and what killed processes left on disk; return how many."""
    oldest = now - datetime.timedelta(hours=KEPT_HOURS)
    for folder in Path(tempfile.gettempdir()).glob(f"{MAKING}*"):
        if folder.stat().st_mtime < oldest.timestamp():
            shutil.rmtree(folder, ignore_errors=True)
    return ListFile.objects.filter(asked_at__lt=oldest).delete()[0]
