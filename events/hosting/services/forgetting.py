"""Forgetting who applied to host: on their wish, and once the walk is long over."""

import datetime

from django.conf import settings

from events.hosting.selectors import applications_past_their_time
from messaging.services import forget_messages
from participants.applications.services import forgetting


def purge_applications(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Erase applicants RETENTION_DAYS after their event, or after their answer; rows stay.

    Returns how many were (or, on a dry run, would be) emptied; again it finds nothing.
    """
    due = applications_past_their_time(now, datetime.timedelta(days=settings.RETENTION_DAYS))
    return forgetting.purge_applications(
        due=due, forget_messages=forget_messages, is_dry_run=is_dry_run
    )
