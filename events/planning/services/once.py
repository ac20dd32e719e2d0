"""One plan for one press of a button, however often the browser sends it."""

import datetime
from collections.abc import Callable

from django.db import IntegrityError, transaction

from directory.models import User
from events.enums.hosting import PlanKind
from events.models import Plan, Schedule
from participants.services import log_deed

ATTEMPTS = 4
KINDS = {PlanKind.YEAR: "year-started"}
PLANNED_KIND = "events-planned"


def made_once(
    kind: PlanKind,
    key: str,
    actor: User,
    make: Callable[[Plan], None],
    now: datetime.datetime,
) -> Plan:
    """Return the plan of this key, made by `make` in one transaction if it is new, and logged."""
    for _attempt in range(ATTEMPTS):
        earlier = Plan.objects.filter(submission_key=key).first()
        if earlier is not None:
            return earlier
        try:
            with transaction.atomic():
                made = Plan.objects.create(
                    kind=kind, made_at=now, made_by=actor, submission_key=key
                )
                make(made)
                log_deed(
                    actor_id=actor.pk,
                    kind=KINDS.get(kind, PLANNED_KIND),
                    subject="",
                    row_count=Schedule.objects.filter(plan=made).count(),
                    now=now,
                )
                return made
        except IntegrityError:
            # A second press has won the race for the key, or another plan took an address.
            continue
    raise IntegrityError(f"no free address for a plan of {kind}")
