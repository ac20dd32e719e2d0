"""People are erased once their event is long over; the counts stay."""

import datetime

import pytest

from events.models import Attendee, Guardian, Places, Registration
from events.registration.services.privacy import purge_registrations
from participants.models import Contact, OwnLink
from tests.events.registration.builders import NOW, make_walk, register

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
