"""Starting the next year carries over no person: every table that holds one is counted."""

import json

import pytest
from django.apps import apps
from django.core import serializers

from campaigns.models import Campaign
from directory.models import User
from events.enums import EventRoleKind
from events.enums.hosting import DateShift
from events.models import Event, EventRole, ProgrammeItem, Registration, Speaker
from events.planning.services.planning import Repetition
from events.planning.services.years import start_year
from tests.config.everybody import KNOWN_WITH_NAMES, PERSONAL, fill_with_people
from tests.config.inventory import entries
from tests.events.registration.builders import NOW
from tests.factories import make_user
from tests.privacy import tables_naming

pytestmark = pytest.mark.django_db
# That a director began a year is kept, and what the CMS keeps of every draft.
KEPT_OF_STAFF = {"events.Plan", "participants.AuditEntry", "wagtailcore.Revision"}
SPEAKER, CONTACT, NOTE = "پروفیسر نگہت جبین", "Organiser Bushra Malik", "NOC of the deputy"


def rows_of_people() -> dict[str, int]:
    """Return how many rows each table has that the data inventory lists as holding people."""
    tables = {entry.table for entry in entries()} - KEPT_OF_STAFF
    return {table: apps.get_model(table)._base_manager.count() for table in sorted(tables)}


def texts_of(event: Event) -> str:
    """Return everything that is written about an event, revisions included."""
    rows = [event, event.schedule, *event.programme.all()]
    contents = [revision.content for revision in event.revisions.all()]
    return str(serializers.serialize("json", rows)) + json.dumps(contents, ensure_ascii=False)


def _people_of_the_walk(registration: Registration) -> Event:
    """Give the walk a speaker, a contact, a helper and a permission, all by name."""
    event = registration.event
    Event.objects.filter(pk=event.pk).update(
        campaign=Campaign.objects.get(),
        contact_name_en=CONTACT,
        permission_note=NOTE,
        lost_children_en=f"Ask {CONTACT} at the gate.",
        summary_en="A walk of 2027.",
    )
    Speaker.objects.create(event=event, name_en="Prof. Nighat Jabeen", name_ur=SPEAKER)
    for text in (f"خطاب: {SPEAKER}", "استقبال"):
        ProgrammeItem.objects.create(event=event, text_en="Speech", text_ur=text)
    for role in EventRoleKind:
        EventRole.objects.create(event=event, user=make_user(f"the-{role}"), role=role)
    return event


@pytest.fixture
def director(db: None) -> User:
    """Return whoever begins the year."""
    return make_user("chief")


def test_start_year_carries_over_no_person(director: User) -> None:
    registration, _application, _joining = fill_with_people()
    walk = _people_of_the_walk(registration)
    before, named = rows_of_people(), tables_naming(PERSONAL)
    assert set(named) >= KNOWN_WITH_NAMES
    assert [
        table for table, count in before.items() if table.startswith("campaigns") and not count
    ] == ["campaigns.MeasuredPledge", "campaigns.ReceivedBatch", "campaigns.ReceivedMessage"]

    start_year(
        source=Campaign.objects.get(),
        repetition=Repetition(2027, 2028, DateShift.WEEKDAY, frozenset({walk.slug})),
        key="y" * 32,
        actor=director,
        now=NOW,
    )

    again = Event.objects.get(slug="walk-lahore-2028")
    assert (rows_of_people(), tables_naming(PERSONAL)) == (before, named)
    assert (again.speakers.count(), again.roles.count(), again.registrations.count()) == (0, 0, 0)
    assert [item.text_ur for item in again.programme.all()] == ["استقبال"]
    assert again.summary_en == "A walk of 2028."
    texts = texts_of(again)
    assert "A walk of 2028." in texts
    assert [word for word in (SPEAKER, CONTACT, NOTE, "Nighat") if word in texts] == []
