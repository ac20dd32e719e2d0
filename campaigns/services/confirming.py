"""Counting pledges: by the button in an e-mail, six digits of a text, or a message sent first."""

import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from campaigns.enums import ConfirmedBy, PledgeState
from campaigns.models import Pledge, PledgeCode
from campaigns.notifications import queue_pledge_code, queue_pledge_thanks
from campaigns.rules.addresses import owner_domain
from campaigns.rules.codes import digits_hash, is_right, new_digits
from campaigns.rules.screening import PLEDGES_OF_DOMAIN_AND_DAY
from campaigns.selectors.pledges import counted_pledges_like, pledges_like
from messaging.selectors import phone_channel
from participants.rules.limits import CODES_OF_PLEDGER, DAY
from participants.services import count_try, issue_own_link

CODE_MINUTES = 30
CODE_TRIES = 5
CODES_PER_PHONE_AND_DAY = CODES_OF_PLEDGER
HELD_BACK = (PledgeState.SUSPECT, PledgeState.INVALID)


def confirm_pledge(
    *, pledge: Pledge, now: datetime.datetime, way: ConfirmedBy = ConfirmedBy.EMAIL
) -> bool:
    """Count a pledge once, however often it is asked for; True when this call counted it.

    `way` is what proved whose the pledge is, and must be one its contact can prove: an address
    by e-mail, a phone by code or message. A second pledge of who is counted already stays
    uncounted; the database holds that rule when two arrive at once. More of one domain in a day
    than its allowance, and whoever staff have marked before, wait for staff as suspect.
    """
    with transaction.atomic():
        proved = Pledge.objects.filter(pk=pledge.pk, state=PledgeState.PENDING, confirmed_by="")
        by_email = way == ConfirmedBy.EMAIL
        proved = proved.exclude(email_key="") if by_email else proved.exclude(phone_key="")
        # The row is locked from here on: of two at once, one goes on.
        if not proved.update(confirmed_by=way):
            return False
        PledgeCode.objects.filter(pledge=pledge).delete()
        if counted_pledges_like(pledge).exists():
            return False
        state = PledgeState.SUSPECT if _is_held_back(pledge, now) else PledgeState.CONFIRMED
        if not _settle(pledge, state, now) or state != PledgeState.CONFIRMED:
            return False
        token = issue_own_link(contact=pledge.contact, now=now)
        queue_pledge_thanks(pledge=pledge, token=token, now=now)
    return True


def _settle(pledge: Pledge, state: PledgeState, now: datetime.datetime) -> bool:
    """Give a pledge its state; False when another of the same person was counted meanwhile."""
    try:
        with transaction.atomic():
            Pledge.objects.filter(pk=pledge.pk).update(state=state, confirmed_at=now)
    except IntegrityError:
        return False
    return True


def _is_held_back(pledge: Pledge, now: datetime.datetime) -> bool:
    if pledges_like(pledge).filter(state__in=HELD_BACK).exists():
        return True
    domain = owner_domain(pledge.contact.email) if pledge.email_key else ""
    key = f"pledges-of-domain:{pledge.campaign_id}:{domain}"
    return bool(domain) and not count_try(
        key=key, limit=PLEDGES_OF_DOMAIN_AND_DAY, window_seconds=DAY, now=now
    )


@transaction.atomic
def send_code(*, pledge: Pledge, now: datetime.datetime) -> bool:
    """Send six digits by SMS, the earlier ones being good for nothing any more.

    False where no text can leave, nothing is to be confirmed, or the phone got enough of them.
    """
    is_open = pledge.state == PledgeState.PENDING and not pledge.confirmed_by
    if not (is_open and pledge.phone_key) or phone_channel() is None:
        return False
    limit = CODES_PER_PHONE_AND_DAY
    key = f"{limit.name}:{pledge.phone_key}"
    if not count_try(key=key, limit=limit.count, window_seconds=limit.window_seconds, now=now):
        return False
    digits = new_digits()
    expires_at = now + datetime.timedelta(minutes=CODE_MINUTES)
    PledgeCode.objects.update_or_create(
        pledge=pledge,
        defaults={
            "code_hash": digits_hash(pledge.pk, digits),
            "try_count": 0,
            "expires_at": expires_at,
        },
    )
    queue_pledge_code(pledge=pledge, digits=digits, expires_at=expires_at, now=now)
    return True


def confirm_by_code(*, pledge: Pledge, typed: str, now: datetime.datetime) -> bool:
    """Count a pledge by the digits of its text; False for wrong, old or too often tried ones.

    Every try is counted before it is looked at, so that no two at once count as one.
    """
    tries = PledgeCode.objects.filter(
        pledge=pledge, expires_at__gt=now, try_count__lt=CODE_TRIES
    ).update(try_count=F("try_count") + 1)
    if not tries:
        return False
    code = PledgeCode.objects.filter(pledge=pledge).first()
    if code is None or not is_right(pledge.pk, typed, code.code_hash):
        return False
    confirm_pledge(pledge=pledge, now=now, way=ConfirmedBy.CODE)
    return True


def issue_pledge_link(*, pledge: Pledge, now: datetime.datetime) -> str:
    """Make a way back to keep, for whoever gave a phone; an address gets its own by e-mail."""
    return "" if pledge.email_key else issue_own_link(contact=pledge.contact, now=now)
