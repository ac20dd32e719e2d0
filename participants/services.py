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
