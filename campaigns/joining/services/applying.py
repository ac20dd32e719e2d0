"""Taking an application to join, and leaving the network by oneself."""

import datetime

from django.db import transaction

from campaigns.joining.notifications import queue_received
from campaigns.joining.rules import MAY_LEAVE_FROM, JoinSubmission
from campaigns.joining.services.membership import set_membership
from campaigns.models import JoinApplication
from participants.applications.services.applying import take_application, withdraw_application


def apply_to_join(
    *, submission: JoinSubmission, key: str, language: str, now: datetime.datetime
) -> JoinApplication:
    """Keep an application to join; raises KeyReused and TooManyTries."""
    return take_application(
        model=JoinApplication,
        submission=submission,
        key=key,
        language=language,
        tell=queue_received,
        now=now,
    )


@transaction.atomic
def withdraw_or_leave(*, application: JoinApplication, now: datetime.datetime) -> None:
    """Take an application back, or leave the network where it was approved.

    Raises ApplicationIsDecided when there is nothing to take back.
    """
    found = withdraw_application(application=application, states=MAY_LEAVE_FROM, now=now)
    set_membership(application=found, is_in_network=False)
