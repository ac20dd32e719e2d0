"""Whose desk shows what: foreign events do not exist, rights end with the next request."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from directory.models import User
from directory.services import create_staff, ensure_groups
from events.enums import EventRoleKind
from events.models import Event, EventRole
from tests.events.desk import builders
from tests.events.pages import Page

EVENT_ADDRESSES = (
    "events/{slug}/",
    "events/{slug}/attendees/",
    "events/{slug}/attendees/print/",
    "events/{slug}/attendees.pdf",
    "events/{slug}/attendees.csv",
)
LIST_ADDRESSES = EVENT_ADDRESSES[1:]
# What changes an event, or writes to its people.
RUN_ADDRESSES = (
    "events/{slug}/capacity/",
    "events/{slug}/change/cancelled/",
    "events/{slug}/gate/",
    "events/{slug}/messages/new/",
    "events/{slug}/registration/",
    "events/{slug}/repeats/",
    "events/{slug}/slips/",
    "events/{slug}/volunteers/",
    "hosts/",
)


def address(pattern: str, slug: str, language: str = "ur") -> str:
    """Return an address of the desk."""
    return f"/{language}/desk/" + pattern.format(slug=slug)


def body(client: Client, path: str) -> bytes:
    """Return the whole answer, streamed or not."""
    response = client.get(path, follow=True)
    return b"".join(response) if response.streaming else response.content


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("pattern", EVENT_ADDRESSES)
def test_own_event_answers(desk: Client, lahore: Event, pattern: str, language: str) -> None:
    response = desk.get(address(pattern, lahore.slug, language))

    assert response.status_code == 200


@pytest.mark.parametrize("pattern", EVENT_ADDRESSES)
def test_foreign_event_answers_as_one_that_does_not_exist(
    desk: Client, karachi: Event, pattern: str
) -> None:
    foreign = desk.get(address(pattern, karachi.slug))
    unknown = desk.get(address(pattern, "walk-nowhere-2027"))

    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert foreign.content.replace(karachi.slug.encode(), b"") == unknown.content.replace(
        b"walk-nowhere-2027", b""
    )


def test_foreign_names_are_nowhere_on_the_desk(desk: Client, karachi: Event) -> None:
    pages = [body(desk, address("", "")), body(desk, address("?q=شہلا", ""))]
    pages += [body(desk, address(pattern, "walk-lahore-2027")) for pattern in LIST_ADDRESSES[:2]]

    for page in pages:
        assert "شہلا".encode() not in page
        assert karachi.slug.encode() not in page


@pytest.mark.parametrize("pattern", EVENT_ADDRESSES)
def test_signed_out_visitor_is_sent_to_sign_in_and_back(lahore: Event, pattern: str) -> None:
    path = address(pattern, lahore.slug)

    response = Client().get(path)

    assert response.status_code == 302
    assert response.headers["Location"] == f"/ur/desk/?next={path.replace('/', '%2F')}"
    assert response.content == b""


@pytest.mark.parametrize("pattern", LIST_ADDRESSES)
def test_gate_volunteer_gets_no_list(gate: Client, lahore: Event, pattern: str) -> None:
    response = gate.get(address(pattern, lahore.slug))

    assert response.status_code == 404


def test_gate_volunteer_sees_the_event_without_a_way_to_its_list(
    gate: Client, lahore: Event
) -> None:
    pages = [body(gate, "/ur/desk/"), body(gate, address("events/{slug}/", lahore.slug))]

    for page in pages:
        assert lahore.title_ur.encode() in page
        assert b"attendees" not in page


def test_partner_host_gets_the_list(lahore: Event) -> None:
    client = Client()
    client.force_login(builders.make_organiser(lahore, EventRoleKind.HOST))

    assert client.get(address("events/{slug}/attendees/", lahore.slug)).status_code == 200


def test_whoever_manages_every_event_sees_all(lahore: Event, karachi: Event) -> None:
    director = builders.make_user("director")
    director.user_permissions.add(Permission.objects.get(codename="manage_every_event"))
    client = Client()
    client.force_login(director)

    answers = [
        client.get(address(pattern, event.slug)).status_code
        for pattern in LIST_ADDRESSES
        for event in (lahore, karachi)
    ]

    assert set(answers) == {200}


def test_data_officer_lists_every_event_and_runs_none(lahore: Event, karachi: Event) -> None:
    ensure_groups()
    officer = create_staff(
        username="officer", password="a long password", groups=["Data officers"], language="en"
    )
    client = Client()
    client.force_login(officer)

    lists = {
        client.get(address(pattern, event.slug)).status_code
        for pattern in LIST_ADDRESSES
        for event in (lahore, karachi)
    }
    changes = {client.get(address(pattern, lahore.slug)).status_code for pattern in RUN_ADDRESSES}
    page = Page(client.get(address("events/{slug}/", lahore.slug)))
    shown = {str(link["href"]) for link in page.soup.select("main a[href^='/ur/desk/']")}

    assert (lists, changes) == ({200}, {404})
    assert len(shown) >= 2
    assert {client.get(path).status_code for path in shown} == {200}
    assert page.soup.select(".desk-actions") == []


def test_role_taken_away_acts_on_the_next_request(
    desk: Client, lahore: Event, organiser: User
) -> None:
    path = address("events/{slug}/attendees/", lahore.slug)
    before = desk.get(path).status_code

    EventRole.objects.filter(user=organiser).delete()

    assert (before, desk.get(path).status_code) == (200, 404)


def test_suspended_organiser_is_signed_out_at_once(
    desk: Client, lahore: Event, organiser: User
) -> None:
    organiser.is_active = False
    organiser.save()

    response = desk.get(address("events/{slug}/attendees/", lahore.slug))

    assert response.status_code == 302


def test_role_lowered_to_volunteer_takes_the_list_away(
    desk: Client, lahore: Event, organiser: User
) -> None:
    EventRole.objects.filter(user=organiser).update(role=EventRoleKind.VOLUNTEER)

    response = desk.get(address("events/{slug}/attendees.csv", lahore.slug))

    assert response.status_code == 404


def test_editor_without_events_sees_what_to_do(db: None) -> None:
    client = Client()
    client.force_login(builders.make_user("editor", is_staff=True))

    response = client.get("/en/desk/")

    assert response.status_code == 200
    assert "No events are yours yet" in response.content.decode()


@pytest.mark.parametrize("pattern", ["", *EVENT_ADDRESSES])
def test_nobody_keeps_a_desk_answer(desk: Client, lahore: Event, pattern: str) -> None:
    response = desk.get(address(pattern, lahore.slug))

    assert "no-store" in response.headers["Cache-Control"]
    assert "public" not in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("pattern", EVENT_ADDRESSES)
def test_lists_are_read_only_addresses(desk: Client, lahore: Event, pattern: str) -> None:
    response = desk.post(address(pattern, lahore.slug))

    # A search is posted to the list, and only leads to its address.
    assert response.status_code == (303 if pattern.endswith("attendees/") else 405)
