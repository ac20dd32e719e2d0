"""One application from one submission, one decision, one host with one event and nothing more."""

import datetime

import pytest
from django.db import connection

from directory.models import User
from events.desk.selectors import events_visible_to
from events.enums import EventRoleKind
from events.enums.hosting import HostApplicationState
from events.errors import ApplicationIsDecided
from events.hosting.services.applying import (
    apply_to_host,
    mend_application,
    withdraw_application,
)
from events.hosting.services.deciding import approve_application, decline_application
from events.hosting.services.forgetting import erase_application, purge_applications
from events.models import Event, EventRole, HostApplication, Places, Schedule
from messaging.models import OutboxMessage
from participants.errors import KeyReused, TooManyTries
from participants.models import AuditEntry, Consent, Contact, OwnLink
from participants.rules.limits import HOST_APPLICATIONS_OF_PHONE
from tests import factories
from tests.events.hosting.builders import (
    TRACES,
    in_karachi,
    make_application,
    make_campaign,
    planned,
    submission,
)
from tests.events.registration.builders import NOW
from tests.privacy import tables_naming
from tests.races.crowd import at_once

pytestmark = pytest.mark.django_db
HUNDRED_DAYS = datetime.timedelta(days=100)


@pytest.fixture
def director() -> User:
    """Return whoever decides."""
    return factories.make_user("director")


def test_apply_to_host_keeps_consent_and_queues_one_message() -> None:
    application = make_application(email="somebody@example.com")

    consent, message = Consent.objects.get(), OutboxMessage.objects.get()
    assert (consent.purpose, consent.wording_version, consent.language) == ("host", "host-1", "ur")
    assert (message.kind, message.recipient) == ("host-received", "somebody@example.com")
    assert message.reference == application.reference
    assert str(application) == application.reference


def test_apply_to_host_twice_with_one_key_gives_one_application() -> None:
    first, second = make_application(), make_application()

    assert first == second
    assert [m.objects.count() for m in (HostApplication, Contact, Consent)] == [1, 1, 1]


def test_apply_to_host_with_the_key_of_another_is_refused() -> None:
    make_application()

    with pytest.raises(KeyReused):
        make_application(full_name="شہلا")


def test_apply_to_host_from_one_phone_stops_beyond_the_limit() -> None:
    for number in range(HOST_APPLICATIONS_OF_PHONE.count):
        make_application(key=f"{number:032d}")

    with pytest.raises(TooManyTries):
        make_application(key="x" * 32)
    assert HostApplication.objects.count() == HOST_APPLICATIONS_OF_PHONE.count


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_apply_to_host_twenty_times_at_once_gives_one_application() -> None:
    factories.make_city("multan")

    def attempt(_number: int) -> str:
        try:
            return apply_to_host(
                submission=submission(), key="k" * 32, language="ur", now=NOW
            ).reference
        finally:
            connection.close()

    references = at_once(20, attempt)

    assert len(set(references)) == 1
    assert HostApplication.objects.count() == Contact.objects.count() == 1


def test_mend_application_changes_person_and_wish() -> None:
    application = make_application()

    wanted = submission(full_name="شہلا رضا", people_count=300)
    mend_application(application=application, submission=wanted, now=NOW)

    application.refresh_from_db()
    assert (application.contact.full_name, application.people_count) == ("شہلا رضا", 300)
    assert application.contact.folded_name


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


def test_decline_application_says_why_in_the_applicants_language(director: User) -> None:
    application = make_application(email="somebody@example.com", language="en")

    decline_application(
        application=application,
        reason="too-soon",
        answers={"en": "Next year gladly.", "ur": "اگلے سال ضرور۔"},
        actor=director,
        now=NOW,
    )

    application.refresh_from_db()
    assert application.state == HostApplicationState.DECLINED
    words = OutboxMessage.objects.get(kind="host-declined").context
    assert words["reason"] == "Too little time is left to prepare it well."
    assert words["answer"] == "Next year gladly."


def test_erase_application_leaves_nothing_of_the_person_anywhere() -> None:
    application = make_application(email="somebody@example.com")
    assert tables_naming(TRACES)

    erase_application(application=application, now=NOW)

    assert tables_naming(TRACES) == {}
    application.refresh_from_db()
    assert application.state == HostApplicationState.WITHDRAWN
    assert OwnLink.objects.count() == 0


@pytest.mark.parametrize("is_dry_run", [True, False])
def test_purge_applications_after_their_time_keeps_the_row(
    director: User, is_dry_run: bool
) -> None:
    application = make_application()
    decline_application(
        application=application,
        reason="aims",
        answers={"en": "", "ur": ""},
        actor=director,
        now=NOW,
    )

    found = purge_applications(now=NOW + HUNDRED_DAYS, is_dry_run=is_dry_run)

    assert found == 1
    assert bool(Contact.objects.get().full_name) == is_dry_run
    again = purge_applications(now=NOW + HUNDRED_DAYS)
    assert again == int(is_dry_run)
    assert HostApplication.objects.count() == 1


def test_purge_applications_before_their_time_keeps_everybody(director: User) -> None:
    approved = make_application()
    approve_application(application=approved, walk=planned(), actor=director, now=NOW)
    make_application(key="2" * 32)

    # The walk and the wished day are three months away.
    assert purge_applications(now=NOW + HUNDRED_DAYS) == 0
    assert purge_applications(now=NOW + 2 * HUNDRED_DAYS) == 2
