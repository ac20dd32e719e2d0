"""What is done to one account acts on its owner's next request, and stands in the log."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from directory.models import User
from directory.selectors import second_factor_of
from events.enums import EventRoleKind
from events.models import Event, EventRole
from tests import factories
from tests.events.staff.conftest import browser_of
from tests.events.staff.test_people import log, page_of
from tests.staff import is_in, with_app


def test_suspension_acts_on_the_next_request_and_can_be_taken_back(
    office: Client, desk: Client, organiser: User, lahore: Event
) -> None:
    before = is_in(desk)

    response = office.post(f"{page_of(organiser)}do/account-suspended/")
    after = is_in(desk)
    page = office.get(page_of(organiser)).content.decode()
    office.post(f"{page_of(organiser)}do/account-restored/")

    organiser.refresh_from_db()
    assert response.headers["Location"] == page_of(organiser)
    assert (before, after) == (True, False)
    assert f'action="{page_of(organiser)}do/account-restored/"' in page
    assert organiser.is_active
    assert [kind for kind, _event, _whom in log()] == ["account-suspended", "account-restored"]


def test_role_that_ended_acts_on_the_next_request(
    office: Client, desk: Client, organiser: User, lahore: Event
) -> None:
    path = f"/en/desk/events/{lahore.slug}/attendees/"
    before = desk.get(path).status_code

    office.post(f"{page_of(organiser)}roles/end/", {"role": organiser.event_roles.get().pk})

    assert (before, desk.get(path).status_code) == (200, 404)
    assert log() == [("role-ended", lahore.slug, organiser.username)]


def test_event_handed_over_is_the_successors_and_nobody_elses(
    office: Client, desk: Client, organiser: User, lahore: Event, karachi: Event
) -> None:
    successor = factories.make_helper(karachi)
    role = organiser.event_roles.get()
    path = f"/en/desk/events/{lahore.slug}/attendees/"

    office.post(f"{page_of(organiser)}roles/{role.pk}/hand-over/", {"successor": successor.pk})

    given = EventRole.objects.get(event=lahore)
    assert (given.user, given.role) == (successor, EventRoleKind.ORGANISER)
    assert [desk.get(path).status_code, browser_of(successor).get(path).status_code] == [404, 200]
    assert [kind for kind, event, _whom in log() if event == lahore.slug] == [
        "role-ended",
        "role-given",
        "event-handed-over",
    ]


def test_role_of_somebody_else_is_not_ended_at_this_address(
    office: Client, organiser: User, karachi: Event
) -> None:
    other = factories.make_helper(karachi)

    answers = [
        office.post(f"{page_of(organiser)}roles/end/", {"role": key}).status_code
        for key in (other.event_roles.get().pk, "", "x", "9" * 30)
    ]

    assert answers == [404] * 4
    assert EventRole.objects.count() == 2


def test_lost_phone_is_reset_and_its_sessions_end(
    office: Client, desk: Client, organiser: User
) -> None:
    with_app(organiser)

    office.post(f"{page_of(organiser)}do/account-factor-reset/")

    assert second_factor_of(organiser).app is None
    assert not is_in(desk)


def test_signing_somebody_out_everywhere(office: Client, desk: Client, organiser: User) -> None:
    office.post(f"{page_of(organiser)}do/account-signed-out/")

    assert not is_in(desk)


@pytest.mark.parametrize("kind", ["account-suspended", "account-factor-reset"])
def test_nobody_shuts_themselves_out(office: Client, director: User, kind: str) -> None:
    office.post(f"{page_of(director)}do/{kind}/")

    director.refresh_from_db()
    assert director.is_active
    assert log() == []
    assert is_in(office)


def test_director_does_not_leave_their_own_group(office: Client, director: User) -> None:
    directors = Group.objects.get(name="Directors")

    office.post(f"{page_of(director)}groups/end/", {"group": directors.pk})

    assert list(director.groups.all()) == [directors]


def test_group_role_ends(office: Client, director: User) -> None:
    other = factories.make_user("officer")
    officers = Group.objects.get(name="Data officers")
    other.groups.add(officers)

    office.post(f"{page_of(other)}groups/end/", {"group": officers.pk})

    assert other.groups.count() == 0
    assert log() == [("role-ended", "", "officer")]


@pytest.mark.parametrize("path", ["", "link/", "do/account-suspended/", "roles/"])
def test_superuser_is_out_of_a_directors_reach(office: Client, path: str) -> None:
    boss = factories.make_user("boss")
    User.objects.filter(pk=boss.pk).update(is_superuser=True)

    response = office.post(page_of(boss) + path) if path else office.get(page_of(boss))

    assert response.status_code == 404


def test_suspended_account_gets_no_link(office: Client, organiser: User) -> None:
    User.objects.filter(pk=organiser.pk).update(is_active=False)

    assert office.post(f"{page_of(organiser)}link/").status_code == 404
