"""Time and memory of long lists: 10,000 people on paper, 100,000 in an Excel workbook."""

import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

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
    names = ("list", "rows", "seconds", "peak_mb", "helpers_peak_mb", "together_mb", "file_mb")
    return dict(zip(names, done.stdout.split(), strict=True))


def make(kind: ListFileKind) -> None:
    """Make one file as the worker does, and print its row."""
    count = ON_PAPER if kind == ListFileKind.PDF else PEOPLE
    list_file = _asked(kind, count)
    begun = time.monotonic()
    with Together() as together:
        if not make_file(list_file=list_file, clock=timezone.now):
            raise AssertionError(f"the {kind.value} was not made")
    seconds = time.monotonic() - begun
    size = sum(len(part) for part in bytes_of(list_file))
    print(
        kind.value,
        list_file.row_count,
        f"{seconds:.1f}",
        *(round(_peak(who)) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)),
        round(together.peak_mb),
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


class Together:
    """Looks twenty times a second at what this process and those it began hold at that moment.

    Each one's highest (as resource says it) need not fall together: a helper has ended before
    its sheets are joined.
    """

    def __init__(self) -> None:
        self.peak_mb = 0.0
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> "Together":
        self._watch.start()
        return self

    def __exit__(self, *_failure: object) -> None:
        self._over.set()
        self._watch.join()

    def _look_on(self) -> None:
        while not self._over.wait(0.05):
            held = sum(_held_mb(number) for number in [os.getpid(), *_children()])
            self.peak_mb = max(self.peak_mb, held)


def _children() -> list[int]:
    return [int(folder.name) for folder in Path("/proc").glob("[0-9]*") if _is_ours(folder)]


def _is_ours(folder: Path) -> bool:
    try:
        # After the name in brackets: state, then the parent.
        parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
    except OSError:
        return False
    return int(parent) == os.getpid()


def _held_mb(number: int) -> float:
    """Return the memory a process holds now; 0 when it has ended."""
    try:
        pages = int(Path(f"/proc/{number}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def _peak(who: int) -> float:
    """Return the highest memory of this process, or of the largest it waited for."""
    return resource.getrusage(who).ru_maxrss / 1024
