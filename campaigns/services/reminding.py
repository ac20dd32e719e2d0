"""Reminding those who did not confirm: once, two days later, and nobody twice."""

import datetime

from django.db import transaction

from campaigns.enums import PledgeState
from campaigns.models import Pledge
from campaigns.notifications import queue_pledge_reminder
from campaigns.selectors.pledges import pledges_like
from messaging.selectors import phone_channel
from participants.services import issue_own_link

REMIND_AFTER = datetime.timedelta(days=2)
# Later it would surprise: they have forgotten, and so shall we.
REMIND_BEFORE = datetime.timedelta(days=7)
BATCH = 200


def queue_pledge_reminders(*, now: datetime.datetime) -> int:
    """Remind those whose pledge waits; return how many messages were queued."""
    due = Pledge.objects.filter(
        state=PledgeState.PENDING,
        confirmed_by="",
        reminded_at=None,
        created_at__lte=now - REMIND_AFTER,
        created_at__gt=now - REMIND_BEFORE,
        campaign__is_current=True,
    ).exclude(contact__phone="", contact__email="")
    if phone_channel() is None:
        due = due.exclude(email_key="")
    rows = list(due.select_related("campaign", "contact").order_by("pk")[:BATCH])
    return sum(_remind(pledge, now) for pledge in rows)


@transaction.atomic
def _remind(pledge: Pledge, now: datetime.datetime) -> int:
    mine = Pledge.objects.filter(pk=pledge.pk, reminded_at=None, state=PledgeState.PENDING)
    if not mine.update(reminded_at=now):
        return 0
    others = pledges_like(pledge).exclude(pk=pledge.pk)
    was_told = others.exclude(reminded_at=None) | others.exclude(state=PledgeState.PENDING)
    if was_told.exists():
        return 0
    token = issue_own_link(contact=pledge.contact, now=now)
    return queue_pledge_reminder(pledge=pledge, token=token, now=now)
