"""Marking many pledges by a condition, and taking it back exactly."""

import datetime

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q

from campaigns.enums import PledgeState
from campaigns.errors import CountHasChanged
from campaigns.models import Campaign, MeasuredPledge, Pledge, PledgeMeasure
from campaigns.rules import LOG_SUBJECT
from campaigns.rules.screening import Conditions
from campaigns.selectors.pledges import counted_pledges_like
from campaigns.selectors.screening import last_measure, pledges_to_mark
from directory.models import User
from participants.enums import AuditAction
from participants.models import AuditEntry
from participants.services import log_deed, log_list

MARKED_KINDS = {
    PledgeState.SUSPECT: "pledges-suspect",
    PledgeState.INVALID: "pledges-invalid",
    PledgeState.CONFIRMED: "pledges-counted",
}
UNDONE_KIND = "pledges-mark-undone"
BATCH = 500


def log_pledges(
    *, actor: User, kind: str, columns: list[str], count: int, now: datetime.datetime
) -> AuditEntry:
    """Write and commit who sees pledges, before the first byte of them leaves."""
    with transaction.atomic(durable=True):
        return log_list(
            actor=actor,
            action=AuditAction.VIEW,
            kind=kind,
            subject=LOG_SUBJECT,
            columns=columns,
            row_count=count,
            now=now,
        )


def apply_measure(
    *,
    campaign: Campaign,
    conditions: Conditions,
    mark: PledgeState,
    expected: int,
    key: str,
    actor: User,
    now: datetime.datetime,
) -> PledgeMeasure:
    """Give a mark to the pledges of a condition, all or none, and keep how each stood before.

    `expected` is the count its preview showed: raises CountHasChanged when it is another now.
    The same key gives the same measure.
    """
    made = PledgeMeasure.objects.filter(submission_key=key).first()
    if made is not None:
        return made
    try:
        with transaction.atomic():
            return _apply(campaign, conditions, mark, expected, key, actor, now)
    except IntegrityError:
        # A double tap has won the race for the key.
        return PledgeMeasure.objects.get(submission_key=key)


def _apply(
    campaign: Campaign,
    conditions: Conditions,
    mark: PledgeState,
    expected: int,
    key: str,
    actor: User,
    now: datetime.datetime,
) -> PledgeMeasure:
    # One measure of a campaign at a time, so that they are taken back in their order.
    Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
    found = pledges_to_mark(campaign, conditions, mark).select_for_update(no_key=True, of=("self",))
    rows = list(found.order_by("pk"))
    if len(rows) != expected:
        raise CountHasChanged(len(rows))
    measure = PledgeMeasure.objects.create(
        campaign=campaign,
        mark=mark,
        conditions=conditions.as_json(),
        pledge_count=0,
        submission_key=key,
        made_at=now,
        made_by=actor,
    )
    marked = _mark(rows, mark)
    MeasuredPledge.objects.bulk_create(
        [MeasuredPledge(measure=measure, pledge=row, earlier_state=row.state) for row in marked],
        batch_size=BATCH,
    )
    PledgeMeasure.objects.filter(pk=measure.pk).update(pledge_count=len(marked))
    measure.pledge_count = len(marked)
    _log(measure, MARKED_KINDS[mark], actor, len(marked), now)
    return measure


def _mark(rows: list[Pledge], mark: PledgeState) -> list[Pledge]:
    """Give locked pledges another state; return those that got it, as they were before."""
    if mark != PledgeState.CONFIRMED:
        Pledge.objects.filter(pk__in=[row.pk for row in rows]).update(state=mark)
        return rows
    return [row for row in rows if _count_again(row)]


def _count_again(pledge: Pledge) -> bool:
    """Count a pledge that was held back, unless the same person is counted by another."""
    if counted_pledges_like(pledge).exists():
        return False
    return Pledge.objects.filter(pk=pledge.pk).update(state=PledgeState.CONFIRMED) > 0


@transaction.atomic
def undo_measure(*, campaign: Campaign, actor: User, now: datetime.datetime) -> int:
    """Take the latest measure back; return how many pledges stand as before, 0 for none.

    Who withdrew meanwhile stays withdrawn, and who was counted by another pledge meanwhile is
    not counted twice.
    """
    Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
    measure = last_measure(campaign)
    if measure is None:
        return 0
    restored = sum(_restore(measure, state) for state in PledgeState)
    PledgeMeasure.objects.filter(pk=measure.pk).update(undone_at=now, undone_by=actor)
    _log(measure, UNDONE_KIND, actor, restored, now)
    return restored


def _restore(measure: PledgeMeasure, state: PledgeState) -> int:
    """Give the pledges of a measure back the one state some of them had before."""
    before = measure.pledges.filter(earlier_state=state).values("pledge")
    theirs = Pledge.objects.filter(pk__in=before, state=measure.mark)
    if state == PledgeState.CONFIRMED:
        theirs = theirs.exclude(_is_replaced("email_key") | _is_replaced("phone_key"))
    return theirs.update(state=state)


def _is_replaced(key: str) -> Q:
    """Say of pledges that the same mailbox or phone is counted by another of its campaign."""
    same = {"campaign": OuterRef("campaign"), key: OuterRef(key)}
    counted = Pledge.objects.counted().filter(**same).exclude(**{key: ""})
    return Q(Exists(counted))


def _log(
    measure: PledgeMeasure, kind: str, actor: User, count: int, now: datetime.datetime
) -> None:
    log_deed(actor_id=actor.pk, kind=kind, subject=LOG_SUBJECT, row_count=count, now=now)
