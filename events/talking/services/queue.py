"""The send queue: one person at a time, never the same person for two helpers."""

import datetime

from django.db import transaction
from django.db.models import Q

from directory.models import User
from events.enums import DeliveryState, EventStatus
from events.models import Event, HandDelivery, LinkRequest
from events.selectors import event_status
from events.talking.notifications import text_by_hand
from events.talking.rules import LEASE
from events.talking.selectors.queue import deliveries_for, lost_links_waiting
from participants.models import OwnLink
from participants.rules.keys import hash_of
from participants.services import issue_own_link

ATTEMPTS = 20


def take_next(
    *, event: Event, helper: User, now: datetime.datetime
) -> tuple[HandDelivery, str] | None:
    """Put the next person into a helper's hands; return it with the text, or None at the end.

    One conditional UPDATE decides between two helpers. An own link is made here and nowhere
    before; the one made when it was opened last time ends.
    """
    collect_lost_links(event=event, now=now)
    for delivery in deliveries_for(event, helper, now)[:ATTEMPTS]:
        opened = _open(delivery, event, helper, now)
        if opened is not None:
            return opened
    return None


@transaction.atomic
def _open(
    delivery: HandDelivery, event: Event, helper: User, now: datetime.datetime
) -> tuple[HandDelivery, str] | None:
    if not _claim(delivery, helper, now):
        return None
    token = _renew_link(delivery, now)
    delivery.leased_by, delivery.lease_until = helper, now + LEASE
    return delivery, text_by_hand(delivery, event, token)


def _claim(delivery: HandDelivery, helper: User, now: datetime.datetime) -> bool:
    """Make somebody a helper's for a while; False when another helper was quicker."""
    free = Q(lease_until__isnull=True) | Q(lease_until__lte=now) | Q(leased_by=helper)
    waiting = HandDelivery.objects.filter(free, pk=delivery.pk, state=DeliveryState.WAITING)
    return bool(waiting.update(leased_by=helper, lease_until=now + LEASE))


def _renew_link(delivery: HandDelivery, now: datetime.datetime) -> str:
    """Make the link the text needs, if any, and end the one nobody was sent."""
    needs_link = delivery.link_request_id or (delivery.message and delivery.message.has_own_link)
    if not needs_link:
        return ""
    _end_link(delivery)
    token = issue_own_link(contact=delivery.registration.contact, now=now)
    link = OwnLink.objects.get(token_hash=hash_of(token))
    HandDelivery.objects.filter(pk=delivery.pk).update(own_link=link)
    return token


def _end_link(delivery: HandDelivery) -> None:
    if delivery.own_link_id is not None:
        OwnLink.objects.filter(pk=delivery.own_link_id).delete()


@transaction.atomic
def settle(
    *,
    event: Event,
    key: int,
    helper: User,
    state: DeliveryState,
    channel: str,
    now: datetime.datetime,
) -> bool:
    """Mark what a helper has in hand as sent or failed; False when it is not theirs any more.

    A link that did not reach anybody ends.
    """
    mine = HandDelivery.objects.filter(
        pk=key, event=event, leased_by=helper, state=DeliveryState.WAITING
    )
    if not mine.update(state=state, channel=channel, settled_at=now, lease_until=None):
        return False
    delivery = HandDelivery.objects.get(pk=key)
    if state == DeliveryState.FAILED:
        _end_link(delivery)
    if delivery.link_request_id:
        LinkRequest.objects.filter(pk=delivery.link_request_id).update(handled_at=now)
    return True


def put_off(*, event: Event, key: int, helper: User, now: datetime.datetime) -> bool:
    """Let somebody come again after all the others; False when it is not theirs any more."""
    mine = HandDelivery.objects.filter(
        pk=key, event=event, leased_by=helper, state=DeliveryState.WAITING
    )
    return bool(mine.update(skipped_at=now, lease_until=None, leased_by=None))


@transaction.atomic
def take_back(*, event: Event, key: int, helper: User) -> bool:
    """Take back the mark a helper made; the person waits again and comes first."""
    mine = HandDelivery.objects.filter(pk=key, event=event, leased_by=helper).exclude(
        state=DeliveryState.WAITING
    )
    link_requests = list(mine.values_list("link_request", flat=True))
    # Asked for again meanwhile: the newer request stands in the queue itself.
    is_asked_again = LinkRequest.objects.filter(
        registration__hand_deliveries=key, handled_at__isnull=True
    ).exists()
    if is_asked_again and link_requests != [None]:
        return False
    changed = mine.update(
        state=DeliveryState.WAITING, channel="", settled_at=None, skipped_at=None, lease_until=None
    )
    LinkRequest.objects.filter(pk__in=[pk for pk in link_requests if pk]).update(handled_at=None)
    return bool(changed)


@transaction.atomic
def collect_lost_links(*, event: Event, now: datetime.datetime) -> int:
    """Put lost links that people asked for into the queue; return how many."""
    if event_status(event, now) in (EventStatus.OVER, EventStatus.CANCELLED):
        return 0
    found = [
        HandDelivery(
            event=event,
            registration_id=request.registration_id,
            link_request=request,
            queued_at=now,
            not_after=event.schedule.ends_by,
        )
        for request in lost_links_waiting(event)
    ]
    return len(HandDelivery.objects.bulk_create(found, ignore_conflicts=True))
