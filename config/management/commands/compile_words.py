"""Compiles the words of locale/, so that pages speak Urdu; needs no gettext on the machine."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from config.words import compile_catalogues


class Command(BaseCommand):
    """Write each .mo that is missing or older than its .po."""

    help = "Compile the words of locale/ (.po to .mo) with Babel."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Compile and say which files were written."""
        for folder in settings.LOCALE_PATHS:
            for written in compile_catalogues(Path(folder)):
                self.stdout.write(f"compiled {written.relative_to(folder)}")
