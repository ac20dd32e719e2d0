"""Taking an application to host; mending and withdrawing are those of every application."""

import datetime

from events.hosting.notifications import queue_received
from events.hosting.rules import HostSubmission
from events.models import HostApplication
from participants.applications.services.applying import take_application


def apply_to_host(
    *, submission: HostSubmission, key: str, language: str, now: datetime.datetime
) -> HostApplication:
    """Keep an application to host; raises KeyReused and TooManyTries."""
    return take_application(
        model=HostApplication,
        submission=submission,
        key=key,
        language=language,
        tell=queue_received,
        now=now,
    )
