"""Who can be reached how, who must not be written to, and which messages did not arrive."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.utils.crypto import salted_hmac

from messaging.enums import Channel, MessageKind, MessageState, Reach
from messaging.models import OutboxMessage, OutboxMessageQuerySet, SuppressedAddress
from messaging.rules.contacting import ContactFacts, channels_for
from messaging.rules.suppression import normal_form
from participants.models import Contact

DEAD_LETTER_LIMIT = 500
_HASH_BATCH = 500


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that did not arrive, without a word of it: `key` for sending it again."""

    key: int
    reference: str
    kind: str
    channel: str
    last_error: str
    attempts: int
    created_at: datetime.datetime
    may_retry: bool


def phone_channel() -> Channel | None:
    """Return how texts leave: by SMS, by WhatsApp where only that is configured, or not at all."""
    if settings.SMS_URL:
        return Channel.SMS
    return Channel.WHATSAPP if settings.WHATSAPP_URL else None


def suppression_hash(address: str, channel: Channel) -> str:
    """Return what stands for an address in the list; keyed, so that no number can be guessed."""
    value = f"{channel.value}:{normal_form(address)}"
    return salted_hmac("messaging.suppression", value, algorithm="sha256").hexdigest()


def suppressed_among(addresses: Iterable[str], channel: Channel) -> set[str]:
    """Return those of many addresses nothing may be sent to any more."""
    by_hash = {suppression_hash(address, channel): address for address in addresses}
    return {by_hash[hashed] for hashed in _suppressed(list(by_hash))}


def contact_facts(contacts: Sequence[Contact]) -> list[ContactFacts]:
    """Return which ways to each of many people are open, in the same order."""
    by_phone = phone_channel()
    hashes = [
        (
            suppression_hash(contact.email, Channel.EMAIL) if contact.email else "",
            suppression_hash(contact.phone, by_phone) if contact.phone and by_phone else "",
        )
        for contact in contacts
    ]
    closed = _suppressed([hashed for pair in hashes for hashed in pair if hashed])
    return [
        ContactFacts(
            has_email=bool(email) and email not in closed,
            has_phone=bool(phone) and phone not in closed,
        )
        for email, phone in hashes
    ]


def _suppressed(hashes: list[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(hashes), _HASH_BATCH):
        part = hashes[start : start + _HASH_BATCH]
        rows = SuppressedAddress.objects.filter(address_hash__in=part)
        found.update(rows.values_list("address_hash", flat=True))
    return found


def channels_of(contacts: Sequence[Contact], kind: MessageKind) -> list[tuple[Channel, ...]]:
    """Return the channels a message of one kind takes to each of many people."""
    by_phone = phone_channel()
    return [channels_for(facts, kind, by_phone) for facts in contact_facts(contacts)]


def reaches_of(contacts: Sequence[Contact]) -> list[Reach]:
    """Return how an organiser reaches each of many people, in the same order."""
    found = channels_of(contacts, MessageKind.REGISTRATION_CHANGED)
    return [Reach(channels[0].value) if channels else Reach.PHONE for channels in found]


def reach_of(contact: Contact) -> Reach:
    """Return how an organiser reaches somebody: by e-mail, by text, or by calling."""
    return reaches_of([contact])[0]


def dead_letters(about: str, limit: int = DEAD_LETTER_LIMIT) -> list[DeadLetter]:
    """Return an event's messages that did not arrive, latest first; only references."""
    return [
        DeadLetter(
            key=row.pk,
            reference=row.reference,
            kind=row.kind,
            channel=row.channel,
            last_error=row.last_error,
            attempts=row.attempt_count,
            created_at=row.created_at,
            may_retry=row.state == MessageState.STUCK,
        )
        for row in _undelivered(about).order_by("-created_at", "-pk")[:limit]
    ]


def dead_letter_count(about: str) -> int:
    """Return how many messages of an event did not arrive."""
    return _undelivered(about).count()


def _undelivered(about: str) -> OutboxMessageQuerySet:
    gave_up = Q(state__in=[MessageState.FAILED, MessageState.STUCK])
    too_late = Q(state=MessageState.DROPPED, attempt_count__gt=0)
    return OutboxMessage.objects.filter(gave_up | too_late, about=about)
