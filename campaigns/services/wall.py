"""Who comes onto the pledge wall, and who leaves it."""

import datetime

from django.db import transaction

from campaigns.enums import WallState
from campaigns.models import Campaign, Pledge
from campaigns.rules import LOG_SUBJECT
from campaigns.rules.wall import wall_fault
from directory.models import User
from participants.services import log_deed

DECIDED_KIND = "wall-decided"
DECISIONS = (WallState.SHOWN, WallState.REFUSED, WallState.WAITING)


@transaction.atomic
def decide_wall_name(
    *,
    campaign: Campaign,
    pledge_id: int,
    decision: WallState,
    actor: User,
    now: datetime.datetime,
) -> bool:
    """Show a name, refuse it, or put it back among those to look at; True when it was done.

    What could never be shown is not, whoever says so. Nobody comes onto the wall who did not
    ask for it: the database holds that they are adults.
    """
    asked = Pledge.objects.filter(campaign=campaign, pk=pledge_id, is_adult=True)
    found = asked.exclude(wall_state=WallState.NOT_ASKED).select_related("contact").first()
    if found is None or decision not in DECISIONS:
        return False
    if decision == WallState.SHOWN and wall_fault(found.contact.full_name):
        return False
    changed = asked.exclude(wall_state__in=[WallState.NOT_ASKED, decision]).update(
        wall_state=decision
    )
    if changed:
        log_deed(actor_id=actor.pk, kind=DECIDED_KIND, subject=LOG_SUBJECT, row_count=1, now=now)
    return bool(changed)


def leave_the_wall(*, pledge: Pledge) -> bool:
    """Take somebody's own name off the wall, for good; the pledge counts on."""
    own = Pledge.objects.filter(pk=pledge.pk).exclude(wall_state=WallState.NOT_ASKED)
    return own.update(wall_state=WallState.NOT_ASKED) > 0
