"""A director invites, suspends, restores, hands over and resets; each leaves a line in the log."""

import re

import pytest
from django.test import Client
from pytest_django import Settings

from directory.models import User
from events.enums import EventRoleKind
from events.models import Event, EventRole
from messaging.models import OutboxMessage
from participants.models import AuditEntry
from tests import factories

PEOPLE = "/en/desk/people/"
LINK = re.compile(r"data-account-link>([^<]+)<")
NEW = {
    "name": "ثنا اللہ",
    "username": "Sana.Karachi",
    "email": "",
    "language": "ur",
    "kind": "organiser",
}


def log() -> list[tuple[str, str, str]]:
    """Return kind, event and whom of the changes in the log, oldest first."""
    return [
        (entry.kind, entry.subject, entry.whom.username if entry.whom else "")
        for entry in AuditEntry.objects.filter(action="change").order_by("pk")
    ]


def page_of(user: User) -> str:
    """Return the address of somebody's page."""
    return f"{PEOPLE}{user.pk}/"


def test_invited_organiser_gets_a_link_to_hand_over(
    office: Client, karachi: Event, lahore: Event
) -> None:
    asked = office.post(f"{PEOPLE}new/", {**NEW, "events": [karachi.slug]})
    sana = User.objects.get(username="sana.karachi")
    shown = office.post(f"{page_of(sana)}link/")

    link = LINK.findall(shown.content.decode())[0]
    client = Client()
    client.get(f"/{link.split('/', 3)[3]}")
    client.post(
        "/ur/desk/password/", {"password": "ایک لمبا پاس ورڈ ہے", "again": "ایک لمبا پاس ورڈ ہے"}
    )
    pages = [
        client.get(f"/ur/desk/events/{event.slug}/").status_code for event in (karachi, lahore)
    ]

    assert (asked.status_code, asked.headers["Location"]) == (303, page_of(sana))
    assert (sana.name_ur, sana.has_usable_password()) == ("ثنا اللہ", False)
    assert shown.status_code == 200
    assert "https://wa.me/?text=" in shown.content.decode()
    assert pages == [200, 404]
    assert log() == [
        ("account-invited", "", "sana.karachi"),
        ("role-given", karachi.slug, "sana.karachi"),
        ("account-link-made", "", "sana.karachi"),
        ("account-password-chosen", "", "sana.karachi"),
    ]


def test_somebody_with_an_address_is_sent_the_link(office: Client, karachi: Event) -> None:
    office.post(f"{PEOPLE}new/", {**NEW, "email": "sana@example.com", "events": [karachi.slug]})

    message = OutboxMessage.objects.get()

    assert (message.kind, message.recipient) == ("staff-invitation", "sana@example.com")


@pytest.mark.parametrize(
    ("kind", "group"),
    [("data-officer", "Data officers"), ("editor", "Editors"), ("director", "Directors")],
)
def test_kinds_of_the_whole_campaign_have_a_group_and_no_event(
    office: Client, karachi: Event, kind: str, group: str
) -> None:
    office.post(f"{PEOPLE}new/", {**NEW, "kind": kind, "events": [karachi.slug]})

    sana = User.objects.get(username="sana.karachi")
    assert [found.name for found in sana.groups.all()] == [group]
    assert sana.event_roles.count() == 0


def test_volunteers_role_is_for_the_day(office: Client, karachi: Event) -> None:
    office.post(f"{PEOPLE}new/", {**NEW, "kind": "volunteer", "events": [karachi.slug]})

    assert EventRole.objects.get().is_for_the_day


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "organiser"},
        {"kind": "superuser"},
        {"events": ["walk-nowhere"]},
        {"kind": "host", "events": ["walk-lahore-2099", "walk-karachi-2099"]},
        {"username": "ثنا"},
        {"username": "the-director"},
        {"username": "\x00"},
        {"username": "a" * 300},
        {"name": "\u202e"},
        {"email": "no address"},
        {"language": "fr"},
    ],
)
def test_unusable_invitation_makes_nobody(
    office: Client, lahore: Event, karachi: Event, fields: dict[str, str]
) -> None:
    data = NEW | ({"events": [lahore.slug]} if fields != {"kind": "organiser"} else {}) | fields

    response = office.post(f"{PEOPLE}new/", data)

    assert response.status_code == 200
    assert 'class="error-summary"' in response.content.decode()
    assert User.objects.count() == 1
    assert log() == []


def test_superuser_and_staff_cannot_be_made_by_extra_fields(office: Client, karachi: Event) -> None:
    extra = {"is_superuser": "1", "is_staff": "1", "groups": "1", "session_epoch": "9"}

    office.post(f"{PEOPLE}new/", {**NEW, **extra, "events": [karachi.slug]})

    sana = User.objects.get(username="sana.karachi")
    assert (sana.is_superuser, sana.is_staff, sana.session_epoch) == (False, False, 0)


def test_list_costs_the_same_for_few_and_many(
    office: Client, lahore: Event, django_assert_max_num_queries: object
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            office.get(PEOPLE)
        return len(captured)

    factories.make_helper(lahore)
    queries()
    few = queries()
    for number in range(30):
        user = factories.make_user(f"somebody-{number}")
        EventRole.objects.create(event=lahore, user=user, role=EventRoleKind.VOLUNTEER)

    assert queries() == few


def test_list_is_logged_before_it_is_seen(office: Client, director: User) -> None:
    office.get(PEOPLE)

    entry = AuditEntry.objects.get()
    assert (entry.kind, entry.action, entry.row_count) == ("staff", "view", 1)


@pytest.mark.parametrize("language", ["ur", "en"])
def test_pages_stand_in_both_languages(
    office: Client, organiser: User, settings: Settings, language: str
) -> None:
    paths = ["people/", "people/new/", f"people/{organiser.pk}/", "account/", "log/"]
    role = organiser.event_roles.get()
    paths.append(f"people/{organiser.pk}/roles/{role.pk}/hand-over/")

    answers = [office.get(f"/{language}/desk/{path}") for path in paths]

    assert [answer.status_code for answer in answers] == [200] * len(paths)
    assert all(f'lang="{language}"' in answer.content.decode() for answer in answers)
