"""Make the staff groups with their rights."""

from typing import Any

from django.core.management.base import BaseCommand

from directory.rules import GROUPS
from directory.services import ensure_groups


class Command(BaseCommand):
    """Safe to run again: rights are set anew each time."""

    help = "Make the staff groups (directors, editors and so on) with exactly their rights."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them and name them."""
        ensure_groups()
        self.stdout.write(f"Groups ready: {', '.join(GROUPS)}")
