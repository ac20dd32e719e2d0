"""Counters against rows: `--check` proves or ends with 1; without it, what differs is mended."""

import logging
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from events.attendance.services.reconciliation import attendance_miscounts, mend_attendance
from events.registration.services.reconciliation import Miscount, mend_counters, miscounts

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Prints every counter of places, seats and arrivals that differs from the rows it counts."""

    help = "Proves that places, seats and arrivals equal their rows; mends them unless --check."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer --check."""
        parser.add_argument("--check", action="store_true", help="Change nothing; 1 on a fault.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare, print, and mend or end with 1."""
        found = miscounts() + attendance_miscounts()
        for miscount in found:
            self.stdout.write(_line(miscount))
        if not found:
            self.stdout.write("Every counter equals its rows.")
        elif options["check"]:
            sys.exit(1)
        else:
            self._mend(found)

    def _mend(self, found: list[Miscount]) -> None:
        for slug in sorted({miscount.event for miscount in found}):
            mend_counters(slug=slug)
            mend_attendance(slug=slug)
        for miscount in found:
            logger.warning("mended: %s", _line(miscount))
        self.stdout.write(f"{len(found)} counters mended.")


def _line(miscount: Miscount) -> str:
    return f"{miscount.event}: {miscount.counter} says {miscount.stored}, rows {miscount.counted}"
