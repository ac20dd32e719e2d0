"""One answer, one organisation in the network, out of it and back in."""

import datetime

import pytest
from django.db import connection

from campaigns.joining.services.deciding import (
    approve_application,
    decline_application,
    reopen_application,
    take_back_in,
    take_out,
)
from campaigns.models import Organisation
from directory.models import User
from messaging.models import OutboxMessage
from participants.enums import ApplicationState
from participants.errors import ApplicationIsDecided
from participants.models import AuditEntry
from tests import factories
from tests.campaigns.builders import NOW
from tests.campaigns.joining.builders import (
    approved,
    entry,
    make_application,
)
from tests.races.crowd import at_once

pytestmark = pytest.mark.django_db
HUNDRED_DAYS = datetime.timedelta(days=100)
NO_WORDS = {"en": "", "ur": ""}


@pytest.fixture
def director() -> User:
    """Return whoever decides."""
    return factories.make_user("director")


def test_approve_application_makes_a_public_organisation_and_tells_its_contact(
    director: User,
) -> None:
    application, organisation = approved(director, email="somebody@example.com")

    assert organisation.is_in_network
    assert (organisation.slug, organisation.kind) == ("education-society-multan", "ngo")
    assert (organisation.city, organisation.name_ur) == (application.city, "انجمنِ تعلیم ملتان")
    assert OutboxMessage.objects.get(kind="join-approved").recipient == "somebody@example.com"
    assert [(one.kind, one.subject) for one in AuditEntry.objects.all()] == [
        ("join-approved", application.reference)
    ]


def test_approve_application_of_a_known_organisation_writes_over_nothing(director: User) -> None:
    known = Organisation.objects.create(slug="anjuman", name_en="Anjuman", name_ur="انجمن")
    known.work_en = "Known before."
    known.save()

    approve_application(
        application=make_application(website="https://anjuman.example"),
        entry=entry(),
        known=known,
        actor=director,
        now=NOW,
    )

    found = Organisation.objects.get()
    assert (found.name_en, found.work_en) == ("Anjuman", "Known before.")
    assert (found.work_ur, found.website) == (entry().work_ur, "https://anjuman.example")
    assert (found.kind, found.is_in_network) == ("ngo", True)


def test_approve_application_takes_an_address_nobody_has(director: User) -> None:
    Organisation.objects.create(slug="education-society-multan", name_en="x", name_ur="ا")

    _application, organisation = approved(director)

    assert organisation.slug == "education-society-multan-2"


def test_answering_twice_is_refused_and_changes_nothing(director: User) -> None:
    application, _organisation = approved(director)

    with pytest.raises(ApplicationIsDecided):
        approve_application(application=application, entry=entry(), actor=director, now=NOW)
    with pytest.raises(ApplicationIsDecided):
        decline_application(
            application=application, reason="aims", answers=NO_WORDS, actor=director, now=NOW
        )
    with pytest.raises(ApplicationIsDecided):
        reopen_application(application=application, actor=director, now=NOW)
    assert Organisation.objects.count() == AuditEntry.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_six_directors_approving_at_once_make_one_organisation() -> None:
    actor, application = factories.make_user("director"), make_application()

    def attempt(_number: int) -> bool:
        try:
            approve_application(application=application, entry=entry(), actor=actor, now=NOW)
        except ApplicationIsDecided:
            return False
        finally:
            connection.close()
        return True

    assert sum(at_once(6, attempt)) == 1
    assert Organisation.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_namesakes_approved_at_once_are_all_taken_in() -> None:
    actor = factories.make_user("director")
    made = [make_application(key=f"{number:032d}") for number in range(4)]

    def attempt(number: int) -> None:
        try:
            approve_application(application=made[number], entry=entry(), actor=actor, now=NOW)
        finally:
            connection.close()

    at_once(4, attempt)

    slugs = set(Organisation.objects.values_list("slug", flat=True))
    assert len(slugs) == Organisation.objects.filter(is_in_network=True).count() == 4


def test_reopen_application_waits_for_an_answer_again(director: User) -> None:
    application = make_application()
    decline_application(
        application=application, reason="aims", answers=NO_WORDS, actor=director, now=NOW
    )

    reopen_application(application=application, actor=director, now=NOW)

    application.refresh_from_db()
    assert (application.state, application.decline_reason) == (ApplicationState.RECEIVED, "")
    approve_application(application=application, entry=entry(), actor=director, now=NOW)
    assert [one.kind for one in AuditEntry.objects.order_by("pk")] == [
        "join-declined",
        "join-reopened",
        "join-approved",
    ]


def test_take_out_and_back_in_are_logged_and_done_once(director: User) -> None:
    application, organisation = approved(director)

    take_out(application=application, actor=director, now=NOW)
    with pytest.raises(ApplicationIsDecided):
        take_out(application=application, actor=director, now=NOW)
    organisation.refresh_from_db()
    assert not organisation.is_in_network
    take_back_in(application=application, actor=director, now=NOW)

    organisation.refresh_from_db()
    assert organisation.is_in_network
    assert [one.kind for one in AuditEntry.objects.order_by("pk")] == [
        "join-approved",
        "network-taken-out",
        "network-taken-in",
    ]
