"""The panel on top of the desk: today's event first, what waits, arrivals as picture and table."""

import datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import User
from events.attendance.rules import Entry, Gate
from events.attendance.services.check_in import check_in
from events.enums import CheckInSource, EventRoleKind
from events.models import Event, Registration
from messaging.enums import Channel, SuppressionReason
from messaging.services import suppress_address
from participants.models import Contact
from tests.events.desk import builders
from tests.events.desk.builders import NOON
from tests.events.pages import Page
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
MORNING = datetime.datetime(2027, 8, 1, 2, 30, tzinfo=datetime.UTC)
HOME = "/en/desk/"


@pytest.fixture
def clock() -> Any:
    """Stop the clock on the morning of the walk."""
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def today(clock: object, lahore: Event, organiser: User) -> Client:
    """Return the organiser's browser on the morning of the walk."""
    client = Client()
    client.force_login(organiser)
    return client


def let_in(registration: Registration, minutes: int, count: int = 1) -> None:
    """Let people of a party in, so many minutes before now."""
    check_in(
        registration=registration,
        count=count,
        gate=Gate(source=CheckInSource.GATE),
        entry=Entry(
            f"x-{registration.pk}-{minutes}", MORNING - datetime.timedelta(minutes=minutes)
        ),
        now=MORNING,
    )


def tasks(response: Any) -> dict[str, str]:
    """Return what waits, in words, with its address."""
    links = Page(response).soup.select(".today-tasks__link")
    return {link.get_text(strip=True): str(link["href"]) for link in links}


def test_todays_event_stands_on_top_with_its_numbers(today: Client, lahore: Event) -> None:
    other = builders.make_event("lahore", slug="seminar-lahore")
    other.roles.create(user=User.objects.get(), role=EventRoleKind.ORGANISER)
    type(other.schedule).objects.filter(event=other).update(happens_on=datetime.date(2027, 8, 9))
    party = builders.register(lahore, party=("الف", "ب"))
    let_in(party, 12, 2)

    page = Page(today.get(HOME))

    heading, first = page.soup.select("main h2")[:2]
    assert heading.get_text(strip=True) == "Today"
    assert "Awareness walk, Lahore" in first.get_text()
    tiles = {
        tile.dt.get_text(): tile.dd.get_text()
        for tile in page.soup.select(".count-tile")
        if tile.dt and tile.dd
    }
    assert tiles["Arrived"] == "2"


def test_a_draft_says_so_and_is_nobodys_next_event(today: Client, lahore: Event) -> None:
    draft = builders.make_event("lahore", slug="seminar-lahore")
    draft.roles.create(user=User.objects.get(), role=EventRoleKind.ORGANISER)
    type(draft).objects.filter(pk=draft.pk).update(live=False)
    type(lahore.schedule).objects.filter(event=lahore).update(happens_on=datetime.date(2027, 8, 9))

    page = Page(today.get(HOME))

    first, second = page.soup.select(".desk-event-card")
    assert "walk-lahore-2027" in str(first)
    assert "Draft, not public" in second.get_text()
    assert "Draft" not in first.get_text()


def test_nothing_but_drafts_has_no_next_event(today: Client, lahore: Event) -> None:
    type(lahore).objects.update(live=False)

    page = Page(today.get(HOME))

    assert page.soup.select(".count-tiles") == []
    assert len(page.soup.select(".desk-event-card")) == 1


def test_what_waits_is_named_with_where_it_is_done(today: Client, lahore: Event) -> None:
    child = builders.register(lahore, phone="+923001234567")
    Registration.objects.filter(pk=child.pk).update(minors_count=1)
    builders.register(lahore, phone="+923001234568")

    found = tasks(today.get(HOME))

    assert found == {
        "Consent missing for 1 child": "/en/desk/events/walk-lahore-2027/slips/",
        "2 parties are reached by phone only": "/en/desk/events/walk-lahore-2027/messages/",
    }


def test_a_slip_that_came_is_no_longer_missed(today: Client, lahore: Event) -> None:
    school = builders.register(lahore)
    Registration.objects.filter(pk=school.pk).update(minors_count=3, party_size=3)
    school.consent_slips.create(position=1, code="7K2QF-001", received_at=NOON)
    school.consent_slips.create(position=2, code="7K2QF-002")

    assert "Consent missing for 2 children" in tasks(today.get(HOME))


def test_an_address_that_bounces_makes_somebody_unreachable(today: Client, lahore: Event) -> None:
    for name in ("one", "two"):
        row = builders.register(lahore)
        Contact.objects.filter(pk=row.contact_id).update(email=f"{name}@example.com")
    suppress_address(
        address="one@example.com",
        channel=Channel.EMAIL,
        reason=SuppressionReason.BOUNCE,
        now=NOON,
    )

    assert "1 party is reached by phone only" in tasks(today.get(HOME))


def test_arrivals_are_a_picture_with_its_numbers(today: Client, lahore: Event) -> None:
    first, second = builders.register(lahore), builders.register(lahore, party=("الف",))
    let_in(first, 20)
    let_in(second, 5, 2)

    page = Page(today.get(HOME))

    assert len(page.soup.select("svg.arrival-chart__picture rect")) == 2
    rows = [row.get_text(" ", strip=True) for row in page.soup.select(".arrival-chart tbody tr")]
    assert rows == ["7:10 am 1 1", "7:25 am 2 3"]


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("path", ["desk/", "desk/events/walk-lahore-2027/"])
def test_panel_speaks_one_language(today: Client, lahore: Event, language: str, path: str) -> None:
    party = builders.register(lahore, phone="+923001234567")
    let_in(party, 3)

    page = Page(today.get(f"/{language}/{path}"))

    assert page.foreign_words(language) == []
    assert page.described_by_nothing() == []
    assert language == "en" or raw_runs(page.html) == []


def test_a_gate_volunteer_sees_the_count_and_no_tasks(
    clock: object, lahore: Event, gate: Client
) -> None:
    party = builders.register(lahore, phone="+923001234567")
    let_in(party, 3)
    client = Client()
    client.force_login(User.objects.get(event_roles__role=EventRoleKind.VOLUNTEER))

    response = client.get("/en/desk/events/walk-lahore-2027/")

    assert tasks(response) == {}
    assert "Arrived" in Page(response).text()


def test_thirty_people_cost_as_many_queries_as_one(today: Client, lahore: Event) -> None:
    let_in(builders.register(lahore), 3)
    today.get(HOME)
    with CaptureQueriesContext(connection) as one:
        today.get(HOME)
    for minute in range(30):
        let_in(builders.register(lahore), minute + 4)

    with CaptureQueriesContext(connection) as thirty:
        today.get(HOME)

    assert len(thirty) <= len(one)
