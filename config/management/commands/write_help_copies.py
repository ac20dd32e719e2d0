"""Write the help page for the web server in front; the worker does so by itself."""

from typing import Any

from django.core.management.base import BaseCommand

from config.help_copies import write_help_copies


class Command(BaseCommand):
    """For after an update, and for looking at what readers get in an outage."""

    help = "Write the help page and the outage page as files for the web server in front."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write and name the files."""
        for file in write_help_copies():
            self.stdout.write(str(file))
