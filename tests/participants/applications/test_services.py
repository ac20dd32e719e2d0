"""One application from one submission, mended, taken back, declined and forgotten."""

import datetime

import pytest
from django.db import connection

from directory.models import User
from messaging.models import OutboxMessage
from messaging.services import forget_messages
from participants.applications.services.applying import mend_application, withdraw_application
from participants.applications.services.forgetting import erase_application
from participants.enums import ApplicationState
from participants.errors import ApplicationIsDecided, KeyReused, TooManyTries
from participants.models import AuditEntry, Consent, Contact, OwnLink
from tests import factories
from tests.events.registration.builders import NOW
from tests.participants.applications.kinds import EVERY_KIND, Kind
from tests.privacy import tables_naming
from tests.races.crowd import at_once

pytestmark = [pytest.mark.django_db, EVERY_KIND]
HUNDRED_DAYS = datetime.timedelta(days=100)


@pytest.fixture
def director() -> User:
    """Return whoever decides."""
    return factories.make_user("director")


def test_taking_keeps_consents_and_queues_one_message(kind: Kind) -> None:
    made = kind.make(email="somebody@example.com")

    message = OutboxMessage.objects.get()
    consents = Consent.objects.order_by("pk").values_list("wording_version", "language")
    assert list(consents) == [(version, "ur") for version in kind.consents]
    assert (message.kind, message.recipient) == (f"{kind.word}-received", "somebody@example.com")
    assert message.reference == str(made) == made.reference
    assert made.reference.startswith(f"{kind.word.upper()}-")


def test_taking_twice_with_one_key_gives_one_application(kind: Kind) -> None:
    first, second = kind.make(), kind.make()

    assert first == second == kind.the_one()
    assert Contact.objects.count() == 1
    assert Consent.objects.count() == len(kind.consents)


def test_taking_with_the_key_of_another_is_refused(kind: Kind) -> None:
    kind.make()

    with pytest.raises(KeyReused):
        kind.make(full_name="شہلا")


def test_taking_from_one_phone_stops_beyond_the_limit(kind: Kind) -> None:
    for number in range(kind.model.LIMIT.count):
        kind.make(key=f"{number:032d}")

    with pytest.raises(TooManyTries):
        kind.make(key="x" * 32)
    assert kind.model._default_manager.count() == kind.model.LIMIT.count


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_taking_twenty_times_at_once_gives_one_application(kind: Kind) -> None:
    factories.make_city("multan")

    def attempt(_number: int) -> str:
        try:
            submission = kind.submission()
            made = kind.pages.take(submission=submission, key="k" * 32, language="ur", now=NOW)
            return str(made.reference)
        finally:
            connection.close()

    assert len(set(at_once(20, attempt))) == 1
    assert kind.model._default_manager.count() == Contact.objects.count() == 1


def test_mend_application_changes_person_and_wish(kind: Kind) -> None:
    made = kind.make()

    wanted = kind.submission(full_name="شہلا رضا", people_count=300, **{kind.wish: "قلعہ کہنہ"})
    mend_application(application=made, submission=wanted, now=NOW)

    made.refresh_from_db()
    assert (made.contact.full_name, made.people_count) == ("شہلا رضا", 300)
    assert getattr(made, kind.wish) == "قلعہ کہنہ"
    assert made.contact.folded_name


def test_declining_says_why_in_the_applicants_language(kind: Kind, director: User) -> None:
    made = kind.make(email="somebody@example.com", language="en")
    reason, words = kind.reason

    answers = {"en": "Next year gladly.", "ur": "اگلے سال ضرور۔"}
    kind.turn_down(made, director, reason=reason, answers=answers)

    made.refresh_from_db()
    assert made.state == ApplicationState.DECLINED
    told = OutboxMessage.objects.get(kind=f"{kind.word}-declined").context
    assert (told["reason"], told["answer"]) == (words, "Next year gladly.")
    assert [(one.kind, one.subject) for one in AuditEntry.objects.all()] == [
        (f"{kind.word}-declined", made.reference)
    ]


def test_after_an_answer_nothing_more_is_done(kind: Kind, director: User) -> None:
    made = kind.make()
    kind.turn_down(made, director)

    with pytest.raises(ApplicationIsDecided):
        kind.turn_down(made, director)
    with pytest.raises(ApplicationIsDecided):
        withdraw_application(application=made, now=NOW)
    with pytest.raises(ApplicationIsDecided):
        mend_application(application=made, submission=kind.submission(), now=NOW)
    assert AuditEntry.objects.count() == 1


def test_erase_application_leaves_nothing_of_the_person_anywhere(kind: Kind) -> None:
    made = kind.make(email="somebody@example.com")
    assert tables_naming(kind.traces)

    erase_application(application=made, forget_messages=forget_messages, now=NOW)

    assert tables_naming(kind.traces) == {}
    made.refresh_from_db()
    assert (made.state, getattr(made, kind.wish)) == (ApplicationState.WITHDRAWN, "")
    assert OwnLink.objects.count() == 0


@pytest.mark.parametrize("is_dry_run", [True, False])
def test_purging_after_their_time_keeps_the_row(
    kind: Kind, director: User, is_dry_run: bool
) -> None:
    kind.turn_down(kind.make(), director)

    found = kind.purge(now=NOW + HUNDRED_DAYS, is_dry_run=is_dry_run)

    assert found == 1
    assert bool(Contact.objects.get().full_name) == is_dry_run
    assert kind.purge(now=NOW + HUNDRED_DAYS) == int(is_dry_run)
    assert kind.model._default_manager.count() == 1
