"""A thousand people promoted at once, and ten thousand messages sent by one worker."""

import os
import subprocess
import sys
import time
from pathlib import Path

from django.db import connections
from django.utils import timezone

from events.enums import RegistrationState
from events.models import Event, Places, Registration
from events.registration.selectors import miscounted_places
from events.registration.services.waiting import change_capacity
from messaging.models import OutboxMessage
from participants.models import Contact
from tests import databases, factories
from tests.messaging.smtp_server import SmtpServer
from tests.served_site import environment

PROMOTED_COUNT = 1_000
MESSAGE_COUNT = 10_000
Row = dict[str, object]


def measured() -> list[Row]:
    """Return one row for promoting people, one for sending what that and more has queued."""
    with databases.copy_of("migrated") as url:
        connections.databases["default"]["NAME"] = databases.connection_name(url)
        try:
            walk = factories.make_walk(capacity=1, has_waiting_list=True)
            _let_wait(walk, MESSAGE_COUNT)
            promoting = _promote(walk, PROMOTED_COUNT)
            # The rest in one go: as many messages as there are people.
            change_capacity(event=walk, capacity=1 + MESSAGE_COUNT, now=timezone.now())
            sending = _send(url)
        finally:
            connections.close_all()
    return [promoting, sending]


def _let_wait(walk: Event, count: int) -> None:
    """Put people on the waiting list, each with an address of their own."""
    now = timezone.now()
    people = Contact.objects.bulk_create(
        Contact(
            full_name="کوثر عباس",
            phone=f"+92300{number:07d}",
            email=f"walker{number}@mail.test",
            language="ur",
            created_at=now,
        )
        for number in range(count)
    )
    Registration.objects.bulk_create(
        Registration(
            event=walk,
            contact=contact,
            reference=f"LHE-{number:05d}",
            party_size=1,
            state=RegistrationState.WAITING,
            waiting_number=number,
            submission_key=f"{number:032d}",
            created_at=now,
        )
        for number, contact in enumerate(people, 1)
    )
    Places.objects.filter(event=walk).update(waiting=count, next_waiting_number=count + 1)
    Registration.objects.filter(waiting_number=1).update(state=RegistrationState.CONFIRMED)
    Places.objects.filter(event=walk).update(waiting=count - 1, taken=1)


def _promote(walk: Event, count: int) -> Row:
    begun = time.monotonic()
    promoted = change_capacity(event=walk, capacity=1 + count, now=timezone.now())
    seconds = time.monotonic() - begun
    queued_count = OutboxMessage.objects.count()
    if (len(promoted), queued_count, miscounted_places()) != (count, count, []):
        raise AssertionError(f"{len(promoted)} promoted, {queued_count} told")
    return _row("people promoted from the waiting list, told and linked", count, seconds)


def _send(url: str) -> Row:
    queued_count = OutboxMessage.objects.count()
    folder = databases.FOLDER / databases.name_of(url)
    folder.mkdir(parents=True, exist_ok=True)
    variables = environment("http://127.0.0.1", url, Path(folder))
    with SmtpServer() as smtp:
        begun = time.monotonic()
        subprocess.run(
            [sys.executable, "manage.py", "work", "--once"],
            cwd=databases.ROOT,
            env=variables | {"EMAIL_URL": f"smtp://127.0.0.1:{smtp.port}"},
            stdin=subprocess.DEVNULL,
            check=True,
        )
        seconds = time.monotonic() - begun
        arrived_count = len(set(smtp.message_ids))
    if arrived_count != queued_count:
        raise AssertionError(f"{arrived_count} of {queued_count} messages arrived")
    return _row(
        "messages sent to a mail server by one worker, its start included", queued_count, seconds
    )


def _row(what: str, count: int, seconds: float) -> Row:
    return {
        "what": what,
        "count": count,
        "seconds": round(seconds, 2),
        "per_second": round(count / seconds),
        "load_before": round(os.getloadavg()[0], 1),
    }
