"""One application from one submission, mended and taken back by whoever made it."""

import datetime

import pytest

from campaigns.joining.services.applying import withdraw_or_leave
from campaigns.joining.services.deciding import (
    take_back_in,
)
from campaigns.models import JoinApplication
from directory.models import User
from participants.enums import ApplicationState
from participants.errors import ApplicationIsDecided, TooManyTries
from participants.rules.limits import JOIN_APPLICATIONS_OF_CONTACT
from tests import factories
from tests.campaigns.builders import NOW
from tests.campaigns.joining.builders import (
    approved,
    make_application,
)

pytestmark = pytest.mark.django_db
HUNDRED_DAYS = datetime.timedelta(days=100)
NO_WORDS = {"en": "", "ur": ""}


@pytest.fixture
def director() -> User:
    """Return whoever decides."""
    return factories.make_user("director")


@pytest.mark.parametrize("reached_by", ["phone", "email"])
def test_apply_to_join_by_one_contact_stops_beyond_the_limit(reached_by: str) -> None:
    by_mail = {"phone": "", "email": "somebody@example.com"}
    values = by_mail if reached_by == "email" else {}
    for number in range(JOIN_APPLICATIONS_OF_CONTACT.count):
        make_application(key=f"{number:032d}", **values)

    with pytest.raises(TooManyTries):
        make_application(key="x" * 32, **values)
    assert JoinApplication.objects.count() == JOIN_APPLICATIONS_OF_CONTACT.count


def test_withdraw_or_leave_leaves_the_network_and_staff_cannot_take_it_back(
    director: User,
) -> None:
    application, organisation = approved(director)

    withdraw_or_leave(application=application, now=NOW)

    organisation.refresh_from_db()
    application.refresh_from_db()
    assert (organisation.is_in_network, application.state) == (False, ApplicationState.WITHDRAWN)
    with pytest.raises(ApplicationIsDecided):
        take_back_in(application=application, actor=director, now=NOW)
    with pytest.raises(ApplicationIsDecided):
        withdraw_or_leave(application=application, now=NOW)
