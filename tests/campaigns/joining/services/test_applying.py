"""One application from one submission, mended and taken back by whoever made it."""

import datetime

import pytest
from django.db import connection

from campaigns.enums import JoinState
from campaigns.errors import JoinIsDecided
from campaigns.joining.services.applying import (
    apply_to_join,
    mend_application,
    withdraw_application,
)
from campaigns.joining.services.deciding import (
    take_back_in,
)
from campaigns.models import JoinApplication
from directory.models import User
from messaging.models import OutboxMessage
from participants.errors import KeyReused, TooManyTries
from participants.models import Consent, Contact
from participants.rules.limits import JOIN_APPLICATIONS_OF_CONTACT
from tests import factories
from tests.campaigns.builders import NOW, make_city
from tests.campaigns.joining.builders import (
    approved,
    make_application,
    submission,
)
from tests.races.crowd import at_once

pytestmark = pytest.mark.django_db
HUNDRED_DAYS = datetime.timedelta(days=100)
NO_WORDS = {"en": "", "ur": ""}


@pytest.fixture
def director() -> User:
    """Return whoever decides."""
    return factories.make_user("director")


def test_apply_to_join_keeps_both_consents_and_queues_one_message() -> None:
    application = make_application(email="somebody@example.com")

    consents = Consent.objects.values_list("purpose", "wording_version", "language")
    message = OutboxMessage.objects.get()
    assert list(consents) == [("join", "join-1", "ur"), ("network", "network-1", "ur")]
    assert (message.kind, message.recipient) == ("join-received", "somebody@example.com")
    assert message.reference == str(application) == application.reference


def test_apply_to_join_twice_with_one_key_gives_one_application() -> None:
    first, second = make_application(), make_application()

    assert first == second
    assert [m.objects.count() for m in (JoinApplication, Contact, Consent)] == [1, 1, 2]


def test_apply_to_join_with_the_key_of_another_is_refused() -> None:
    make_application()

    with pytest.raises(KeyReused):
        make_application(full_name="شہلا")


@pytest.mark.parametrize("reached_by", ["phone", "email"])
def test_apply_to_join_by_one_contact_stops_beyond_the_limit(reached_by: str) -> None:
    by_mail = {"phone": "", "email": "somebody@example.com"}
    values = by_mail if reached_by == "email" else {}
    for number in range(JOIN_APPLICATIONS_OF_CONTACT.count):
        make_application(key=f"{number:032d}", **values)

    with pytest.raises(TooManyTries):
        make_application(key="x" * 32, **values)
    assert JoinApplication.objects.count() == JOIN_APPLICATIONS_OF_CONTACT.count


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_apply_to_join_twenty_times_at_once_gives_one_application() -> None:
    make_city("multan")

    def attempt(_number: int) -> str:
        try:
            return apply_to_join(
                submission=submission(), key="k" * 32, language="ur", now=NOW
            ).reference
        finally:
            connection.close()

    assert len(set(at_once(20, attempt))) == 1
    assert JoinApplication.objects.count() == Contact.objects.count() == 1


def test_mend_application_changes_person_and_organisation() -> None:
    application = make_application()

    wanted = submission(full_name="شہلا", people_count=None, work="اسکول")
    mend_application(application=application, submission=wanted, now=NOW)

    application.refresh_from_db()
    assert (application.contact.full_name, application.people_count) == ("شہلا", None)
    assert application.work == "اسکول"


def test_withdraw_application_leaves_the_network_and_staff_cannot_take_it_back(
    director: User,
) -> None:
    application, organisation = approved(director)

    withdraw_application(application=application, now=NOW)

    organisation.refresh_from_db()
    application.refresh_from_db()
    assert (organisation.is_in_network, application.state) == (False, JoinState.WITHDRAWN)
    with pytest.raises(JoinIsDecided):
        take_back_in(application=application, actor=director, now=NOW)
    with pytest.raises(JoinIsDecided):
        withdraw_application(application=application, now=NOW)
