"""A long list made by the worker as a process of its own, killed in the middle once."""

import datetime
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.utils import timezone

from events.desk.lists.shapes import ListShape
from events.desk.selectors.list_files import bytes_of
from events.desk.services.list_files import FileRequest, ask_for_file
from events.enums import ListFileKind, ListFileState, RegistrationState
from events.models import ListFile, ListPrint, Registration
from tests.documents.pages import texts_of
from tests.events.desk.builders import make_event, make_organiser, register_many
from tests.messaging.test_work import database_url
from tests.served_site import PATIENCE_SECONDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]
ROOT = Path(__file__).resolve().parents[4]
# Enough to be caught in the middle: some seconds.
PEOPLE = 1400


def start_worker() -> subprocess.Popen[bytes]:
    """Return a worker that drains and stops."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "work", "--once"],
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": database_url(),
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
        },
        start_new_session=True,
    )


def test_list_of_a_killed_worker_is_made_once_by_the_next() -> None:
    event = make_event("lahore")
    register_many(event, PEOPLE)
    request = FileRequest(
        kind=ListFileKind.PDF,
        language="en",
        shape=ListShape(),
        state=RegistrationState.CONFIRMED,
        registration_ids=list(Registration.objects.in_name_order().values_list("pk", flat=True)),
    )
    list_file = ask_for_file(
        event=event, actor=make_organiser(event), request=request, now=timezone.now()
    )
    with start_worker() as first:
        _wait_until_begun(first)
        os.killpg(first.pid, signal.SIGKILL)
    list_file.refresh_from_db()
    assert (list_file.state, list_file.attempt_count) == (ListFileState.QUEUED, 1)
    # Its lease would end by itself in two minutes.
    ListFile.objects.update(lease_until=timezone.now() - datetime.timedelta(seconds=1))

    with start_worker() as second:
        assert second.wait(PATIENCE_SECONDS) == 0

    list_file.refresh_from_db()
    assert (list_file.state, list_file.attempt_count) == (ListFileState.READY, 2)
    text = "\n".join(texts_of(b"".join(bytes_of(list_file))))
    assert text.count("LHE-") == PEOPLE
    assert ListPrint.objects.count() == 1


def _wait_until_begun(worker: subprocess.Popen[bytes]) -> None:
    """Wait for the first rows to be drawn."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not ListFile.objects.filter(done_count__gt=0).exists():
        assert worker.poll() is None, "the worker was done before it could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.05)
