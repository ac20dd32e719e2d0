"""Storing people's details, their consent and their way back; logging lists that leave."""

import datetime
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.utils.crypto import salted_hmac

from directory.models import User
from participants.enums import AuditAction, ConsentPurpose
from participants.errors import KeyNotOurs, TooManyTries
from participants.models import AuditEntry, Consent, Contact, OwnLink, ThrottleCount
from participants.rules.consents import CONSENT_WORDINGS
from participants.rules.keys import hash_of, key_of
from participants.rules.limits import (
    DAY,
    MESSAGES_ON_REQUEST,
    POSTS_WITHOUT_KEY,
    UNUSABLE_POSTS,
    Limit,
    mailbox_of,
    seconds_left,
    window_start,
)
from urdu.folding import fold
from urdu.romanisation import name_key


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """What a form collected about one person, already cleaned."""

    full_name: str
    phone: str
    email: str
    language: str


def store_contact(*, details: ContactDetails, now: datetime.datetime) -> Contact:
    """Write one person's details."""
    return Contact.objects.create(created_at=now, **_fields(details))


def change_contact(*, contact: Contact, details: ContactDetails) -> None:
    """Write other details over one person's."""
    for name, value in _fields(details).items():
        setattr(contact, name, value)
    contact.save(update_fields=list(_fields(details)))


def _fields(details: ContactDetails) -> dict[str, str]:
    return {
        "full_name": details.full_name,
        "phone": details.phone,
        "email": details.email,
        "language": details.language,
        "folded_name": fold(details.full_name)[:160],
        "name_key": name_key(details.full_name)[:160],
    }


def record_consent(*, contact: Contact, purpose: ConsentPurpose, now: datetime.datetime) -> Consent:
    """Keep what was agreed to: version of the wording, language, time."""
    version, _ = CONSENT_WORDINGS[purpose]
    return Consent.objects.create(
        contact=contact,
        purpose=purpose,
        wording_version=version,
        language=contact.language,
        given_at=now,
    )


def issue_own_link(*, contact: Contact, now: datetime.datetime) -> str:
    """Make a way back and return its token: 32 random bytes, readable this once only."""
    token = secrets.token_urlsafe(32)
    OwnLink.objects.create(contact=contact, token_hash=hash_of(token), created_at=now)
    return token


def issue_own_links(*, contacts: Sequence[Contact], now: datetime.datetime) -> list[str]:
    """Make a way back for each of many people; return their tokens in the same order."""
    tokens = [secrets.token_urlsafe(32) for _contact in contacts]
    OwnLink.objects.bulk_create(
        OwnLink(contact=contact, token_hash=hash_of(token), created_at=now)
        for contact, token in zip(contacts, tokens, strict=True)
    )
    return tokens


def erase_contacts(*, contact_ids: Sequence[int]) -> None:
    """Empty people's details and close their ways back; the rows stay, so that counts do."""
    OwnLink.objects.filter(contact__in=contact_ids).delete()
    Contact.objects.filter(pk__in=contact_ids).update(
        full_name="", phone="", email="", folded_name="", name_key=""
    )


def log_list(
    *,
    actor: User,
    action: AuditAction,
    kind: str,
    subject: str,
    columns: Sequence[str],
    row_count: int,
    now: datetime.datetime,
) -> AuditEntry:
    """Write the audit line of a list; call it before the first byte of the list leaves."""
    return AuditEntry.objects.create(
        at=now,
        actor=actor,
        action=action,
        kind=kind,
        subject=subject,
        columns=list(columns),
        row_count=row_count,
    )


def log_deed(
    *, actor_id: int, kind: str, subject: str, row_count: int, now: datetime.datetime
) -> AuditEntry:
    """Write that somebody changed something, in the caller's transaction, and for how many."""
    return AuditEntry.objects.create(
        at=now,
        actor_id=actor_id,
        action=AuditAction.CHANGE,
        kind=kind,
        subject=subject,
        row_count=row_count,
    )


def log_account(
    *,
    actor: User,
    kind: str,
    whom: User,
    subject: str = "",
    details: Sequence[str] = (),
    now: datetime.datetime,
) -> AuditEntry:
    """Write who did what to whose account, at which event if it was about one."""
    return AuditEntry.objects.create(
        at=now,
        actor=actor,
        action=AuditAction.CHANGE,
        kind=kind,
        subject=subject,
        columns=list(details),
        row_count=1,
        whom=whom,
    )


# --- How often something is tried --------------------------------------------------------------

_COUNT_TRY = """
    INSERT INTO participants_throttlecount (key, window_started_at, count) VALUES (%s, %s, 1)
    ON CONFLICT (key, window_started_at)
    DO UPDATE SET count = participants_throttlecount.count + 1
    RETURNING count
"""


def count_try(*, key: str, limit: int, window_seconds: int, now: datetime.datetime) -> bool:
    """Count one try; True while there were at most `limit` in the present window.

    One statement, so that no two tries count as one. The key is kept as a salted hash only.
    In a transaction the count stands or falls with it, and others with that key wait for it.
    """
    hashed = salted_hmac("participants.throttle", key, algorithm="sha256").hexdigest()
    begun = connection.ops.adapt_datetimefield_value(window_start(now, window_seconds))
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_TRY, [hashed, begun])
        (count,) = cursor.fetchone()
    return bool(count <= limit)


def keep_within(*, limit: Limit, subject: str, now: datetime.datetime) -> None:
    """Count one try of somebody or something, e.g. a phone.

    Raises TooManyTries beyond the limit, which every page answers with 429.
    """
    key = f"{limit.name}:{subject}"
    if not count_try(key=key, limit=limit.count, window_seconds=limit.window_seconds, now=now):
        raise TooManyTries(seconds_left(now, limit.window_seconds))


def refuse_robots(*, form: str, key: str, address: str, now: datetime.datetime) -> None:
    """Count a post that could not be used, by the address it came from.

    `form` is what the form's key is issued for. Raises TooManyTries beyond what people's
    mistakes explain; posts that can be used never come here.
    """
    try:
        key_of(key, form)
        limit = UNUSABLE_POSTS
    except KeyNotOurs:
        limit = POSTS_WITHOUT_KEY
    keep_within(limit=limit, subject=f"{address} {form}", now=now)


def may_write_to(*, recipient: str, now: datetime.datetime) -> bool:
    """Count a message that anybody could have asked for; False when the day's are used up."""
    limit = MESSAGES_ON_REQUEST
    key = f"{limit.name}:{mailbox_of(recipient)}"
    return count_try(key=key, limit=limit.count, window_seconds=limit.window_seconds, now=now)


def forget_old_throttles(*, now: datetime.datetime) -> int:
    """Delete counts whose window is long over; return how many."""
    oldest = now - datetime.timedelta(seconds=2 * DAY)
    return ThrottleCount.objects.filter(window_started_at__lt=oldest).delete()[0]
