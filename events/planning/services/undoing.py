"""Taking a plan back: its drafts nobody has touched, and the year it began."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from campaigns.services import take_year_back
from directory.models import User
from events.models import Event, Plan, Schedule
from events.planning.selectors import untouched_drafts
from participants.services import log_deed

UNDONE_KIND = "plan-taken-back"


@dataclass(frozen=True, slots=True)
class Undone:
    """How many drafts were taken back, and how many stayed because somebody works on them.

    `is_year_kept` tells that the plan began a year which stays, for the same reason.
    """

    removed: int
    kept: int
    is_year_kept: bool = False


@transaction.atomic
def undo_plan(*, plan: Plan, actor: User, now: datetime.datetime) -> Undone:
    """Take back the drafts nobody has touched; the others stay, and so does the plan's line."""
    locked = Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    drafts = untouched_drafts(locked)
    _delete(drafts)
    began, is_year_kept = locked.campaign_id, _is_year_kept(locked)
    if drafts or (began and not is_year_kept):
        log_deed(actor_id=actor.pk, kind=UNDONE_KIND, subject="", row_count=len(drafts), now=now)
    kept = Schedule.objects.filter(plan=locked).count()
    if not kept and not is_year_kept:
        Plan.objects.filter(pk=locked.pk).update(undone_at=now)
    return Undone(removed=len(drafts), kept=kept, is_year_kept=is_year_kept)


def _is_year_kept(plan: Plan) -> bool:
    """Take back the year a plan began; True when it stays."""
    if plan.campaign is None:
        return False
    return not take_year_back(campaign=plan.campaign, fingerprint=plan.campaign_fingerprint)


def _delete(drafts: Collection[Event]) -> None:
    for draft in drafts:
        draft.delete()
