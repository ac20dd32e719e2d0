"""Taking pledges back and forgetting who pledged: on their wish, and once their time is over."""

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from campaigns.enums import PledgeState, WallState
from campaigns.models import Pledge, PledgeCode, PledgeMeasure
from campaigns.selectors.pledges import pledge_reference, pledges_like
from messaging.services import forget_messages
from participants.services import erase_contacts

PURGE_BATCH = 500
ADDRESS_BLOCK_DAYS = 14


@transaction.atomic
def withdraw_pledge(*, pledge: Pledge, is_proven: bool = True) -> bool:
    """Take a pledge back, with every other one of the same mailbox; True when it acted.

    Whoever holds the link holds the mailbox: having pledged twice, they are counted through
    either pledge, and withdrawing means that they are not counted any more. Without that proof,
    and by phone, it is this pledge alone.
    """
    own = Pledge.objects.filter(pk=pledge.pk)
    if pledge.email_key and is_proven:
        own = pledges_like(pledge)
    # What staff found invalid stays so: withdrawing it would make room for another.
    taken = own.exclude(state__in=[PledgeState.WITHDRAWN, PledgeState.INVALID])
    return taken.update(state=PledgeState.WITHDRAWN, wall_state=WallState.NOT_ASKED) > 0


@transaction.atomic
def erase_pledge(*, pledge: Pledge) -> None:
    """Withdraw this pledge and leave nothing of the person in any table; its row stays."""
    withdraw_pledge(pledge=pledge, is_proven=False)
    _empty([(pledge.pk, pledge.contact_id)])


def purge_pledges(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Erase who pledged, once withdrawn or long after the campaign; what counts still counts.

    Long after: RETENTION_DAYS after the World Day of a campaign that is no longer the current
    one, and PLEDGE_UNCONFIRMED_DAYS for what nobody confirmed. Returns how many pledges were
    (or, on a dry run, would be) emptied; running it again finds nothing.
    """
    due = _past_their_time(now)
    if is_dry_run:
        return due.count()
    purged = 0
    while batch := list(due.values_list("pk", "contact_id")[:PURGE_BATCH]):
        _empty(batch)
        purged += len(batch)
    # A domain or a prefix may be somebody's own.
    _measures_past_their_time(now).update(conditions={})
    return purged


def purge_address_blocks(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Empty the hashes of neighbourhoods after two weeks; return how many."""
    oldest = now - datetime.timedelta(days=ADDRESS_BLOCK_DAYS)
    due = Pledge.objects.filter(created_at__lt=oldest).exclude(address_block="")
    return due.count() if is_dry_run else due.update(address_block="")


def _last_day(now: datetime.datetime) -> datetime.date:
    return timezone.localtime(now).date() - datetime.timedelta(days=settings.RETENTION_DAYS)


def _past_their_time(now: datetime.datetime) -> QuerySet[Pledge]:
    is_over = Q(campaign__is_current=False, campaign__world_day_on__lt=_last_day(now))
    oldest = now - datetime.timedelta(days=settings.PLEDGE_UNCONFIRMED_DAYS)
    is_forgotten = Q(state=PledgeState.PENDING, created_at__lt=oldest)
    is_withdrawn = Q(state=PledgeState.WITHDRAWN)
    return Pledge.objects.filter(is_over | is_withdrawn | is_forgotten).exclude(
        contact__full_name="", contact__phone="", contact__email=""
    )


def _measures_past_their_time(now: datetime.datetime) -> QuerySet[PledgeMeasure]:
    over = PledgeMeasure.objects.filter(campaign__is_current=False)
    return over.filter(campaign__world_day_on__lt=_last_day(now)).exclude(conditions={})


@transaction.atomic
def _empty(batch: list[tuple[int, int]]) -> None:
    pledges = [pledge for pledge, _contact in batch]
    forget_messages(references=[pledge_reference(pledge) for pledge in pledges])
    PledgeCode.objects.filter(pledge__in=pledges).delete()
    # Without its key an address could be counted again, in a campaign that takes no pledges.
    Pledge.objects.filter(pk__in=pledges).update(
        email_key="",
        phone_key="",
        submission_hash="",
        address_block="",
        wall_state=WallState.NOT_ASKED,
    )
    erase_contacts(contact_ids=[contact for _pledge, contact in batch])
