"""Erase the people of events and campaigns that are long over; `--dry-run` only counts."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from config.retention import PURGES


class Command(BaseCommand):
    """What the worker does once a day, by hand."""

    help = "Erase people's details RETENTION_DAYS after their event or campaign; counts stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer --dry-run."""
        parser.add_argument("--dry-run", action="store_true", help="count, and erase nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Erase, or count, and say how many."""
        is_dry_run = bool(options["dry_run"])
        now, verb = timezone.now(), "would be" if is_dry_run else "were"
        for name, purge in PURGES:
            self.stdout.write(f"{purge(now=now, is_dry_run=is_dry_run)} {name} {verb} erased")
