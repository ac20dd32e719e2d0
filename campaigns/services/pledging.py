"""Taking pledges: once for each key of a form, with consent and the way to confirm."""

import datetime
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from campaigns.enums import WallState
from campaigns.errors import PledgesNotOpen
from campaigns.models import Campaign, Placement, Pledge, PledgeStatement
from campaigns.notifications import queue_pledge_confirmation
from campaigns.rules import PledgeSubmission, email_key, phone_key
from campaigns.rules.addresses import address_block
from campaigns.rules.codes import new_code
from campaigns.services.confirming import send_code
from campaigns.services.placements import record_partner_consent
from directory.models import City
from participants.enums import ConsentPurpose
from participants.errors import KeyReused
from participants.models import Contact
from participants.rules.limits import PLEDGES_OF_CONTACT
from participants.services import (
    ContactDetails,
    issue_own_link,
    keep_within,
    record_consent,
    store_contact,
)

# More than these to one address in a day are a stranger's doing: no further e-mail leaves.
EMAILS_PER_ADDRESS_AND_DAY = 3
A_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a pledge came from: a hash of its neighbourhood, and the code it came by."""

    block: str
    placement: Placement | None


def make_pledge(
    *,
    campaign: Campaign,
    submission: PledgeSubmission,
    key: str,
    language: str,
    now: datetime.datetime,
    address: str = "",
    placement: Placement | None = None,
) -> Pledge:
    """Keep a pledge, not counted yet, with consent and message in one transaction.

    The same key with the same content gives the same pledge, however often it comes, and
    whether somebody pledged before changes nothing that can be seen. `address` is the visitor's;
    only a keyed hash of its neighbourhood is kept. `placement` is the code they came by. Raises
    KeyReused for the same key with other content, PledgesNotOpen when the campaign takes none,
    TooManyTries when one mailbox or phone has pledged more often in an hour than people do.
    """
    earlier = _earlier_result(key, submission)
    if earlier is not None:
        return earlier
    origin = _Origin(address_block(address, timezone.localtime(now).date()), placement)
    try:
        with transaction.atomic():
            pledge = _store(campaign, submission, key, language, origin, now)
            _ask_to_confirm(pledge, now)
            return pledge
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


def _store(
    campaign: Campaign,
    submission: PledgeSubmission,
    key: str,
    language: str,
    origin: _Origin,
    now: datetime.datetime,
) -> Pledge:
    fresh = Campaign.objects.get(pk=campaign.pk)
    if not fresh.takes_pledges:
        raise PledgesNotOpen
    details = ContactDetails(submission.full_name, submission.phone, submission.email, language)
    contact = store_contact(details=details, now=now)
    wants_wall = submission.wants_wall and submission.is_adult
    pledge = Pledge.objects.create(
        campaign=fresh,
        contact=contact,
        city=City.objects.get(slug=submission.city),
        code=new_code(),
        email_key=email_key(submission.email),
        # Whoever gave an address is counted by it: a family may share the phone.
        phone_key="" if submission.email else phone_key(submission.phone),
        is_adult=submission.is_adult,
        wall_state=WallState.WAITING if wants_wall else WallState.NOT_ASKED,
        address_block=origin.block,
        placement=origin.placement,
        submission_key=key,
        submission_hash=submission.content_hash(),
        created_at=now,
    )
    subject = pledge.email_key or submission.phone
    keep_within(limit=PLEDGES_OF_CONTACT, subject=subject, now=now)
    _record_consents(contact, now, wants_wall=wants_wall)
    record_partner_consent(
        contact=contact, placement=origin.placement, wording=submission.partner_wording, now=now
    )
    chosen = PledgeStatement.objects.filter(campaign=fresh, pk__in=submission.statements)
    pledge.statements.add(*chosen)
    return pledge


def _record_consents(contact: Contact, now: datetime.datetime, *, wants_wall: bool) -> None:
    record_consent(contact=contact, purpose=ConsentPurpose.PLEDGE, now=now)
    if wants_wall:
        record_consent(contact=contact, purpose=ConsentPurpose.WALL, now=now)


def _ask_to_confirm(pledge: Pledge, now: datetime.datetime) -> None:
    """Send the e-mail with the button, or the code by SMS where texts can leave."""
    if not pledge.email_key:
        send_code(pledge=pledge, now=now)
    elif _may_write_to(pledge, now):
        token = issue_own_link(contact=pledge.contact, now=now)
        queue_pledge_confirmation(pledge=pledge, token=token, now=now)


def _may_write_to(pledge: Pledge, now: datetime.datetime) -> bool:
    same_address = Pledge.objects.filter(
        campaign=pledge.campaign, email_key=pledge.email_key, created_at__gt=now - A_DAY
    )
    return same_address.count() <= EMAILS_PER_ADDRESS_AND_DAY
