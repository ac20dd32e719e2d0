"""Publishes what is due, both languages at once; ends what is over or agreed to no more."""

from typing import Any

from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand

from directory.services.pictures import take_down_pictures
from site_pages.services.consents import take_down_stories
from site_pages.services.publishing import publish_due


class Command(WagtailCommand):
    """Wagtail's command publishes one revision after another; a safety page needs both at once."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish pages in pairs first; Wagtail does events and what is over."""
        if not options.get("dryrun"):
            publish_due(now=timezone.now())
            take_down_stories(now=timezone.now())
            take_down_pictures(now=timezone.now())
        super().handle(*args, **options)
