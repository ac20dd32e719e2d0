"""Time and memory of long lists: 10,000 people on paper, 100,000 in an Excel workbook."""

import os
import resource
import subprocess
import sys
import time

from django.db import connections
from django.utils import timezone

from directory.models import User
from events.desk.lists.shapes import ListShape
from events.desk.selectors.list_files import bytes_of
from events.desk.services.list_files import FileRequest, ask_for_file, make_file
from events.enums import ListFileKind, RegistrationState
from events.models import Event, ListFile, Registration
from tests import databases

PEOPLE = 100_000
ON_PAPER = 10_000
MEGABYTE = 1 << 20
Row = dict[str, object]


def measured() -> list[Row]:
    """Return one row for each kind of file; each is made in a process of its own."""
    with databases.copy_of("demonstration") as url:
        databases.manage(url, "load_demo", "--reset", "--registrations", str(PEOPLE))
        return [_in_a_process(url, kind) for kind in ListFileKind]


def _in_a_process(url: str, kind: ListFileKind) -> Row:
    """Memory is a process's highest: what was measured before must not be in it."""
    command = [sys.executable, "-m", "tests.bench", "--list", kind.value]
    variables = os.environ | {"DATABASE_URL": url}
    done = subprocess.run(command, env=variables, check=True, capture_output=True, text=True)
    names = ("list", "rows", "seconds", "peak_mb", "helpers_peak_mb", "file_mb")
    return dict(zip(names, done.stdout.split(), strict=True))


def make(kind: ListFileKind) -> None:
    """Make one file as the worker does, and print its row."""
    count = ON_PAPER if kind == ListFileKind.PDF else PEOPLE
    list_file = _asked(kind, count)
    begun = time.monotonic()
    if not make_file(list_file=list_file, clock=timezone.now):
        raise AssertionError(f"the {kind.value} was not made")
    seconds = time.monotonic() - begun
    size = sum(len(part) for part in bytes_of(list_file))
    print(
        kind.value,
        list_file.row_count,
        f"{seconds:.1f}",
        *(round(_peak(who)) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)),
        f"{size / MEGABYTE:.1f}",
    )
    connections.close_all()


def _asked(kind: ListFileKind, count: int) -> ListFile:
    event = Event.objects.get(slug="walk-lahore-2027")
    ids = Registration.objects.filter(event=event).in_name_order().values_list("pk", flat=True)
    if len(ids) < count:
        ids = Registration.objects.in_name_order().values_list("pk", flat=True)
    request = FileRequest(
        kind=kind,
        language="ur",
        shape=ListShape(),
        state=RegistrationState.CONFIRMED,
        registration_ids=list(ids[:count]),
    )
    actor = User.objects.get(username="organiser-lahore")
    return ask_for_file(event=event, actor=actor, request=request, now=timezone.now())


def _peak(who: int) -> float:
    """Return the highest memory of this process, or of the largest it waited for."""
    return resource.getrusage(who).ru_maxrss / 1024
