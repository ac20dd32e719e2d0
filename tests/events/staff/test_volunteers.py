"""An organiser invites volunteers for their own gate, on its day, and nothing more."""

import datetime

import pytest
import time_machine
from django.test import Client

from directory.models import User
from events.enums import EventRoleKind
from events.models import Event, EventRole
from participants.models import AuditEntry
from tests import factories
from tests.events.staff.conftest import browser_of

NEW = {"name": "Sana", "username": "sana", "email": "", "language": "en"}
ON_THE_DAY = factories.STARTS_AT - datetime.timedelta(hours=2)


def invite(client: Client, event: Event, **fields: str) -> User:
    """Return the volunteer an organiser invites."""
    client.post(f"/en/desk/events/{event.slug}/volunteers/new/", NEW | fields)
    return User.objects.get(username=fields.get("username", "sana"))


def test_volunteer_gets_in_on_the_day_only(desk: Client, lahore: Event, karachi: Event) -> None:
    sana = invite(desk, lahore)
    path = f"/en/desk/events/{lahore.slug}/"

    before = browser_of(sana).get(path).status_code
    with time_machine.travel(ON_THE_DAY):
        client = browser_of(sana)
        on_the_day = client.get(path).status_code
        other = client.get(f"/en/desk/events/{karachi.slug}/").status_code
        listed = client.get(f"{path}attendees/").status_code
    with time_machine.travel(ON_THE_DAY + datetime.timedelta(days=1)):
        after = browser_of(sana).get(path).status_code

    assert (before, on_the_day, after) == (404, 200, 404)
    assert (other, listed) == (404, 404)


def test_volunteer_sees_beforehand_which_day_it_is(desk: Client, lahore: Event) -> None:
    page = browser_of(invite(desk, lahore)).get("/en/desk/").content.decode()

    assert "You help on another day" in page
    assert lahore.title_en in page
    assert f"events/{lahore.slug}" not in page


def test_organiser_cannot_make_anything_but_a_volunteer(desk: Client, lahore: Event) -> None:
    extra = {"kind": "director", "role": "organiser", "events": "walk-karachi-2099"}

    sana = invite(desk, lahore, **extra)

    roles = [(role.event, role.role, role.is_for_the_day) for role in sana.event_roles.all()]
    assert roles == [(lahore, EventRoleKind.VOLUNTEER, True)]
    assert sana.groups.count() == 0


def test_host_invites_like_the_organiser(lahore: Event) -> None:
    client = browser_of(factories.make_helper(lahore, EventRoleKind.HOST))

    assert invite(client, lahore).event_roles.count() == 1


def test_link_of_a_volunteer_is_shown_to_the_organiser(desk: Client, lahore: Event) -> None:
    sana = invite(desk, lahore)

    response = desk.post(f"/en/desk/events/{lahore.slug}/volunteers/{sana.pk}/link/")

    assert response.status_code == 200
    assert "data-account-link" in response.content.decode()
    assert AuditEntry.objects.filter(kind="account-link-made", whom=sana).exists()


def test_link_to_an_account_that_can_more_is_not_the_organisers(
    desk: Client, lahore: Event, karachi: Event, director: User
) -> None:
    sana = invite(desk, lahore)
    EventRole.objects.create(event=karachi, user=sana, role=EventRoleKind.ORGANISER)
    EventRole.objects.create(event=lahore, user=director, role=EventRoleKind.VOLUNTEER)

    answers = [
        desk.post(f"/en/desk/events/{lahore.slug}/volunteers/{person.pk}/link/").status_code
        for person in (sana, director)
    ]

    assert answers == [404, 404]


@pytest.mark.parametrize("act", ["link", "end"])
def test_nobody_but_volunteers_can_be_acted_on(
    desk: Client, organiser: User, lahore: Event, karachi: Event, act: str
) -> None:
    host = factories.make_helper(lahore, EventRoleKind.HOST)
    stranger = factories.make_helper(karachi, EventRoleKind.VOLUNTEER)

    answers = [
        desk.post(f"/en/desk/events/{lahore.slug}/volunteers/{person.pk}/{act}/").status_code
        for person in (organiser, host, stranger)
    ]

    assert answers == [404] * 3
    assert EventRole.objects.count() == 3


def test_ended_role_of_a_volunteer_stands_in_the_log(desk: Client, lahore: Event) -> None:
    sana = invite(desk, lahore)

    desk.post(f"/en/desk/events/{lahore.slug}/volunteers/{sana.pk}/end/")

    entry = AuditEntry.objects.get(kind="role-ended")
    assert (entry.subject, entry.whom, sana.event_roles.count()) == (lahore.slug, sana, 0)


def test_taken_username_is_said(desk: Client, organiser: User, lahore: Event) -> None:
    data = NEW | {"username": organiser.username}

    response = desk.post(f"/en/desk/events/{lahore.slug}/volunteers/new/", data)

    assert "Somebody has this username already" in response.content.decode()
    assert organiser.event_roles.count() == 1


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("path", ["volunteers/", "volunteers/new/"])
def test_pages_stand_in_both_languages(
    desk: Client, lahore: Event, path: str, language: str
) -> None:
    response = desk.get(f"/{language}/desk/events/{lahore.slug}/{path}")

    assert response.status_code == 200
    assert f'lang="{language}"' in response.content.decode()
