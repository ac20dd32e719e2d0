"""Forgetting who spoke for an organisation, once it was answered or left long ago."""

import datetime

from django.conf import settings

from campaigns.joining.selectors import applications_past_their_time
from messaging.services import forget_messages
from participants.applications.services import forgetting


def purge_applications(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Erase applicants RETENTION_DAYS after the answer, or after leaving the network; rows stay.

    Returns how many were (or, on a dry run, would be) emptied; again it finds nothing.
    """
    due = applications_past_their_time(now, datetime.timedelta(days=settings.RETENTION_DAYS))
    return forgetting.purge_applications(
        due=due, forget_messages=forget_messages, is_dry_run=is_dry_run
    )
