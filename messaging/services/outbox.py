"""Putting messages into the outbox with what they report, and taking them out again."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from messaging.enums import ON_REQUEST, Channel, MessageKind, MessageState
from messaging.models import ON_THE_WAY, OutboxMessage
from messaging.rules.headers import safe_header, safe_message_id
from messaging.rules.quiet_hours import send_from
from participants.services import may_write_to

WIPED: dict[str, object] = {"recipient": "", "context": {}}
BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One message as it is put into the outbox; rendered in its language when it is sent.

    `message_id` is the whole header, made from what the message reports and never random,
    e.g. "<registration-confirmed.lhe-7k2qf.email@example.org>". `context` holds JSON values
    only; a key ending in "_html" is safe HTML. `about` names an event or campaign and
    `reference` a registration, never a person. `is_urgent` rings at night, too.
    """

    kind: MessageKind
    channel: Channel
    recipient: str
    language: str
    context: Mapping[str, object]
    message_id: str
    about: str = ""
    reference: str = ""
    is_urgent: bool = False
    not_before: datetime.datetime | None = None
    not_after: datetime.datetime | None = None


def queue_messages(*, drafts: Iterable[Draft], now: datetime.datetime) -> int:
    """Put messages into the outbox, in the caller's transaction; return how many were new.

    Queued again, a message_id gives the row that is there already. A stranger's mailbox cannot
    be filled: of the kinds anybody can ask for, a recipient gets a few a day. Raises
    UnsafeHeader for an address with a line break.
    """
    rows = [_row_of(draft, now) for draft in drafts if draft.recipient]
    known = _known([row.message_id for row in rows])
    fresh = [row for row in rows if row.message_id not in known and _may_leave(row, now)]
    OutboxMessage.objects.bulk_create(fresh, batch_size=BATCH, ignore_conflicts=True)
    return len(fresh)


def _known(message_ids: list[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(message_ids), BATCH):
        part = message_ids[start : start + BATCH]
        rows = OutboxMessage.objects.filter(message_id__in=part)
        found.update(rows.values_list("message_id", flat=True))
    return found


def _may_leave(row: OutboxMessage, now: datetime.datetime) -> bool:
    return row.kind not in ON_REQUEST or may_write_to(recipient=row.recipient, now=now)


def _row_of(draft: Draft, now: datetime.datetime) -> OutboxMessage:
    leaves_at = max(now, draft.not_before or now)
    return OutboxMessage(
        kind=draft.kind,
        channel=draft.channel,
        language=draft.language,
        recipient=safe_header(draft.recipient),
        template=draft.kind.value.replace("-", "_"),
        context=dict(draft.context),
        message_id=safe_message_id(draft.message_id),
        about=draft.about,
        reference=draft.reference,
        is_urgent=draft.is_urgent,
        not_after=draft.not_after,
        created_at=now,
        next_attempt_at=send_from(draft.channel, leaves_at, is_urgent=draft.is_urgent),
    )


def forget_messages(*, references: Collection[str]) -> int:
    """Wipe what has not left yet to people who are being erased; return how many."""
    rows = OutboxMessage.objects.filter(state__in=ON_THE_WAY, reference__in=list(references))
    return rows.update(state=MessageState.DROPPED, lease_until=None, **WIPED)


def drop_messages(
    *, about: str = "", reference: str = "", kinds: Collection[MessageKind] = ()
) -> int:
    """Take what has not left yet out of the outbox and wipe it; return how many.

    Of an event (`about`), a registration (`reference`) or both; of some kinds, or of all.
    A message a worker is sending at this moment still leaves.
    """
    if not about and not reference:
        raise ValueError("say about which event or registration")
    named = {"about": about, "reference": reference}
    rows = OutboxMessage.objects.filter(
        state__in=ON_THE_WAY, **{name: value for name, value in named.items() if value}
    )
    if kinds:
        rows = rows.filter(kind__in=list(kinds))
    return rows.update(state=MessageState.DROPPED, lease_until=None, **WIPED)
