"""Certificates: once for everybody who took part, emptied with the person, taken back in words."""

import datetime

import pytest
from django.db import IntegrityError

from directory.models import User
from events.enums import EventState, RegistrationState
from events.models import Attendance, Certificate, Event, Registration
from events.prints.errors import NoSuchCertificate, TooEarlyForCertificates
from events.prints.services import (
    issue_certificate_by_name,
    issue_certificates,
    withdraw_certificate,
)
from events.registration.services.privacy import erase_registration, purge_typed_certificates
from participants.models import AuditEntry
from tests.events.desk.builders import make_event, make_organiser, register
from tests.privacy import tables_naming

pytestmark = pytest.mark.django_db
AFTERWARDS = datetime.datetime(2027, 8, 1, 5, 0, tzinfo=datetime.UTC)
BEFORE = datetime.datetime(2027, 8, 1, 1, 0, tzinfo=datetime.UTC)
LONG_AFTER = datetime.datetime(2027, 11, 5, tzinfo=datetime.UTC)


@pytest.fixture
def walk() -> Event:
    """Return a walk of 1 August 2027."""
    return make_event("lahore")


@pytest.fixture
def actor(walk: Event) -> User:
    """Return its organiser."""
    return make_organiser(walk)


def names(event: Event) -> list[str]:
    """Return the names on the event's certificates."""
    return sorted(Certificate.objects.filter(event=event).values_list("full_name", flat=True))


def test_issue_certificates_gives_one_to_each_named_person_once(walk: Event, actor: User) -> None:
    register(walk, "عائشہ خان", party=("بلال خان", "سارہ خان"))
    register(walk, "انتظار علی", phone="+923991234568", state=RegistrationState.WAITING)

    first = issue_certificates(event=walk, actor=actor, now=AFTERWARDS)
    second = issue_certificates(event=walk, actor=actor, now=AFTERWARDS)

    assert (first, second) == (3, 0)
    assert names(walk) == ["بلال خان", "سارہ خان", "عائشہ خان"]
    entry = AuditEntry.objects.get(kind="certificates-issued")
    assert (entry.row_count, entry.columns, entry.actor) == (3, ["organiser"], actor)


def test_issue_certificates_for_one_reference_leaves_the_others_without(
    walk: Event, actor: User
) -> None:
    one = register(walk, "عائشہ خان")
    register(walk, "بلال خان", phone="+923991234568")

    issue_certificates(event=walk, actor=actor, now=AFTERWARDS, reference=one.reference)

    assert names(walk) == ["عائشہ خان"]


def test_issue_certificates_with_children_in_the_party_shows_no_name_in_public(
    walk: Event, actor: User
) -> None:
    family = register(walk, "عائشہ خان", party=("ننھی سارہ",))
    Registration.objects.filter(pk=family.pk).update(minors_count=1)

    issue_certificates(event=walk, actor=actor, now=AFTERWARDS)

    assert set(Certificate.objects.values_list("shows_name", flat=True)) == {False}


def test_issue_certificates_where_the_gate_counted_goes_to_parties_that_came_whole(
    walk: Event, actor: User
) -> None:
    whole, part, away = (
        register(walk, name, phone=f"+92399123456{at}", party=("ساتھی",))
        for at, name in enumerate(("عائشہ خان", "بلال خان", "زارا علی"))
    )
    for party, arrived in ((whole, 2), (part, 1), (away, 0)):
        Attendance.objects.create(registration=party, event=walk, allowed=2, arrived=arrived)

    issued = issue_certificates(event=walk, actor=actor, now=AFTERWARDS)

    assert (issued, names(walk)) == (2, ["ساتھی", "عائشہ خان"])
    assert set(Certificate.objects.values_list("grounds", flat=True)) == {"arrived"}
    issue_certificates(event=walk, actor=actor, now=AFTERWARDS, reference=part.reference)
    assert Certificate.objects.filter(registration=part, grounds="organiser").count() == 2


def test_issue_certificates_before_the_walk_begins_is_refused(walk: Event, actor: User) -> None:
    register(walk)

    with pytest.raises(TooEarlyForCertificates):
        issue_certificates(event=walk, actor=actor, now=BEFORE)

    assert names(walk) == []


def test_certificate_of_a_cancelled_event_is_refused(walk: Event, actor: User) -> None:
    walk.schedule.state = EventState.CANCELLED
    walk.schedule.save()

    with pytest.raises(TooEarlyForCertificates):
        issue_certificate_by_name(
            event=walk, actor=actor, full_name="نام", is_child=False, now=AFTERWARDS
        )


def test_database_refuses_two_standing_certificates_of_one_person(walk: Event, actor: User) -> None:
    register(walk)
    issue_certificates(event=walk, actor=actor, now=AFTERWARDS)
    held = Certificate.objects.get()

    held.pk, held.code = None, "2222-2222-2222"

    with pytest.raises(IntegrityError):
        held.save()


def test_withdrawn_certificate_makes_room_for_a_new_one(walk: Event, actor: User) -> None:
    register(walk)
    issue_certificates(event=walk, actor=actor, now=AFTERWARDS)
    old = Certificate.objects.get()

    withdraw_certificate(event=walk, actor=actor, code=old.code.lower(), now=AFTERWARDS)

    assert issue_certificates(event=walk, actor=actor, now=AFTERWARDS) == 1
    assert AuditEntry.objects.filter(kind="certificate-withdrawn").count() == 1


@pytest.mark.parametrize("code", ["", "nonsense", "2222-2222-2222"])
def test_withdraw_certificate_of_a_wrong_code_is_refused(
    walk: Event, actor: User, code: str
) -> None:
    with pytest.raises(NoSuchCertificate):
        withdraw_certificate(event=walk, actor=actor, code=code, now=AFTERWARDS)


def test_withdraw_certificate_of_another_event_is_refused(walk: Event, actor: User) -> None:
    elsewhere = make_event("karachi")
    made = issue_certificate_by_name(
        event=elsewhere, actor=actor, full_name="نام", is_child=False, now=AFTERWARDS
    )

    with pytest.raises(NoSuchCertificate):
        withdraw_certificate(event=walk, actor=actor, code=made.code, now=AFTERWARDS)


def test_erasing_a_registration_leaves_no_name_on_its_certificates(
    walk: Event, actor: User
) -> None:
    party = register(walk, "زرینہ آزمائش", party=("خدیجہ آزمائش",))
    issue_certificates(event=walk, actor=actor, now=AFTERWARDS)

    erase_registration(registration=party, now=AFTERWARDS)

    assert tables_naming(["زرینہ", "خدیجہ"]) == {}
    assert Certificate.objects.count() == 2


def test_typed_names_are_emptied_ninety_days_after_and_counted_on_a_dry_run(
    walk: Event, actor: User
) -> None:
    issue_certificate_by_name(
        event=walk, actor=actor, full_name="زرینہ آزمائش", is_child=False, now=AFTERWARDS
    )

    early = purge_typed_certificates(now=AFTERWARDS)
    counted = purge_typed_certificates(now=LONG_AFTER, is_dry_run=True)
    kept = names(walk)
    emptied = purge_typed_certificates(now=LONG_AFTER)

    assert (early, counted, emptied) == (0, 1, 1)
    assert (kept, names(walk)) == (["زرینہ آزمائش"], [""])


def test_certificate_is_called_by_its_code(walk: Event, actor: User) -> None:
    made = issue_certificate_by_name(
        event=walk, actor=actor, full_name="زرینہ", is_child=False, now=AFTERWARDS
    )

    assert str(made) == made.code
