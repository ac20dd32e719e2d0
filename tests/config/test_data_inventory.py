"""The data inventory says what the models hold, and erasure does what it says."""

import datetime
from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from campaigns.joining.services.deciding import decline_application as decline_joining
from campaigns.joining.services.forgetting import erase_application as erase_joining
from campaigns.models import Campaign, JoinApplication, PledgeCode, PledgeMeasure
from config.retention import PURGES
from events.enums import StakeholderGroup
from events.hosting.services.deciding import decline_application
from events.hosting.services.forgetting import erase_application
from events.models import (
    Certificate,
    Conflict,
    DeskMessage,
    HostApplication,
    Invitation,
    LinkRequest,
    ListFile,
    ListFilePart,
    ListPrint,
    Registration,
    SheetPhotograph,
    WalkIn,
)
from events.registration.services.privacy import erase_registration
from participants.models import Contact
from tests import factories
from tests.campaigns.builders import make_campaign, pledge_by_phone, pledge_once
from tests.campaigns.joining.builders import make_application as join
from tests.config.inventory import Entry, entries, tables_without_people
from tests.events.hosting.builders import make_application
from tests.events.registration.builders import NOW, make_walk, register
from tests.factories import make_user
from tests.privacy import tables_naming

OURS = {"participants", "messaging", "events", "campaigns", "directory"}
WAYS = ("row deleted", "emptied", "stays")
STAFF = {
    "directory.User", "directory.AccountLink", "events.EventRole", "events.EventChange",
    "events.ListSetting",
    "events.ListPrint", "events.Plan", "events.PaperEntry", "events.EventReport",
    "participants.AuditEntry",
}  # fmt: skip
KNOWN_WITH_NAMES = {
    "participants_contact", "messaging_outboxmessage", "events_walkin", "events_conflict",
    "events_deskmessage", "events_listfilepart", "events_sheetphotograph",
}  # fmt: skip
LONG_AFTER = datetime.datetime(2027, 11, 5, tzinfo=datetime.UTC)
NOT_BY_ERASURE = STAFF | {"messaging.SuppressedAddress", "participants.ThrottleCount"}
PERSONAL = [
    "کوثر عباس", "Kausar Abbas", "3331110566", "kausar@example.com", "عائشہ خان", "ثمینہ احمد",
    "3001234567", "گلبرگ اسکول", "پنجاب اسمبلی", "ayesha@mail.test",
    "راشدہ بتول", "کچہری", "kausar.example", "انجمنِ تعلیم",
]  # fmt: skip


def model_of(label: str) -> type[models.Model]:
    """Return the model named "app.Model"."""
    return apps.get_model(label)


def fields_of(model: type[models.Model]) -> set[str]:
    """Return the names of a model's columns, its number aside."""
    return {field.name for field in model._meta.concrete_fields if not field.primary_key}


def test_every_field_of_people_is_listed_and_nothing_that_is_gone() -> None:
    listed = {(entry.table, entry.field) for entry in entries() if entry.field != "*"}
    tables = {table for table, _field in listed}
    held = {(table, name) for table in tables for name in fields_of(model_of(table))}

    assert sorted(held - listed) == []
    assert sorted(listed - held) == []


def test_every_table_is_listed_or_said_to_hold_nobody() -> None:
    listed = {entry.table for entry in entries()} | set(tables_without_people())
    # Tables differ by one between the databases: the index of SQLite's own search.
    known = {model._meta.label for model in apps.get_models()} | {
        "wagtailsearch.SQLiteFTSIndexEntry",
    }

    assert sorted(known - listed) == []
    assert sorted(listed - known) == []


def test_a_table_of_ours_is_listed_field_by_field() -> None:
    whole = {entry.table for entry in entries() if entry.field == "*"}
    both = {entry.table for entry in entries()} & set(tables_without_people())

    assert [table for table in whole if table.split(".")[0] in OURS] == []
    assert both == set()


def test_every_line_says_what_for_until_when_and_how_and_stands_once() -> None:
    found = entries()

    unsaid = [one for one in found if not (one.purpose and one.kept_until)]
    twice = [key for key, count in Counter((e.table, e.field) for e in found).items() if count > 1]
    assert unsaid == []
    assert [one for one in found if one.when_erased not in WAYS] == []
    assert twice == []


# --- What it says of erasing is so -------------------------------------------------------------


@pytest.fixture
def erased(db: None) -> dict[str, int]:
    """Fill everything there is to say of people, erase them; return how many rows there were."""
    registration, application, joining = _registration(), _application(), _joining()
    _desk_and_gate(registration)
    _pledges()
    assert set(tables_naming(PERSONAL)) >= KNOWN_WITH_NAMES
    rows = {table: model_of(table)._base_manager.count() for table in {e.table for e in entries()}}
    Campaign.objects.update(is_current=False)
    erase_registration(registration=registration, now=NOW)
    erase_application(application=application, now=NOW)
    erase_joining(application=joining, now=NOW)
    for _name, purge in PURGES:
        purge(now=LONG_AFTER)
    return rows


def _pledges() -> None:
    """Pledge by e-mail and by phone, with a code on its way and a measure that names a domain."""
    campaign = make_campaign()
    pledge_once(
        campaign, full_name="Kausar Abbas", phone="+923331110566", is_adult=True, wants_wall=True,
        address="203.0.113.9",
    )  # fmt: skip
    by_phone = pledge_by_phone(campaign, "+923331110566", full_name="کوثر عباس")
    PledgeCode.objects.create(pledge=by_phone, code_hash="1", expires_at=NOW)
    PledgeMeasure.objects.create(
        campaign=campaign, mark="suspect", conditions={"email_domain": "example.com"},
        pledge_count=1, submission_key="1", made_at=NOW, made_by=make_user("officer"),
    )  # fmt: skip


def _desk_and_gate(registration: Registration) -> None:
    """Write what organisers and gates leave behind, with a name wherever one can be typed."""
    event, desk = registration.event, make_user("desk")
    walk_in = WalkIn.objects.create(
        event=event, full_name="عائشہ خان", people_count=1, client_id="1", happened_at=NOW,
        recorded_at=NOW,
    )  # fmt: skip
    Conflict.objects.create(event=event, walk_in=walk_in, reason="عائشہ خان", found_at=NOW)
    DeskMessage.objects.create(
        event=event, subject_en="Kausar Abbas", subject_ur="کوثر عباس", text_en="Kausar Abbas",
        text_ur="کوثر عباس", made_at=NOW, made_by=desk, submission_key="1",
    )  # fmt: skip
    sheet = ListPrint.objects.create(
        event=event, sheet_code="1", printed_by=desk, printed_at=NOW, row_count=1
    )
    SheetPhotograph.objects.create(
        event=event, list_print=sheet, content="کوثر عباس".encode(), kept_at=NOW, kept_by=desk
    )
    made = ListFile.objects.create(event=event, asked_by=desk, asked_at=NOW, row_count=1)
    ListFilePart.objects.create(file=made, position=1, content="کوثر عباس".encode())


def _application() -> HostApplication:
    application = make_application(email="kausar@example.com")
    return decline_application(
        application=application,
        reason="aims",
        answers={"en": "Kausar Abbas, sorry.", "ur": "کوثر عباس، معذرت۔"},
        actor=factories.make_user("director"),
        now=NOW,
    )


def _joining() -> JoinApplication:
    return decline_joining(
        application=join(full_name="عائشہ خان", work="کچہری", website="https://kausar.example"),
        reason="aims",
        answers={"en": "Kausar Abbas, sorry.", "ur": "کوثر عباس، معذرت۔"},
        actor=factories.make_user("verifier"),
        now=NOW,
    )


def _registration() -> Registration:
    values: dict[str, Any] = {
        "email": "kausar@example.com",
        "names": ("عائشہ خان",),
        "minors_count": 1,
        "guardian_name": "ثمینہ احمد",
        "guardian_phone": "+923001234567",
        "group_name": "گلبرگ اسکول",
    }
    walk = make_walk()
    earlier = register(walk, 1, full_name="Kausar Abbas")
    registration = register(walk, 3, **values)
    assert registration.repeat_of == earlier
    registration.consent_slips.create(position=1, code="7K2QF-001", received_at=NOW)
    LinkRequest.objects.create(registration=registration, asked_at=NOW)
    Certificate.objects.create(
        event=walk,
        registration=registration,
        position=2,
        full_name="عائشہ خان",
        code="2222-2222-2222",
        grounds="organiser",
        issued_at=NOW,
        issued_by=factories.make_user("organiser"),
    )
    Invitation.objects.create(
        event=walk,
        contact=Contact.objects.create(full_name="کوثر عباس", language="ur", created_at=NOW),
        group=StakeholderGroup.MEDIA,
        organisation="پنجاب اسمبلی",
        code_hash="0" * 64,
        registration=registration,
        created_at=NOW,
    )
    erase_registration(registration=earlier, now=NOW)
    return registration


@pytest.mark.usefixtures("erased")
def test_after_erasure_no_table_names_anybody() -> None:
    assert tables_naming(PERSONAL) == {}


def test_erasure_does_with_each_field_what_the_inventory_says(erased: dict[str, int]) -> None:
    listed = [one for one in entries() if one.field != "*" and one.table not in NOT_BY_ERASURE]

    goes = {one.table for one in listed if one.when_erased != "stays"}
    assert [table for table in goes if not erased[table]] == []
    assert [wrong for entry in listed for wrong in _not_as_said(entry)] == []


def _not_as_said(entry: Entry) -> list[str]:
    rows = model_of(entry.table)._base_manager.all()
    values = list(rows.values_list(entry.field, flat=True))
    name = f"{entry.table}.{entry.field}"
    if entry.when_erased == "row deleted":
        return [f"{name}: there is a row"] if values else []
    left = [value for value in values if value] if entry.when_erased == "emptied" else []
    return [f"{name}: {one!r}" for one in left]
