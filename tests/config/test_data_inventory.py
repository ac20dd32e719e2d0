"""The data inventory says what the models hold, and erasure does what it says."""

import datetime
from collections import Counter

import pytest
from django.apps import apps
from django.db import models

from campaigns.models import Campaign
from config.retention import PURGES
from events.registration.services.privacy import erase_registration
from messaging.services import forget_messages
from participants.applications.services.forgetting import erase_application
from tests.config.everybody import KNOWN_WITH_NAMES, PERSONAL, fill_with_people
from tests.config.inventory import Entry, entries, tables_without_people
from tests.events.registration.builders import NOW
from tests.privacy import tables_naming

OURS = {"participants", "messaging", "events", "campaigns", "directory"}
WAYS = ("row deleted", "emptied", "stays")
STAFF = {
    "directory.User", "directory.AccountLink", "events.EventRole", "events.EventChange",
    "events.ListSetting",
    "events.ListPrint", "events.Plan", "events.PaperEntry", "events.EventReport",
    "participants.AuditEntry",
}  # fmt: skip
LONG_AFTER = datetime.datetime(2027, 11, 5, tzinfo=datetime.UTC)
NOT_BY_ERASURE = STAFF | {"messaging.SuppressedAddress", "participants.ThrottleCount"}


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
    registration, application, joining = fill_with_people()
    assert set(tables_naming(PERSONAL)) >= KNOWN_WITH_NAMES
    rows = {table: model_of(table)._base_manager.count() for table in {e.table for e in entries()}}
    Campaign.objects.update(is_current=False)
    erase_registration(registration=registration, now=NOW)
    for applied in (application, joining):
        erase_application(application=applied, forget_messages=forget_messages, now=NOW)
    for _name, purge in PURGES:
        purge(now=LONG_AFTER)
    return rows


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
