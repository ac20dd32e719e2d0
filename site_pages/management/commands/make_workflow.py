"""Make the way of a page from its author over the translator to the reviewer."""

from typing import Any

from django.core.management.base import BaseCommand

from directory.services import ensure_groups
from site_pages.services.workflow import ensure_workflow


class Command(BaseCommand):
    """Safe to run again, and after every migration."""

    help = "Make the workflow author, translator, reviewer, and the groups it needs."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make both and name the steps."""
        ensure_groups()
        workflow = ensure_workflow()
        steps = ", ".join(task.name for task in workflow.tasks)
        self.stdout.write(f"Workflow ready: {workflow.name} ({steps})")
