"""Storing people's details, their consent and their way back; the log that only grows."""

import datetime

import pytest

from directory.models import User
from participants.enums import AuditAction, ConsentPurpose
from participants.models import AuditEntry, Consent, Contact, OwnLink
from participants.selectors import contact_of_token
from participants.services import (
    ContactDetails,
    erase_contacts,
    issue_own_link,
    log_list,
    record_consent,
    store_contact,
)

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2027, 5, 1, 12, 0, tzinfo=datetime.UTC)


def somebody(full_name: str = "كوثر عبّاس") -> Contact:
    """Store a person."""
    details = ContactDetails(full_name, "+923001234567", "somebody@example.com", "ur")
    return store_contact(details=details, now=NOW)


def test_store_contact_keeps_the_name_as_typed_and_folded() -> None:
    contact = somebody()

    assert (contact.full_name, contact.folded_name) == ("كوثر عبّاس", "کوثر عباس")
    assert contact.created_at == NOW


def test_store_contact_takes_a_name_that_grows_when_folded() -> None:
    contact = somebody("ﷺ" * 120)

    contact.full_clean()
    assert len(contact.folded_name) == 160


def test_a_phone_is_not_a_person() -> None:
    first, second = somebody(), somebody("نسرین اختر")

    assert first.pk != second.pk


def test_record_consent_keeps_version_language_and_time() -> None:
    record_consent(contact=somebody(), purpose=ConsentPurpose.REGISTRATION, now=NOW)

    consent = Consent.objects.get()
    kept = (consent.wording_version, consent.language, consent.given_at)
    assert kept == ("registration-1", "ur", NOW)


def test_issue_own_link_leads_back_to_its_person_only() -> None:
    first, second = somebody(), somebody("نسرین اختر")

    tokens = [issue_own_link(contact=contact, now=NOW) for contact in (first, second, first)]

    assert [contact_of_token(token) for token in tokens] == [first, second, first]
    assert contact_of_token("") is None
    assert contact_of_token(OwnLink.objects.all()[0].token_hash) is None


def test_issue_own_link_gives_32_random_bytes_and_stores_none_of_them() -> None:
    token = issue_own_link(contact=somebody(), now=NOW)

    stored = [str(value) for value in OwnLink.objects.values().get().values()]
    assert len(token) == 43
    assert not any(token in value for value in stored)


def test_erase_contacts_empties_those_named_and_no_other() -> None:
    first, second = somebody(), somebody("نسرین اختر")
    tokens = [issue_own_link(contact=contact, now=NOW) for contact in (first, second)]

    erase_contacts(contact_ids=[first.pk])

    first.refresh_from_db()
    second.refresh_from_db()
    emptied = [first.full_name, first.phone, first.email, first.folded_name]
    assert emptied == [""] * 4
    assert second.full_name == "نسرین اختر"
    assert [contact_of_token(token) for token in tokens] == [None, second]


def logged() -> AuditEntry:
    """Write one line of the log."""
    return log_list(
        actor=User.objects.create(username="organiser"),
        action=AuditAction.EXPORT,
        kind="csv",
        subject="walk-lahore-2027",
        columns=["name", "phone"],
        row_count=120,
        now=NOW,
    )


def test_log_list_says_who_took_what_of_which_event() -> None:
    logged()

    entry = AuditEntry.objects.get()
    assert (entry.actor.username, entry.action, entry.kind) == ("organiser", "export", "csv")
    assert (entry.subject, entry.columns, entry.row_count) == (
        "walk-lahore-2027",
        ["name", "phone"],
        120,
    )
    assert entry.at == NOW


def test_what_is_printed_of_a_person_names_nobody() -> None:
    contact = somebody()
    issue_own_link(contact=contact, now=NOW)
    record_consent(contact=contact, purpose=ConsentPurpose.REGISTRATION, now=NOW)

    printed = [repr(row) for row in (contact, OwnLink.objects.get(), Consent.objects.get())]

    assert printed == [
        f"<Contact: contact {contact.pk}>",
        f"<OwnLink: own link {OwnLink.objects.get().pk}>",
        f"<Consent: consent {Consent.objects.get().pk}>",
    ]
