"""Erase the people of events that are long over; `--dry-run` only counts."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from events.registration.services.privacy import purge_registrations, purge_typed_certificates


class Command(BaseCommand):
    """What the worker does once a day, by hand."""

    help = "Erase people's details RETENTION_DAYS after their event; counts stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer --dry-run."""
        parser.add_argument("--dry-run", action="store_true", help="count, and erase nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Erase, or count, and say how many."""
        is_dry_run = bool(options["dry_run"])
        now = timezone.now()
        count = purge_registrations(now=now, is_dry_run=is_dry_run)
        typed = purge_typed_certificates(now=now, is_dry_run=is_dry_run)
        verb = "would be" if is_dry_run else "were"
        self.stdout.write(f"{count} registrations {verb} erased")
        self.stdout.write(f"{typed} names on certificates {verb} emptied")
