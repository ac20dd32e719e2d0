"""The site as people meet it: real server processes on a database of their own."""

import contextlib
import dataclasses
import fcntl
import functools
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from config.management.commands.serve import web_command
from tests import databases
from tests.console import Console

SHARED = databases.FOLDER / "shared"
# No test is about speed: how long anything served may take on the slowest, busiest machine.
PATIENCE_SECONDS = 180
END_SECONDS = 10
# Crowds queue for one row; where they stand on a busy machine is no fault of the product.
PATIENT_DATABASE = "-c lock_timeout=120000 -c statement_timeout=150000"
# What a served site may know of the machine; everything else is set here.
PASSED_ON = ("PATH", "HOME", "LANG", "TZ", "TMPDIR", "COVERAGE_PROCESS_START")


class DidNotStart(Exception):
    """The server ended or stayed silent; the message holds its log."""


@dataclass(frozen=True)
class ServedSite:
    """A running site: where it answers, what it works on, what it wrote."""

    url: str
    database_url: str
    folder: Path
    blocker: DjangoDbBlocker
    console: Console
    process: subprocess.Popen[bytes] | None = None

    @property
    def process_id(self) -> int:
        """The web server's own process; its workers are its children."""
        assert self.process is not None
        return self.process.pid

    @property
    def is_running(self) -> bool:
        """Whether the web server has stood since the site was first served."""
        return self.process is not None and self.process.poll() is None

    @contextlib.contextmanager
    def database(self) -> Iterator[None]:
        """Let the ORM of this process work on the site's database, outside any transaction.

        For setting up and looking afterwards; not in a test that uses the `db` fixture.
        """
        known = connections.databases["default"]
        before = known["NAME"]
        with self.blocker.unblock():
            connections.close_all()
            known["NAME"] = databases.connection_name(self.database_url)
            try:
                yield
            finally:
                connections.close_all()
                known["NAME"] = before

    def manage(self, *arguments: str) -> str:
        """Run a management command as the site would and return what it prints."""
        return self.console.run(*arguments)

    def log(self) -> str:
        """Return what the server has written so far."""
        return (self.folder / "server.log").read_text(encoding="utf-8")


def environment(
    url: str, database_url: str, folder: Path, *, is_patient: bool = True
) -> dict[str, str]:
    """Return the variables of `make run`, with a database and a folder of its own."""
    if is_patient and databases.is_postgres():
        joint = "&" if "?" in database_url else "?"
        database_url += f"{joint}options={quote(PATIENT_DATABASE)}"
    return {
        **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
        "DEBUG": "0",
        "DEMO": "1",
        "DEMO_PASSWORD": databases.DEMO_PASSWORD,
        "SECRET_KEY": "for-served-tests-only-for-served-tests-only-0123456789",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "BASE_URL": url,
        "DATABASE_URL": database_url,
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
    }


@contextlib.contextmanager
def serve(
    kind: str,
    blocker: DjangoDbBlocker,
    *,
    application: str = "config.wsgi:application",
    is_patient: bool = True,
    **variables: str,
) -> Iterator[ServedSite]:
    """Serve a fresh copy of a kind of database on a free port until the block ends.

    A patient one waits longer for a locked row than the product does where people are served.
    """
    with databases.copy_of(kind) as database_url, _claimed_port() as port:
        folder = _folder(database_url)
        url = f"http://127.0.0.1:{port}"
        console = Console(environment(url, database_url, folder))
        site = ServedSite(url, database_url, folder, blocker, console)
        command = [
            application if part == "config.wsgi:application" else part for part in web_command(port)
        ]
        with (folder / "server.log").open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=databases.ROOT,
                env=environment(site.url, database_url, folder, is_patient=is_patient) | variables,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_until_it_answers(site, process)
            yield dataclasses.replace(site, process=process)
        finally:
            console.end()
            end(process)
            shutil.rmtree(folder, ignore_errors=True)


def _folder(database_url: str) -> Path:
    """Make the site's own var/, the static files and pictures in it shared by all."""
    _collect_static_files()
    folder = databases.FOLDER / databases.name_of(database_url)
    folder.mkdir(parents=True)
    (folder / "static").symlink_to(SHARED / "static")
    (folder / "media").symlink_to(databases.FOLDER / "media")
    return folder


@functools.cache
def _collect_static_files() -> None:
    SHARED.mkdir(parents=True, exist_ok=True)
    (databases.FOLDER / "media").mkdir(exist_ok=True)
    with (SHARED / "static.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        code = "from config.static_files import collect_if_changed; collect_if_changed()"
        subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
            cwd=databases.ROOT,
            env=environment("http://127.0.0.1", f"sqlite:///{SHARED}/none.sqlite3", SHARED),
            stdin=subprocess.DEVNULL,
            check=True,
        )


@contextlib.contextmanager
def _claimed_port() -> Iterator[int]:
    """Yield a port that is ours while the block runs, whether or not anybody listens on it.

    A port that was only found free may be given to another process before the server takes it, or
    while a test has stopped the server. So it stays bound, which lets a server take it all the same
    because both say SO_REUSEADDR; that we say so afterwards keeps us off what others have claimed.
    """
    with socket.socket() as claim:
        claim.bind(("127.0.0.1", 0))
        claim.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        yield claim.getsockname()[1]


def wait_until_it_answers(site: ServedSite, process: subprocess.Popen[bytes]) -> None:
    """Return once the site is alive; DidNotStart when it ends or stays silent instead."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        # Silence is an OSError too: on a busy machine the first answer may take many seconds.
        with contextlib.suppress(OSError, http.client.HTTPException):
            urllib.request.urlopen(f"{site.url}/-/live", timeout=30).close()  # noqa: S310
            return
        time.sleep(0.05)
    raise DidNotStart(site.log())


def end(process: subprocess.Popen[bytes]) -> None:
    """End a web server at once and wait until nobody listens."""
    if "COVERAGE_PROCESS_START" in os.environ:
        # Whoever is to write down what it has run must be asked; that takes seconds.
        process.send_signal(signal.SIGQUIT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(END_SECONDS)
    if process.poll() is None:
        kill_workers(process.pid)
        process.kill()
        process.wait()


def kill_workers(process_id: int) -> None:
    """Stop a web server's own process, so that it starts no other, and end its workers at once."""
    os.kill(process_id, signal.SIGSTOP)
    workers = Path(f"/proc/{process_id}/task/{process_id}/children").read_text(encoding="ascii")
    for worker in workers.split():
        os.kill(int(worker), signal.SIGKILL)
        while _is_alive(worker):
            time.sleep(0.005)


def _is_alive(process_id: str) -> bool:
    # What nobody has asked after yet is still listed, as a zombie; it listens no more.
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        facts = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8")
        return facts.rpartition(")")[2].split()[0] not in ("Z", "X")
    return False


@pytest.fixture(scope="session")
def demo_site(django_db_blocker: DjangoDbBlocker) -> Iterator[ServedSite]:
    """Serve the demonstration to all tests of this worker: look, register, but undo nothing."""
    with serve("demonstration", django_db_blocker) as site:
        yield site
