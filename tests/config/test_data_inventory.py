"""The data inventory says what the models hold, and erasure does what it says."""

from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from campaigns.models import Campaign
from campaigns.services import purge_pledges, withdraw_pledge
from events.enums import StakeholderGroup
from events.models import Certificate, Invitation, LinkRequest, Registration
from events.registration.services.privacy import erase_registration
from participants.models import Contact
from tests import factories
from tests.campaigns.builders import make_campaign, pledge_once
from tests.config.inventory import Entry, entries, tables_without_people
from tests.events.registration.builders import NOW, make_walk, register
from tests.privacy import tables_naming

OURS = {"participants", "messaging", "events", "campaigns", "directory"}
WAYS = ("row deleted", "emptied", "stays")
STAFF = {"directory.User", "events.EventRole", "events.EventChange", "participants.AuditEntry"}
NOT_BY_ERASURE = STAFF | {"messaging.SuppressedAddress", "participants.ThrottleCount"}
PERSONAL = [
    "کوثر عباس", "Kausar Abbas", "3331110566", "kausar@example.com", "عائشہ خان", "ثمینہ احمد",
    "3001234567", "گلبرگ اسکول", "پنجاب اسمبلی", "ayesha@mail.test",
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
def erased(db: None) -> None:
    """Fill everything there is to say of people, then erase them all."""
    registration = _registration()
    pledge = pledge_once(make_campaign(), full_name="Kausar Abbas", phone="+923331110566")
    assert set(tables_naming(PERSONAL)) >= {"participants_contact", "messaging_outboxmessage"}
    withdraw_pledge(pledge=pledge)
    Campaign.objects.update(is_current=False)
    erase_registration(registration=registration, now=NOW)
    purge_pledges(now=NOW)


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


@pytest.mark.usefixtures("erased")
def test_erasure_does_with_each_field_what_the_inventory_says() -> None:
    listed = [one for one in entries() if one.field != "*" and one.table not in NOT_BY_ERASURE]

    assert [wrong for entry in listed for wrong in _not_as_said(entry)] == []


def _not_as_said(entry: Entry) -> list[str]:
    rows = model_of(entry.table)._base_manager.all()
    values = list(rows.values_list(entry.field, flat=True))
    name = f"{entry.table}.{entry.field}"
    if entry.when_erased == "row deleted":
        return [f"{name}: there is a row"] if values else []
    left = [value for value in values if value] if entry.when_erased == "emptied" else []
    return [f"{name}: no row to look at"] if not values else [f"{name}: {one!r}" for one in left]
