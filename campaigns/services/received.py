"""Confirming pledges by messages and calls that people sent first, one by one or by the sheet."""

import datetime
from collections.abc import Iterable, Sequence

from django.db import IntegrityError, transaction

from campaigns.enums import ConfirmedBy, MessageOutcome, MessageSource, PledgeState
from campaigns.models import Campaign, Pledge, ReceivedBatch, ReceivedMessage
from campaigns.rules import LOG_SUBJECT
from campaigns.rules.received import Received
from campaigns.selectors.received import Match, match_of
from campaigns.services.confirming import confirm_pledge
from directory.models import User
from participants.rules.keys import hash_of
from participants.services import log_deed

BROUGHT_IN_KIND = "pledge-sheet"
TAKEN_BACK_KIND = "pledge-sheet-undone"


def receive_messages(
    *,
    campaign: Campaign | None,
    source: MessageSource,
    messages: Iterable[Received],
    now: datetime.datetime,
) -> int:
    """Confirm the pledges of what a provider tells; return how many were counted by it.

    Told again, a message does nothing. Neither number nor words are kept.
    """
    if campaign is None:
        return 0
    return sum(_receive(campaign, source, one, now) for one in messages)


def _receive(
    campaign: Campaign,
    source: MessageSource,
    received: Received,
    now: datetime.datetime,
    batch: ReceivedBatch | None = None,
) -> bool:
    key = hash_of(f"{source}:{received.name}")
    if ReceivedMessage.objects.filter(message_key=key).exists():
        return False
    try:
        with transaction.atomic():
            match = match_of(campaign, received)
            message = ReceivedMessage.objects.create(
                message_key=key,
                source=source,
                outcome=match.outcome,
                pledge=match.pledge,
                batch=batch,
                received_at=now,
            )
            return _act_on(message, match, now)
    except IntegrityError:
        # The provider told it twice at once; the other one acts.
        return False


def _act_on(message: ReceivedMessage, match: Match, now: datetime.datetime) -> bool:
    """Count the pledge; one the same person is counted by already is only marked as proved."""
    if match.pledge is None:
        return False
    if confirm_pledge(pledge=match.pledge, now=now, way=ConfirmedBy.MESSAGE):
        return True
    ReceivedMessage.objects.filter(pk=message.pk, outcome=MessageOutcome.COUNTED).update(
        outcome=MessageOutcome.COUNTED_BEFORE
    )
    return False


def bring_in_sheet(
    *,
    campaign: Campaign,
    lines: Sequence[Received],
    key: str,
    actor: User,
    now: datetime.datetime,
) -> ReceivedBatch:
    """Confirm the pledges of a sheet of messages or missed calls; the same key, the same batch."""
    made = ReceivedBatch.objects.filter(submission_key=key).first()
    if made is not None:
        return made
    with transaction.atomic():
        batch = ReceivedBatch.objects.create(
            campaign=campaign,
            line_count=len(lines),
            counted_count=0,
            submission_key=key,
            made_at=now,
            made_by=actor,
        )
        named = [Received(one.phone, one.codes, f"{key}:{one.name}") for one in lines]
        counted = sum(_receive(campaign, MessageSource.SHEET, one, now, batch) for one in named)
        batch.counted_count = counted
        batch.save(update_fields=["counted_count"])
        _log(batch, BROUGHT_IN_KIND, actor, counted, now)
    return batch


@transaction.atomic
def take_back_sheet(
    *, campaign: Campaign, batch_id: int, actor: User, now: datetime.datetime
) -> int:
    """Make the pledges a sheet confirmed wait again; return how many; the second time none.

    Who withdrew or was marked meanwhile stays as they are.
    """
    taken = ReceivedBatch.objects.filter(campaign=campaign, pk=batch_id, undone_at=None)
    if not taken.update(undone_at=now, undone_by=actor):
        return 0
    batch = ReceivedBatch.objects.select_related("campaign").get(pk=batch_id)
    told = batch.messages.exclude(pledge=None).values("pledge")
    theirs = Pledge.objects.filter(pk__in=told, confirmed_by=ConfirmedBy.MESSAGE)
    open_ones = [PledgeState.CONFIRMED, PledgeState.SUSPECT]
    counted = theirs.counted().count()
    theirs.filter(state__in=[*open_ones, PledgeState.PENDING]).update(
        state=PledgeState.PENDING, confirmed_at=None, confirmed_by=""
    )
    _log(batch, TAKEN_BACK_KIND, actor, counted, now)
    return counted


def _log(batch: ReceivedBatch, kind: str, actor: User, count: int, now: datetime.datetime) -> None:
    log_deed(actor_id=actor.pk, kind=kind, subject=LOG_SUBJECT, row_count=count, now=now)
