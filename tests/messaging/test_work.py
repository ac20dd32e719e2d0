"""The worker as a process of its own: killed, told to stop, without a database."""

import datetime
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection
from django.utils import timezone

from messaging.enums import MessageState
from messaging.models import OutboxMessage
from messaging.services import SendReport
from tests.messaging.builders import queue, send
from tests.messaging.smtp_server import SmtpServer
from tests.served_site import PATIENCE_SECONDS

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]
TABLE, AWAY = "messaging_outboxmessage", "messaging_away"


def database_url() -> str:
    """Return where the database of this test is."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


class Workers:
    """Starts workers on this test's database and mail server, and ends what is left."""

    def __init__(self, smtp: SmtpServer) -> None:
        self._port = smtp.port
        self._started: list[subprocess.Popen[str]] = []

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start `manage.py work`."""
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings.development",
            "DEBUG": "0",
            "DATABASE_URL": database_url(),
            "EMAIL_URL": f"smtp://127.0.0.1:{self._port}",
        }
        process = subprocess.Popen(
            [sys.executable, "manage.py", "work", *arguments],
            cwd=ROOT,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._started.append(process)
        return process

    def end_all(self) -> None:
        """Leave no process behind."""
        for process in self._started:
            if process.poll() is None:
                process.kill()
            process.wait()
            errors_of(process).close()


@pytest.fixture
def workers(smtp: SmtpServer) -> Iterator[Workers]:
    """Start workers as a test asks, and end them after it."""
    started = Workers(smtp)
    yield started
    started.end_all()


def errors_of(process: subprocess.Popen[str]) -> IO[str]:
    """Return what a worker logs."""
    assert process.stderr is not None
    return process.stderr


def line_with(process: subprocess.Popen[str], words: str) -> str:
    """Wait for a log line and return it."""
    return next(line for line in errors_of(process) if words in line)


def test_work_once_drains_and_stops(workers: Workers, smtp: SmtpServer) -> None:
    for number in range(3):
        queue(f"m{number}", now=timezone.now())

    code = workers.start("--once").wait(PATIENCE_SECONDS)

    assert code == 0
    assert smtp.message_ids == [f"<m{number}@hamqadam.test>" for number in range(3)]


def test_work_killed_mid_send_sends_again_with_the_same_message_id(
    workers: Workers, smtp: SmtpServer
) -> None:
    message = queue(now=timezone.now())
    smtp.silent_at.add("BODY")

    worker = workers.start()
    assert smtp.is_waited_for.wait(PATIENCE_SECONDS)
    worker.kill()
    worker.wait()
    smtp.go_on()

    message.refresh_from_db()
    lease_until = message.lease_until
    assert message.state == MessageState.QUEUED
    assert lease_until is not None
    assert send(lease_until - datetime.timedelta(seconds=1)) == SendReport()
    assert send(lease_until + datetime.timedelta(seconds=1)) == SendReport(sent=1)
    assert smtp.message_ids == ["<one@hamqadam.test>", "<one@hamqadam.test>"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_work_told_to_stop_ends_after_the_message_in_hand(
    workers: Workers, smtp: SmtpServer, number: signal.Signals
) -> None:
    queue("first", now=timezone.now())
    queue("second", now=timezone.now())
    smtp.silent_at.add("BODY")

    worker = workers.start()
    assert smtp.is_waited_for.wait(PATIENCE_SECONDS)
    worker.send_signal(number)
    smtp.go_on()
    code = worker.wait(PATIENCE_SECONDS)

    states = dict(OutboxMessage.objects.values_list("message_id", "state"))
    assert code == 0
    assert smtp.message_ids == ["<first@hamqadam.test>"]
    assert states == {
        "<first@hamqadam.test>": MessageState.SENT,
        "<second@hamqadam.test>": MessageState.QUEUED,
    }


def test_work_outlives_a_database_that_fails(workers: Workers, smtp: SmtpServer) -> None:
    message = queue(now=timezone.now())
    smtp.silent_at.add("BODY")
    rename(TABLE, AWAY)

    try:
        worker = workers.start()
        line = line_with(worker, "does not answer")
    finally:
        rename(AWAY, TABLE)
    is_sending = smtp.is_waited_for.wait(PATIENCE_SECONDS)
    worker.terminate()
    smtp.go_on()
    code = worker.wait(PATIENCE_SECONDS)

    message.refresh_from_db()
    assert is_sending
    assert code == 0
    assert message.state == MessageState.SENT
    assert line.rstrip().endswith(("OperationalError", "ProgrammingError"))


def rename(old: str, new: str) -> None:
    """Give a table another name."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {old} RENAME TO {new}")
