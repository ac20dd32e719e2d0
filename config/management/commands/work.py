"""The worker: sends, makes and erases what is due; `--once` drains and stops."""

import datetime
import logging
import signal
import time
from argparse import ArgumentParser
from io import StringIO
from types import FrameType
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone

from campaigns.services import queue_pledge_reminders
from config.help_copies import write_help_copies
from config.retention import PURGES
from events.desk.services.list_files import forget_old_files, make_next_file
from events.registration.services.reminders import queue_reminders
from events.registration.services.waiting import lapse_offers
from events.tallying.services import refresh_tallies
from messaging.services import drop_stuck_messages, send_due
from participants.services import forget_old_throttles
from site_pages.services.indexing import index_everything

logger = logging.getLogger(__name__)
IDLE_SECONDS = 1
LONGEST_WAIT_SECONDS = 60
REMIND_SECONDS = 60
REFRESH_SECONDS = 300


class Command(BaseCommand):
    """Runs until SIGTERM or SIGINT, and ends between two messages."""

    help = "Sends messages from the outbox; --once drains it and stops."
    # It serves no addresses, and must start while other parts are broken.
    requires_system_checks: list[str] = []  # noqa: RUF012

    _is_stopping = False
    _reminded_at = 0.0
    _refreshed_at = 0.0
    _purged_on: datetime.date | None = None

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer --once."""
        parser.add_argument("--once", action="store_true", help="Send all that is due, then stop.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until told to stop, or until nothing is due."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        if options["once"]:
            self._drain()
            return
        logger.info("worker started")
        failure_count = 0
        while not self._is_stopping:
            failure_count = 0 if self._round() else failure_count + 1
            self._rest(_wait_seconds(failure_count))
        logger.info("worker stopped")

    def _round(self) -> bool:
        """Do what is due; False when the database or a provider does not answer."""
        close_old_connections()
        try:
            return self._drain()
        except (DatabaseError, InterfaceError) as error:
            # Its class only: a driver's message may hold a row, and with it a person.
            logger.warning("database does not answer: %s", type(error).__name__)
            connection.close()
            return False

    def _drain(self) -> bool:
        """Send all that is due; False when a provider is away, so that we ask less often."""
        self._purge()
        lapse_offers(now=timezone.now())
        self._remind()
        self._refresh()
        while not self._is_stopping:
            report = send_due(
                now=timezone.now(), clock=timezone.now, is_stopping=lambda: self._is_stopping
            )
            has_made_one = make_next_file(clock=timezone.now)
            if report.is_provider_away and not report.sent:
                return False
            if not report.total and not has_made_one:
                break
        return True

    def _remind(self) -> None:
        if self._reminded_at and time.monotonic() - self._reminded_at < REMIND_SECONDS:
            return
        call_command("publish_scheduled", stdout=StringIO())
        count = queue_reminders(now=timezone.now()) + queue_pledge_reminders(now=timezone.now())
        drop_stuck_messages(now=timezone.now())
        forget_old_files(now=timezone.now())
        self._reminded_at = time.monotonic()
        if count:
            logger.info("%d reminders and thanks were queued", count)

    def _refresh(self) -> None:
        if self._refreshed_at and time.monotonic() - self._refreshed_at < REFRESH_SECONDS:
            return
        index_everything()
        refresh_tallies(now=timezone.now())
        try:
            write_help_copies()
        except (OSError, ValueError) as error:
            # A full disk, or static files nobody collected: messages must leave all the same.
            logger.warning("the help page was not written down: %s", type(error).__name__)
        self._refreshed_at = time.monotonic()

    def _purge(self) -> None:
        now = timezone.now()
        if self._purged_on != now.date():
            count = sum(purge(now=now) for _name, purge in PURGES)
            forget_old_throttles(now=now)
            self._purged_on = now.date()
            if count:
                logger.info("%d things past their time were erased", count)

    def _rest(self, seconds: int) -> None:
        for _second in range(seconds):
            if self._is_stopping:
                return
            time.sleep(1)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._is_stopping = True


def _wait_seconds(failure_count: int) -> int:
    """Return how long to rest: a second when all is well, longer with every failure in a row."""
    doublings = min(failure_count, LONGEST_WAIT_SECONDS.bit_length())
    return min(IDLE_SECONDS << doublings, LONGEST_WAIT_SECONDS)
