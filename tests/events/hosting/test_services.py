"""One application from one submission, one decision, one host with one event and nothing more."""

import datetime

import pytest
from django.db import connection

from directory.models import User
from events.desk.selectors import events_visible_to
from events.enums import EventRoleKind
from events.hosting.services.deciding import approve_application, decline_application
from events.hosting.services.forgetting import purge_applications
from events.models import Event, EventRole, Places, Schedule
from messaging.models import OutboxMessage
from participants.applications.services.applying import withdraw_application
from participants.errors import ApplicationIsDecided
from participants.models import AuditEntry
from tests import factories
from tests.events.hosting.builders import (
    in_karachi,
    make_application,
    make_campaign,
    planned,
)
from tests.events.registration.builders import NOW
from tests.races.crowd import at_once

pytestmark = pytest.mark.django_db
HUNDRED_DAYS = datetime.timedelta(days=100)


@pytest.fixture
def director() -> User:
    """Return whoever decides."""
    return factories.make_user("director")


def test_approve_application_makes_a_draft_and_a_host_of_it_alone(director: User) -> None:
    campaign = make_campaign()
    other = factories.make_walk(city="multan")
    application = make_application(email="somebody@example.com")

    approved = approve_application(application=application, walk=planned(), actor=director, now=NOW)

    event = approved.event
    assert event is not None
    assert (event.slug, event.live, event.campaign) == ("walk-multan-2027", False, campaign)
    assert (event.title_ur, event.organiser_line_en) == ("آگاہی واک، ملتان", "District bar")
    schedule = Schedule.objects.get(event=event)
    assert schedule.starts_at == in_karachi(datetime.date(2027, 8, 1), 7)
    assert (schedule.state, schedule.precision) == ("announced", "time")
    assert Places.objects.get(event=event).capacity == 150
    host = User.objects.get(username="host-multan")
    assert list(events_visible_to(host)) == [event]
    assert other not in events_visible_to(host)
    assert [role.role for role in EventRole.objects.filter(user=host)] == [EventRoleKind.HOST]
    assert not host.groups.exists()
    assert not host.get_all_permissions()
    assert (host.has_usable_password(), host.email, host.known_as) == (False, "", "host-multan")
    assert [(one.kind, one.subject) for one in AuditEntry.objects.order_by("pk")] == [
        ("account-invited", ""),
        ("role-given", event.slug),
        ("host-approved", application.reference),
        ("account-link-made", ""),
    ]
    assert OutboxMessage.objects.get(kind="host-approved").recipient == "somebody@example.com"


def test_approve_application_without_a_day_invents_none(director: User) -> None:
    application = make_application(wished_on=None, wished_from=None)
    walk = planned(happens_on=None, starts=None, ends=None)

    approved = approve_application(application=application, walk=walk, actor=director, now=NOW)

    schedule = Schedule.objects.get(event=approved.event)
    assert (schedule.precision, schedule.happens_on, schedule.starts_at) == ("unknown", None, None)


def test_approve_application_takes_names_nobody_has(director: User) -> None:
    factories.make_walk(city="multan", slug="walk-multan-2027")
    factories.make_user("host-multan")

    approved = approve_application(
        application=make_application(), walk=planned(), actor=director, now=NOW
    )

    assert approved.event is not None
    assert approved.account is not None
    assert approved.event.slug == "walk-multan-2027-2"
    assert approved.account.username == "host-multan-2"


def test_deciding_twice_is_refused_and_changes_nothing(director: User) -> None:
    application = make_application()
    approve_application(application=application, walk=planned(), actor=director, now=NOW)

    with pytest.raises(ApplicationIsDecided):
        approve_application(application=application, walk=planned(), actor=director, now=NOW)
    with pytest.raises(ApplicationIsDecided):
        decline_application(
            application=application,
            reason="aims",
            answers={"en": "", "ur": ""},
            actor=director,
            now=NOW,
        )
    with pytest.raises(ApplicationIsDecided):
        withdraw_application(application=application, now=NOW)
    assert Event.objects.count() == EventRole.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_directors_approving_at_once_make_one_walk() -> None:
    actor, application = factories.make_user("director"), make_application()

    def attempt(_number: int) -> bool:
        try:
            approve_application(application=application, walk=planned(), actor=actor, now=NOW)
        except ApplicationIsDecided:
            return False
        finally:
            connection.close()
        return True

    assert sum(at_once(6, attempt)) == 1
    assert Event.objects.count() == EventRole.objects.count() == 1


def test_purge_applications_before_their_time_keeps_everybody(director: User) -> None:
    approved = make_application()
    approve_application(application=approved, walk=planned(), actor=director, now=NOW)
    make_application(key="2" * 32)

    # The walk and the wished day are three months away.
    assert purge_applications(now=NOW + HUNDRED_DAYS) == 0
    assert purge_applications(now=NOW + 2 * HUNDRED_DAYS) == 2
