"""Storing people's details, their consent and their way back; logging lists that leave."""

import datetime
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from directory.models import User
from participants.enums import AuditAction, ConsentPurpose
from participants.models import AuditEntry, Consent, Contact, OwnLink
from participants.rules.consents import CONSENT_WORDINGS
from participants.rules.keys import hash_of
from urdu.folding import fold


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """What a form collected about one person, already cleaned."""

    full_name: str
    phone: str
    email: str
    language: str


def store_contact(*, details: ContactDetails, now: datetime.datetime) -> Contact:
    """Write one person's details."""
    return Contact.objects.create(
        full_name=details.full_name,
        phone=details.phone,
        email=details.email,
        language=details.language,
        folded_name=fold(details.full_name)[:160],
        created_at=now,
    )


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


def erase_contacts(*, contact_ids: Sequence[int]) -> None:
    """Empty people's details and close their ways back; the rows stay, so that counts do."""
    OwnLink.objects.filter(contact__in=contact_ids).delete()
    Contact.objects.filter(pk__in=contact_ids).update(
        full_name="", phone="", email="", folded_name=""
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
