"""Inviting at the desk: lines read one by one, seats, reminders, one invitation."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from events.desk.forms.invitations import PasteForm
from events.enums import Audience, InvitationState, StakeholderGroup
from events.models import Event, Invitation, Schedule, SeatQuota
from events.registration.services.invitations import accept_invitation
from messaging.models import OutboxMessage
from participants.models import AuditEntry
from tests.events.pages import Page
from tests.events.registration.builders import NOW
from tests.events.registration.seminars import invited
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LIST = "/en/desk/events/walk-lahore-2027/invitations/"
NEW = f"{LIST}new/"
LINES = """رابعہ خان؛ روزنامہ مثال؛ 0300 1234567؛ میڈیا؛ ۲
Ali Raza\tForum\tali@example.org\tNGOs\t1

No way; Forum; nowhere; media; 1
Unknown group; x; a@example.org; circus; 1
Too many; x; b@example.org; media; 99
"""


@pytest.fixture
def seminar(lahore: Event) -> Event:
    """Make Lahore's event one for invited people."""
    Schedule.objects.filter(event=lahore).update(audience=Audience.INVITATION)
    event: Event = Event.objects.get(pk=lahore.pk)
    return event


def check(desk: Client, **fields: str) -> Any:
    """Post lines."""
    return desk.post(NEW, {"lines": LINES, "language": "ur", **fields})


def test_lines_are_read_and_faults_named_by_line(desk: Client, seminar: Event) -> None:
    response = check(desk)

    guests = [guest for guest, _group, _way in response.context["guests"]]
    assert [(guest.full_name, guest.group, guest.seats) for guest in guests] == [
        ("رابعہ خان", "media", 2),
        ("Ali Raza", "ngo", 1),
    ]
    assert [fault.number for fault in response.context["faults"]] == [4, 5, 6]
    assert Invitation.objects.count() == 0


def test_confirming_invites_whom_it_can_and_says_what_happened(
    desk: Client, seminar: Event
) -> None:
    response = check(desk, confirmed="1")
    again = check(desk, confirmed="1")

    said = Page(desk.get(again["Location"])).text()
    assert response.status_code == 303
    assert Invitation.objects.count() == 2
    assert OutboxMessage.objects.count() == 1
    assert "Were invited already: 2 · Lines left out: 3" in said


def test_one_guest_goes_the_same_way(desk: Client, seminar: Event) -> None:
    fields = {"full_name": "Sara; Khan", "organisation": "", "reach": "sara@example.org",
              "group": "judiciary", "seats": "1", "language": "en"}  # fmt: skip

    response = desk.post(NEW, fields)

    ((guest, _group, way),) = response.context["guests"]
    assert (guest.full_name, guest.group, way) == ("Sara Khan", "judiciary", "sara@example.org")


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    form = PasteForm({"lines": text, "language": "ur"})

    if form.is_valid():
        guests, faults = form.read()
        assert len(guests) + len(faults) <= len(text.splitlines())


def test_too_many_lines_are_refused(desk: Client, seminar: Event) -> None:
    response = check(desk, lines="x\n" * 201)

    assert list(response.context["paste"].errors) == ["lines"]


@pytest.mark.parametrize("language", ["ur", "en"])
def test_pages_are_wholly_in_their_language(desk: Client, seminar: Event, language: str) -> None:
    invitation = invited(seminar, "نسرین اختر" if language == "ur" else "Nasreen", email="",
                         phone="+923991234567", organisation="")  # fmt: skip
    prefix = LIST.replace("/en/", f"/{language}/")

    pages = [
        Page(desk.get(prefix + tail))
        for tail in ("", "new/", "seats/", "remind/", f"{invitation.pk}/")
    ]
    pages.append(Page(desk.post(f"{prefix}{invitation.pk}/", {"action": "withdraw"})))

    assert [page.foreign_words(language) for page in pages] == [[]] * 6
    assert language == "en" or [raw_runs(page.html) for page in pages] == [[]] * 6
    assert [page.described_by_nothing() for page in pages] == [[]] * 6


def test_the_list_is_logged_without_names(desk: Client, seminar: Event) -> None:
    invited(seminar)

    desk.get(LIST)

    entry = AuditEntry.objects.get()
    assert (entry.kind, entry.row_count, entry.subject) == ("invitations", 1, seminar.slug)


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_for_1_and_30(desk: Client, seminar: Event, count: int) -> None:
    for number in range(count):
        invited(seminar, f"نام {number}")
    desk.get(LIST)

    with CaptureQueriesContext(connection) as captured:
        desk.get(LIST)

    assert len(captured) <= 14


def test_seats_are_kept_and_more_than_the_capacity_refused(desk: Client, seminar: Event) -> None:
    saved = desk.post(f"{LIST}seats/", {"media": "10", "ngo": "۵"})
    refused = desk.post(f"{LIST}seats/", {"media": "600"})

    assert (saved.status_code, refused.status_code) == (303, 200)
    kept = {quota.group: quota.seats for quota in SeatQuota.objects.filter(seats__gt=0)}
    assert kept == {"media": 10, "ngo": 5}


def test_fewer_seats_than_taken_are_refused_beside_the_group(desk: Client, seminar: Event) -> None:
    invitation = invited(seminar, group=StakeholderGroup.MEDIA)
    accept_invitation(invitation=invitation, size=2, language="ur", now=NOW)

    response = desk.post(f"{LIST}seats/", {"media": "1"})

    assert list(response.context["form"].errors) == ["media"]


def test_a_link_to_hand_over_opens_the_invitation(desk: Client, seminar: Event) -> None:
    invitation = invited(seminar, email="", phone="+923331110566")

    response = desk.post(f"{LIST}{invitation.pk}/", {"action": "link"})

    path = response.context["link"].split("127.0.0.1:8000")[-1]
    opened = Client().get(path[path.index("/ur/") :], follow=True)
    assert opened.status_code == 200
    assert "wa.me/923331110566" in response.content.decode()


def test_withdrawing_asks_first(desk: Client, seminar: Event) -> None:
    invitation = invited(seminar)

    desk.post(f"{LIST}{invitation.pk}/", {"action": "withdraw"})
    asked = Invitation.objects.get().state
    desk.post(f"{LIST}{invitation.pk}/", {"action": "withdraw", "confirmed": "1"})

    assert (asked, Invitation.objects.get().state) == (
        InvitationState.SENT,
        InvitationState.WITHDRAWN,
    )


def test_another_events_invitation_is_404(desk: Client, seminar: Event, karachi: Event) -> None:
    other = invited(karachi)

    assert desk.get(f"{LIST}{other.pk}/").status_code == 404
    assert desk.post(f"{LIST}{other.pk}/", {"action": "link"}).status_code == 404
