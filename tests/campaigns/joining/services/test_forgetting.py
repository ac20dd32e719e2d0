"""Nothing of the person stays; the organisation does."""

import datetime

import pytest

from campaigns.joining.services.deciding import (
    decline_application,
    take_out,
)
from campaigns.joining.services.forgetting import purge_applications
from directory.models import User
from messaging.services import forget_messages
from participants.applications.services.forgetting import erase_application
from participants.models import Contact, OwnLink
from tests import factories
from tests.campaigns.builders import NOW
from tests.campaigns.joining.builders import (
    TRACES,
    approved,
    make_application,
)
from tests.privacy import tables_naming

pytestmark = pytest.mark.django_db
HUNDRED_DAYS = datetime.timedelta(days=100)
NO_WORDS = {"en": "", "ur": ""}


@pytest.fixture
def director() -> User:
    """Return whoever decides."""
    return factories.make_user("director")


def test_erase_application_leaves_nothing_of_the_person_and_the_organisation(
    director: User,
) -> None:
    application, organisation = approved(director, email="somebody@example.com")
    assert tables_naming(TRACES)

    erase_application(application=application, forget_messages=forget_messages, now=NOW)

    assert tables_naming(TRACES) == {}
    assert OwnLink.objects.count() == 0
    organisation.refresh_from_db()
    assert organisation.is_in_network


def test_purge_applications_takes_what_was_answered_or_left_long_ago(director: User) -> None:
    declined = make_application(key="1" * 32)
    decline_application(
        application=declined, reason="aims", answers=NO_WORDS, actor=director, now=NOW
    )
    left, _organisation = approved(director, key="2" * 32)
    take_out(application=left, actor=director, now=NOW)
    make_application(key="3" * 32, now=NOW + datetime.timedelta(days=50))

    counts = [
        purge_applications(now=NOW + HUNDRED_DAYS, is_dry_run=True),
        purge_applications(now=NOW + HUNDRED_DAYS),
        purge_applications(now=NOW + HUNDRED_DAYS),
    ]

    assert counts == [2, 2, 0]
    assert Contact.objects.exclude(full_name="").count() == 1


def test_purge_applications_keeps_who_speaks_for_an_organisation_of_the_network(
    director: User,
) -> None:
    approved(director)

    assert purge_applications(now=NOW + 10 * HUNDRED_DAYS) == 0
    assert Contact.objects.get().full_name == "راشدہ"
