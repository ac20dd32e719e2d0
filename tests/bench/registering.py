"""People registering over HTTP on PostgreSQL: how many a second, how long each waits."""

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path

from django.db import connection
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from events.models import Event, Registration
from events.registration.selectors import miscounted_places
from events.registration.services.waiting import change_capacity
from tests import databases
from tests.bench.visitors import Plan, Seen
from tests.served_site import ServedSite, serve

SLUG = "walk-lahore-2027"
PATH = f"/ur/events/{SLUG}/register/"
CLIENT_COUNT = 16
SECONDS = float(os.environ.get("BENCH_SECONDS", "60"))
WARM_UP_SECONDS = 3.0
MEMORY_AFTER_SECONDS = 10.0
PAGE_BYTES, TICKS = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_CLK_TCK")
Row = dict[str, object]


def measured() -> list[Row]:
    """Return one row for two requests a person, one for three."""
    return [_measured(looks_at_check_page=False), _measured(looks_at_check_page=True)]


def _measured(*, looks_at_check_page: bool) -> Row:
    with serve("demonstration", DjangoDbBlocker(_ispytest=True)) as site:
        with site.database():
            event = Event.objects.get(slug=SLUG)
            change_capacity(event=event, capacity=1_000_000, now=timezone.now())
            before = Registration.objects.filter(event=event).count()
        plan = Plan(site.url, PATH, CLIENT_COUNT, WARM_UP_SECONDS, looks_at_check_page)
        warmed_up = _crowd(plan)
        plan.seconds, plan.first_number = SECONDS, 1_000_000
        web = Processes(_children_of(site.process_id))
        memory = Memory(web)
        memory.start()
        used_before = _used(site, web)
        load_before = os.getloadavg()[0]
        seen = _crowd(plan)
        used = [after - before for after, before in zip(_used(site, web), used_before, strict=True)]
        memory.stop()
        _check(site, before + len(warmed_up.confirmed_at) + len(seen.confirmed_at))
    return _row(seen, looks_at_check_page=looks_at_check_page) | {
        **_cpu(used, seen),
        "mb_after_10_s": memory.after_ten,
        "mb_at_end": memory.last,
        "load_before": round(load_before, 1),
    }


def _used(site: ServedSite, web: "Processes") -> tuple[float, float, float]:
    """Return the processor seconds used by the web server, by PostgreSQL, and by everybody."""
    with site.database(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
        server = Path(f"/proc/{backend}/stat").read_text().rpartition(")")[2].split()[1]
        database = Processes([int(server), *_children_of(int(server))])
        return web.cpu_seconds(), database.cpu_seconds(), busy_seconds()


def _cpu(used: list[float], seen: Seen) -> Row:
    """Return who used how much for each registration; others share the machine with us."""
    web, database, everybody = used
    shares = {
        "web_cpu_ms": web,
        "database_cpu_ms": database,
        "client_cpu_ms": seen.cpu_seconds,
        "system_and_others_cpu_ms": everybody - web - database - seen.cpu_seconds,
    }
    count = len(seen.confirmed_at)
    return {name: round(1000 * seconds / count, 1) for name, seconds in shares.items()}


def _crowd(plan: Plan) -> Seen:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.visitors"],
        cwd=databases.ROOT,
        input=json.dumps(asdict(plan)),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise databases.CommandFailed(done.stderr)
    return Seen(**json.loads(done.stdout))


def _check(site: ServedSite, confirmed_count: int) -> None:
    """Fail rather than print a figure for registrations that are not there."""
    with site.database():
        stored_count = Registration.objects.filter(event__slug=SLUG).count()
        wrong = miscounted_places()
    if stored_count != confirmed_count or wrong:
        raise AssertionError(f"{confirmed_count} confirmed, {stored_count} stored, {wrong}")


def _row(seen: Seen, *, looks_at_check_page: bool) -> Row:
    confirmed_count = len(seen.confirmed_at)
    waits = seen.form_ms + seen.check_ms + seen.register_ms
    return {
        "one_registration_is": "GET form, POST check, POST confirmed"
        if looks_at_check_page
        else "GET form, POST confirmed",
        "clients": CLIENT_COUNT,
        "seconds": round(SECONDS),
        "confirmed": confirmed_count,
        "other_answers": sum(seen.statuses.values()) - confirmed_count,
        "per_second": round(confirmed_count / max(seen.confirmed_at), 1),
        "slowest_10_s": _slowest(seen.confirmed_at),
        "p50_ms": round(statistics.median(waits)),
        "p95_ms": round(_percentile(waits, 95)),
        "p95_register_ms": round(_percentile(seen.register_ms, 95)),
        "worst_ms": round(max(waits)),
    }


def _percentile(values: list[float], percent: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def _slowest(moments: list[float]) -> float:
    """Return the rate of the slowest ten seconds: sustained means that none is slow."""
    tens = [sum(1 for at in moments if ten * 10 <= at < ten * 10 + 10) for ten in range(60)]
    whole = [count for ten, count in enumerate(tens) if (ten + 1) * 10 <= SECONDS]
    return min(whole or [len(moments)]) / 10


def busy_seconds() -> float:
    """Return the processor time that everybody on this machine has used since it started."""
    user, nice, system, _idle, _wait, *rest = Path("/proc/stat").read_text().split()[1:9]
    return sum(int(part) for part in (user, nice, system, *rest)) / TICKS


class Processes:
    """The web server's processes as the system counts them."""

    def __init__(self, ids: list[int]) -> None:
        self._ids = ids

    def cpu_seconds(self) -> float:
        """Return the processor time they have used."""
        fields = [
            Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self._ids
        ]
        return sum(int(found[11]) + int(found[12]) for found in fields) / TICKS

    def megabytes(self) -> float:
        """Return the memory they hold, what they share counted in each."""
        pages = [int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in self._ids]
        return round(sum(pages) * PAGE_BYTES / 1_048_576, 1)


class Memory(threading.Thread):
    """Looks at the memory every second while the crowd is at work."""

    def __init__(self, processes: Processes) -> None:
        super().__init__(daemon=True)
        self._processes = processes
        self._is_over = threading.Event()
        self.after_ten = self.last = 0.0

    def run(self) -> None:
        """Look until told to stop."""
        begun = time.monotonic()
        while not self._is_over.wait(1):
            self.last = self._processes.megabytes()
            if time.monotonic() - begun >= MEMORY_AFTER_SECONDS and not self.after_ten:
                self.after_ten = self.last

    def stop(self) -> None:
        """Look no more."""
        self._is_over.set()
        self.join()


def _children_of(process_id: int) -> list[int]:
    """Return the ids of the workers; the arbiter serves nobody."""
    children = Path(f"/proc/{process_id}/task/{process_id}/children").read_text()
    return [int(child) for child in children.split()]
