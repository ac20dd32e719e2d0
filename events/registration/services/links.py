"""Sending the own link again, and taking back what was to be sent."""

import datetime
import secrets
from collections.abc import Sequence

from django.db import transaction

from events.models import Event, LinkRequest, Registration
from events.notifications import drafts_for
from events.registration.rules import HOUR_SECONDS, LINKS_PER_HOUR
from events.registration.selectors import registrations_to_find
from messaging.enums import MessageKind
from messaging.services import Draft, drop_messages, queue_messages
from participants.rules.limits import FINDS_OF_PHONE, mailbox_of
from participants.services import (
    ContactDetails,
    count_try,
    issue_own_link,
    issue_own_links,
    store_contact,
)


def queue_own_link(*, registration: Registration, token: str, now: datetime.datetime) -> bool:
    """Queue the message with the own link; False when no message reaches this person."""
    drafts = _drafts(registration, token, once=f"{int(now.timestamp())}")
    return bool(queue_messages(drafts=drafts, now=now))


@transaction.atomic
def resend_link(*, registration: Registration, now: datetime.datetime) -> bool:
    """Send the holder their link again; False when the hour's links are used up."""
    is_within = count_try(
        key=f"links-of-registration:{registration.reference}",
        limit=LINKS_PER_HOUR,
        window_seconds=HOUR_SECONDS,
        now=now,
    )
    if not is_within:
        return False
    token = issue_own_link(contact=registration.contact, now=now)
    return queue_own_link(registration=registration, token=token, now=now)


@transaction.atomic
def send_lost_links(*, phone: str, email: str, reference: str, now: datetime.datetime) -> None:
    """Send the own links of whoever has this number or address, or ask the organisers to.

    Says nothing about what it found, and does as much when it finds nobody.
    """
    is_within = count_try(
        key=f"{FINDS_OF_PHONE.name}:{phone or mailbox_of(email)}",
        limit=FINDS_OF_PHONE.count,
        window_seconds=FINDS_OF_PHONE.window_seconds,
        now=now,
    )
    found = registrations_to_find(phone=phone, email=email, reference=reference, now=now)
    if found and is_within:
        _send_or_request(found, now)
    else:
        _take_as_long(now)


def _send_or_request(found: Sequence[Registration], now: datetime.datetime) -> None:
    tokens = issue_own_links(contacts=[r.contact for r in found], now=now)
    once = f"hour{int(now.timestamp()) // HOUR_SECONDS}"
    drafts: list[Draft] = []
    by_hand: list[LinkRequest] = []
    for registration, token in zip(found, tokens, strict=True):
        written = _drafts(registration, token, once=once)
        drafts += written
        if not written:
            by_hand.append(LinkRequest(registration=registration, asked_at=now))
    queue_messages(drafts=drafts, now=now)
    # One that is open already stays as it is.
    LinkRequest.objects.bulk_create(by_hand, ignore_conflicts=True)


def _take_as_long(now: datetime.datetime) -> None:
    """Send a link to nobody and take all of it back: the clock tells a stranger nothing."""
    event = (
        Event.objects.select_related("city", "schedule")
        .filter(schedule__isnull=False)
        .order_by("pk")
        .last()
    )
    if event is None:
        return
    before = transaction.savepoint()
    details = ContactDetails("", "", f"{secrets.token_hex(4)}@example.invalid", "ur")
    nobody = store_contact(details=details, now=now)
    # No reference holds a zero: what is undone here could be nobody's.
    stand_in = Registration(event=event, contact=nobody, reference="NOBODY-00000", party_size=1)
    _send_or_request([stand_in], now)
    transaction.savepoint_rollback(before)


def _drafts(registration: Registration, token: str, *, once: str) -> list[Draft]:
    return drafts_for(registration, MessageKind.OWN_LINK, token=token, once=once)


def withdraw_messages(*, registration: Registration) -> None:
    """Take back what has not left yet to the present holder, words and address included."""
    drop_messages(about=registration.event.slug, reference=registration.reference)
