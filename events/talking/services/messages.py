"""Sending a message to the people of an event: once, each in their own language."""

import datetime
from collections.abc import Sequence

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from directory.models import User
from events.models import DeskMessage, Event, EventChange, HandDelivery
from events.registration.notifications import standing_registrations
from events.talking.errors import NobodyToTell, NoMessageAboutThePast
from events.talking.notifications import Preview, queue_desk_message
from events.talking.rules import MessageDraft
from events.talking.selectors.addressees import (
    Reach,
    Way,
    addressees,
    is_possible,
    last_moment,
    reach_of,
    ways_to,
)
from participants.enums import AuditAction
from participants.errors import KeyReused
from participants.services import log_list

SENT_KIND = "desk-message"
BATCH = 500


@transaction.atomic
def send_desk_message(
    *,
    event: Event,
    draft: MessageDraft,
    previews: Sequence[Preview],
    key: str,
    actor: User,
    now: datetime.datetime,
) -> DeskMessage:
    """Queue a message to everybody it is for; whoever is not reached from here waits by hand.

    The same key and message give what was sent the first time. Raises KeyReused when the key
    sent another message, NobodyToTell, and NoMessageAboutThePast.
    """
    not_after = last_moment(event, now)
    if not is_possible(draft.audience, event, now):
        raise NoMessageAboutThePast
    known = _fields(draft) | {"event": event, "made_at": now, "made_by": actor}
    message, is_new = DeskMessage.objects.get_or_create(
        submission_key=key, defaults=known | {"not_after": not_after}
    )
    if not is_new:
        if message.submission_hash != draft.content_hash() or message.event_id != event.pk:
            raise KeyReused
        return message
    ways = ways_to(list(addressees(event, draft.audience, draft.of)))
    if not ways:
        raise NobodyToTell
    reach = reach_of(ways)
    # The event in hand: its words are wanted for everybody.
    message.event = event
    queue_desk_message(message=message, ways=ways, now=now)
    _queue_by_hand(message, ways, now)
    _count(message, reach, previews)
    _log(message, reach, actor, now)
    return message


def _fields(draft: MessageDraft) -> dict[str, object]:
    return {
        "audience": draft.audience,
        "audience_of": draft.of,
        "subject_en": draft.subject_en,
        "subject_ur": draft.subject_ur,
        "text_en": draft.text_en,
        "text_ur": draft.text_ur,
        "has_own_link": draft.has_own_link,
        "submission_hash": draft.content_hash(),
    }


def _queue_by_hand(message: DeskMessage, ways: Sequence[Way], now: datetime.datetime) -> None:
    HandDelivery.objects.bulk_create(
        [
            HandDelivery(
                event=message.event,
                registration=way.registration,
                message=message,
                queued_at=now,
                not_after=message.not_after,
            )
            for way in ways
            if way.is_by_hand
        ],
        batch_size=BATCH,
    )


def _count(message: DeskMessage, reach: Reach, previews: Sequence[Preview]) -> None:
    parts = {preview.language: preview.part_count for preview in previews}
    message.email_count, message.by_hand_count = reach.email, reach.by_hand
    message.text_count, message.unreached_count = sum(reach.texts.values()), reach.unreached
    message.text_part_count = sum(count * parts[code] for code, count in reach.texts.items())
    message.save(
        update_fields=[
            "email_count",
            "text_count",
            "text_part_count",
            "by_hand_count",
            "unreached_count",
        ]
    )


def _log(message: DeskMessage, reach: Reach, actor: User, now: datetime.datetime) -> None:
    """Say who wrote to how many of whom; no word of the message."""
    log_list(
        actor=actor,
        action=AuditAction.CHANGE,
        kind=SENT_KIND,
        subject=message.event.slug,
        columns=[message.audience, f"message:{message.pk}"],
        row_count=reach.parties,
        now=now,
    )


@transaction.atomic
def queue_change_by_hand(*, change: EventChange, now: datetime.datetime) -> int:
    """Put whoever a change could not be told from here into the send queue; return how many.

    Asked for again it adds nobody twice.
    """
    event = change.event
    not_after = last_moment(event, now)
    before = HandDelivery.objects.filter(change=change).count()
    HandDelivery.objects.bulk_create(
        [
            HandDelivery(
                event=event,
                registration=way.registration,
                change=change,
                queued_at=now,
                not_after=not_after,
            )
            for way in ways_to(list(standing_registrations(event)))
            if way.is_by_hand
        ],
        batch_size=BATCH,
        ignore_conflicts=True,
    )
    return HandDelivery.objects.filter(change=change).count() - before


def forget_messages(*, now: datetime.datetime, is_dry_run: bool = False) -> int:
    """Empty what organisers wrote about events whose people are erased; the counts stay.

    Returns how many messages were (or, on a dry run, would be) emptied.
    """
    last_day = timezone.localtime(now).date() - datetime.timedelta(days=settings.RETENTION_DAYS)
    due = DeskMessage.objects.filter(event__schedule__happens_on__lt=last_day).exclude(
        text_en="", text_ur="", subject_en="", subject_ur=""
    )
    if is_dry_run:
        return due.count()
    return due.update(subject_en="", subject_ur="", text_en="", text_ur="")
