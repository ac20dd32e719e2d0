"""A story goes when nobody agrees to it any more, in every language at once."""

import datetime
import logging

from django.db import transaction
from django.utils import timezone

from site_pages.models import StoryPage

logger = logging.getLogger(__name__)


@transaction.atomic
def take_down_stories(*, now: datetime.datetime) -> int:
    """Unpublish the stories whose consent is over, withdrawn or missing; return how many."""
    today = timezone.localdate(now)
    live = StoryPage.objects.filter(live=True, alias_of__isnull=True).select_related("consent")
    ended = [story for story in live if story.consent is None or not story.consent.holds_on(today)]
    for story in ended:
        story.unpublish(log_action="wagtail.unpublish.scheduled")
        logger.info("story %s was taken down: its consent does not hold any more", story.pk)
    return len(ended)
