"""Every published number from its rows: `--check` proves them or ends with 1, else written."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from campaigns.impact.selectors import PartnerCount
from campaigns.impact.services import Difference, PartnerDifference
from directory.models import City
from events.attendance.services.reconciliation import attendance_miscounts
from events.registration.services.reconciliation import Miscount, miscounts
from events.tallying.services import refresh_tallies, wrong_partners, wrong_tallies


class Command(BaseCommand):
    """Proves the counters below the totals too: places, seats and arrivals."""

    help = "Counts every published total anew from the rows and writes it; --check only compares."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer --check."""
        parser.add_argument("--check", action="store_true", help="Change nothing; 1 on a fault.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write and say how many changed, or print what differs and end with 1."""
        if not options["check"]:
            count = refresh_tallies(now=timezone.now())
            self.stdout.write(f"{count} totals written anew.")
            return
        # Counters are mended by `reconcile`, with their people's events locked.
        found = [_total_line(one) for one in wrong_tallies()]
        found += [_partner_line(one) for one in wrong_partners()]
        found += [_counter_line(one) for one in miscounts() + attendance_miscounts()]
        for line in found:
            self.stdout.write(line)
        if found:
            sys.exit(1)
        self.stdout.write("Every published number equals its rows.")


def _total_line(wrong: Difference) -> str:
    city = City.objects.get(pk=wrong.city).slug if wrong.city else "all cities"
    where = f"{wrong.year}, {city}, {wrong.measure}"
    return f"{where}: says {wrong.stored}, rows {wrong.counted}"


def _partner_line(wrong: PartnerDifference) -> str:
    where = f"{wrong.year}, links of {wrong.organisation}, people and pledges"
    return f"{where}: says {_both(wrong.stored)}, rows {_both(wrong.counted)}"


def _both(counts: PartnerCount) -> str:
    return " and ".join(str(count) for count in counts)


def _counter_line(wrong: Miscount) -> str:
    return f"{wrong.event}, {wrong.counter}: says {wrong.stored}, rows {wrong.counted}"
