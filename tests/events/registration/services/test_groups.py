"""Names of a party and slips of its children: whole, in order, once, of one event only."""

import pytest

from directory.models import User
from events.enums import PartyKind
from events.errors import RegistrationIsClosed, TooManyNames
from events.models import Attendee, ConsentSlip, Registration
from events.registration.services.changes import (
    cancel_registration,
    rename_party,
    resize_party,
)
from events.registration.services.groups import receive_slips, return_slips, set_names
from tests.events.registration.builders import NOW, make_walk, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> Registration:
    """Return a class of four, all children."""
    return register(
        make_walk(capacity=100), 4, kind=PartyKind.GROUP, group_name="اسکول", minors_count=4
    )


@pytest.fixture
def organiser() -> User:
    """Return somebody who takes slips in."""
    return User.objects.create_user(username="organiser")


def codes(registration: Registration) -> list[str]:
    """Return the codes of its slips in order."""
    slips = ConsentSlip.objects.filter(registration=registration).order_by("position")
    return list(slips.values_list("code", flat=True))


def test_set_names_of_a_group_counts_from_one_and_of_a_family_from_two(
    school: Registration,
) -> None:
    family = register(school.event, 3, full_name="شاہد", phone="+923001111111")

    set_names(registration=school, names=["علی", "زینب"], now=NOW)
    set_names(registration=family, names=["سارہ"], now=NOW)

    positions = Attendee.objects.order_by("registration", "position")
    assert list(positions.values_list("position", "full_name")) == [
        (1, "علی"),
        (2, "زینب"),
        (2, "سارہ"),
    ]


def test_set_names_more_than_people_or_too_late_writes_nothing(school: Registration) -> None:
    with pytest.raises(TooManyNames):
        set_names(registration=school, names=["علی"] * 5, now=NOW)
    cancel_registration(registration=school, now=NOW)
    with pytest.raises(RegistrationIsClosed):
        set_names(registration=school, names=["علی"], now=NOW)

    assert not Attendee.objects.exists()


def test_renaming_the_contact_person_leaves_the_names_of_the_group(school: Registration) -> None:
    set_names(registration=school, names=["علی", "زینب", "بلال", "سارہ"], now=NOW)

    rename_party(registration=school, leader="نئی استانی", names=["علی"], now=NOW)

    assert Attendee.objects.count() == 4


def test_shrinking_takes_the_last_names_and_slips_with_it(school: Registration) -> None:
    set_names(registration=school, names=["علی", "زینب", "بلال", "سارہ"], now=NOW)

    resize_party(registration=school, size=2, now=NOW)

    assert list(Attendee.objects.values_list("full_name", flat=True)) == ["علی", "زینب"]
    assert len(codes(school)) == 2


def test_receive_slips_tells_new_known_and_unknown_apart(
    school: Registration, organiser: User
) -> None:
    first, second, *_others = codes(school)
    receive_slips(event=school.event, codes=[first], actor=organiser, now=NOW)

    report = receive_slips(
        event=school.event, codes=[first, second, "XXXXX-001"], actor=organiser, now=NOW
    )

    assert (report.changed, report.unchanged, report.unknown) == (
        (second,),
        (first,),
        ("XXXXX-001",),
    )
    slip = ConsentSlip.objects.get(code=second)
    assert (slip.received_at, slip.received_by) == (NOW, organiser)


def test_return_slips_takes_the_mark_back(school: Registration, organiser: User) -> None:
    first, second, *_others = codes(school)
    receive_slips(event=school.event, codes=[first], actor=organiser, now=NOW)

    report = return_slips(event=school.event, codes=[first, second])

    assert (report.changed, report.unchanged) == ((first,), (second,))
    assert not ConsentSlip.objects.exclude(received_at=None).exists()


def test_receive_slips_of_another_event_knows_none(school: Registration, organiser: User) -> None:
    other = make_walk(slug="walk-other-2027")

    report = receive_slips(event=other, codes=codes(school), actor=organiser, now=NOW)

    assert len(report.unknown) == 4
    assert not ConsentSlip.objects.exclude(received_at=None).exists()
