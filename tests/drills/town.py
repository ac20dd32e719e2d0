"""A whole site to be hurt: PostgreSQL, web server, message worker and a mail server."""

import contextlib
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests import databases, postgres
from tests.messaging.smtp_server import SmtpServer
from tests.served_site import ServedSite, environment, serve

SLUG = "walk-lahore-2027"


@dataclass
class Town:
    """Everything a drill can kill, and everything it can ask afterwards."""

    site: ServedSite
    server: postgres.StoppableServer
    smtp: SmtpServer
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    worker: subprocess.Popen[bytes] | None = None
    kills: dict[str, int] = field(default_factory=lambda: {"web": 0, "worker": 0, "database": 0})

    def start_worker(self) -> None:
        """Start `manage.py work`, sending to the mail server."""
        variables = environment(self.site.url, self.site.database_url, self.site.folder)
        variables["EMAIL_URL"] = f"smtp://127.0.0.1:{self.smtp.port}"
        with (self.site.folder / "worker.log").open("ab") as log:
            self.worker = subprocess.Popen(
                [sys.executable, "manage.py", "work"],
                cwd=databases.ROOT,
                env=variables,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def kill_worker(self) -> None:
        """Kill the message worker outright."""
        assert self.worker is not None
        self.worker.kill()
        self.worker.wait()
        self.kills["worker"] += 1

    def kill_web_process(self) -> None:
        """Kill one of the web server's processes outright, whatever it is at."""
        arbiter = self.site.process_id
        children = Path(f"/proc/{arbiter}/task/{arbiter}/children").read_text().split()
        os.kill(int(self.chance.choice(children)), signal.SIGKILL)
        self.kills["web"] += 1

    def stop_database(self) -> None:
        """Pull the plug of PostgreSQL."""
        self.server.stop_hard()
        self.kills["database"] += 1

    @contextlib.contextmanager
    def locked_places(self) -> Iterator[None]:
        """Hold every row of places, as a transaction does that somebody forgot to end."""
        with psycopg.connect(self.site.database_url) as connection:
            connection.execute("SELECT 1 FROM events_places FOR UPDATE")
            yield
            connection.rollback()

    def ask(self, statement: Any, *parameters: object) -> list[tuple[Any, ...]]:
        """Return the rows of a statement, asked past the site."""
        with psycopg.connect(self.site.database_url, autocommit=True) as connection:
            cursor = connection.execute(statement, parameters)
            return cursor.fetchall() if cursor.description else []


@contextlib.contextmanager
def town(blocker: DjangoDbBlocker) -> Iterator[Town]:
    """Build the demonstration's town on a PostgreSQL of its own, with room for everybody."""
    try:
        with (
            postgres.stoppable_server() as server,
            SmtpServer() as smtp,
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setenv("DATABASE_URL", server.url)
            with serve("demonstration", blocker, is_patient=False) as site:
                built = Town(site, server, smtp)
                # Nobody of the demonstration is written to: what leaves is the drill's own.
                built.ask("DELETE FROM messaging_outboxmessage")
                built.ask("UPDATE events_places SET capacity = 100000, ceiling = 100000")
                try:
                    yield built
                finally:
                    if built.worker is not None:
                        built.worker.kill()
                        built.worker.wait()
    except postgres.NoPostgres as problem:
        pytest.skip(str(problem))
