"""People are erased once their event is long over; the counts stay."""

import datetime
from typing import Any

import pytest
from django.core.management import call_command

from config.retention import PURGES
from events.models import Attendee, Guardian, Places, Registration
from events.registration.services.privacy import purge_registrations
from messaging.enums import MessageState
from messaging.models import OutboxMessage
from participants.models import Contact, OwnLink
from tests.events.registration.builders import NOW, make_walk, register
from tests.privacy import tables_naming

pytestmark = pytest.mark.django_db
LONG_AFTER = datetime.datetime(2027, 11, 5, tzinfo=datetime.UTC)


def test_purge_registrations_after_ninety_days_leaves_numbers_and_no_person() -> None:
    walk = make_walk()
    register(
        walk,
        3,
        email="somebody@example.com",
        names=("عائشہ",),
        minors_count=1,
        guardian_name="ثمینہ",
        guardian_phone="+923001234567",
    )

    purged = purge_registrations(now=LONG_AFTER)

    contact = Contact.objects.get()
    assert purged == 1
    assert [contact.full_name, contact.phone, contact.email, contact.folded_name] == [""] * 4
    assert [m.objects.count() for m in (Attendee, Guardian, OwnLink)] == [0, 0, 0]
    assert Registration.objects.get().sort_key == ""
    assert Places.objects.get(event=walk).taken == 3


def test_purge_registrations_again_finds_nothing() -> None:
    register(make_walk())
    purge_registrations(now=LONG_AFTER)

    again = purge_registrations(now=LONG_AFTER)

    assert again == 0


def test_purge_registrations_on_a_dry_run_counts_and_erases_nothing() -> None:
    register(make_walk())

    counted = purge_registrations(now=LONG_AFTER, is_dry_run=True)

    assert counted == 1
    assert Contact.objects.get().full_name == "کوثر عباس"


def test_purge_registrations_before_its_time_keeps_everybody() -> None:
    register(make_walk())

    purged = purge_registrations(now=NOW)

    assert purged == 0


def test_purge_takes_along_what_waits_for_another_try() -> None:
    register(make_walk(), email="somebody@example.com")
    OutboxMessage.objects.update(state=MessageState.STUCK)
    known = set(tables_naming(["somebody@example.com"]))

    purge_registrations(now=LONG_AFTER)

    assert known == {"participants_contact", "messaging_outboxmessage"}
    assert tables_naming(["somebody@example.com", "کوثر عباس", "3331110566"]) == {}


def test_the_command_counts_everything_past_its_time_and_then_erases_it(
    capsys: pytest.CaptureFixture[str], clock: Any
) -> None:
    register(make_walk())
    clock.move_to(LONG_AFTER)

    call_command("purge", "--dry-run")
    call_command("purge")

    said = capsys.readouterr().out.splitlines()
    counted = [line for line in said if not line.startswith("0 ")]
    assert counted == ["1 registrations would be erased", "1 registrations were erased"]
    assert len(said) == 2 * len(PURGES)
    assert tables_naming(["کوثر عباس"]) == {}
