"""Taking, counting and withdrawing pledges; the only writers of pledges."""

import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from campaigns.enums import PledgeState
from campaigns.errors import PledgesNotOpen
from campaigns.models import Campaign, Pledge
from campaigns.notifications import pledge_reference, queue_pledge_confirmation
from campaigns.rules import PledgeSubmission, email_key
from directory.models import City
from messaging.services import forget_messages
from participants.enums import ConsentPurpose
from participants.errors import KeyReused
from participants.rules.limits import PLEDGES_OF_CONTACT
from participants.services import (
    ContactDetails,
    erase_contacts,
    issue_own_link,
    keep_within,
    record_consent,
    store_contact,
)

# More than these to one address in a day are a stranger's doing: no further e-mail leaves.
EMAILS_PER_ADDRESS_AND_DAY = 3
PURGE_BATCH = 500


def make_pledge(
    *,
    campaign: Campaign,
    submission: PledgeSubmission,
    key: str,
    language: str,
    now: datetime.datetime,
) -> Pledge:
    """Keep a pledge, not counted yet, with consent and e-mail in one transaction.

    The same key with the same content gives the same pledge, however often it comes, and
    whether somebody pledged before changes nothing that can be seen. Raises KeyReused for
    the same key with other content, PledgesNotOpen when the campaign takes none, TooManyTries
    when one mailbox or phone has pledged more often in an hour than people do.
    """
    earlier = _earlier_result(key, submission)
    if earlier is not None:
        return earlier
    try:
        with transaction.atomic():
            return _make_pledge(campaign, submission, key, language, now)
    except IntegrityError:
        # A double tap has won the race for the key.
        earlier = _earlier_result(key, submission)
        if earlier is None:
            raise
        return earlier


def _earlier_result(key: str, submission: PledgeSubmission) -> Pledge | None:
    earlier = Pledge.objects.filter(submission_key=key).first()
    if earlier is not None and earlier.submission_hash != submission.content_hash():
        raise KeyReused
    return earlier


def _make_pledge(
    campaign: Campaign,
    submission: PledgeSubmission,
    key: str,
    language: str,
    now: datetime.datetime,
) -> Pledge:
    fresh = Campaign.objects.get(pk=campaign.pk)
    if not fresh.takes_pledges:
        raise PledgesNotOpen
    details = ContactDetails(submission.full_name, submission.phone, submission.email, language)
    contact = store_contact(details=details, now=now)
    pledge = Pledge.objects.create(
        campaign=fresh,
        contact=contact,
        city=City.objects.get(slug=submission.city),
        email_key=email_key(submission.email),
        submission_key=key,
        submission_hash=submission.content_hash(),
        created_at=now,
    )
    subject = pledge.email_key or submission.phone
    keep_within(limit=PLEDGES_OF_CONTACT, subject=subject, now=now)
    record_consent(contact=contact, purpose=ConsentPurpose.PLEDGE, now=now)
    if submission.email and _may_write_to(pledge, now):
        token = issue_own_link(contact=contact, now=now)
        queue_pledge_confirmation(pledge=pledge, token=token, now=now)
    return pledge


def _may_write_to(pledge: Pledge, now: datetime.datetime) -> bool:
    a_day_ago = now - datetime.timedelta(days=1)
    same_address = Pledge.objects.filter(
        campaign=pledge.campaign, email_key=pledge.email_key, created_at__gt=a_day_ago
    )
    return same_address.count() <= EMAILS_PER_ADDRESS_AND_DAY


def confirm_pledge(*, pledge: Pledge, now: datetime.datetime) -> bool:
    """Count a pledge once, however often it is asked for; True when this call counted it.

    A second pledge from an address that is counted already stays uncounted, and so does one
    by phone alone. The database holds the first rule when two arrive at once.
    """
    try:
        with transaction.atomic():
            changed = (
                Pledge.objects.filter(pk=pledge.pk, state=PledgeState.PENDING)
                .exclude(email_key="")
                .update(state=PledgeState.CONFIRMED, confirmed_at=now)
            )
    except IntegrityError:
        return False
    return changed == 1


@transaction.atomic
def withdraw_pledge(*, pledge: Pledge) -> bool:
    """Take a pledge back, with every other one of the same address; True when it acted.

    Whoever holds the link holds the mailbox: having pledged twice, they are counted through
    either pledge, and withdrawing means that they are not counted any more.
    """
    own = Pledge.objects.filter(pk=pledge.pk)
    if pledge.email_key:
        own = Pledge.objects.filter(campaign_id=pledge.campaign_id, email_key=pledge.email_key)
    return own.exclude(state=PledgeState.WITHDRAWN).update(state=PledgeState.WITHDRAWN) > 0


def purge_pledges(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Erase who pledged, once withdrawn or long after the campaign; what counts still counts.

    Long after: RETENTION_DAYS after the World Day of a campaign that is no longer the current
    one. Returns how many pledges were (or, on a dry run, would be) emptied; running it again
    finds nothing.
    """
    due = _past_their_time(now)
    if is_dry_run:
        return due.count()
    purged = 0
    while batch := list(due.values_list("pk", "contact_id")[:PURGE_BATCH]):
        _empty(batch)
        purged += len(batch)
    return purged


def _past_their_time(now: datetime.datetime) -> QuerySet[Pledge]:
    last_day = timezone.localtime(now).date() - datetime.timedelta(days=settings.RETENTION_DAYS)
    is_over = Q(campaign__is_current=False, campaign__world_day_on__lt=last_day)
    return Pledge.objects.filter(is_over | Q(state=PledgeState.WITHDRAWN)).exclude(
        contact__full_name="", contact__phone="", contact__email=""
    )


@transaction.atomic
def _empty(batch: list[tuple[int, int]]) -> None:
    pledges = [pledge for pledge, _contact in batch]
    forget_messages(references=[pledge_reference(pledge) for pledge in pledges])
    # Without its key an address could be counted again, in a campaign that takes no pledges.
    Pledge.objects.filter(pk__in=pledges).update(email_key="", submission_hash="")
    erase_contacts(contact_ids=[contact for _pledge, contact in batch])
