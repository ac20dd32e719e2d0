"""Whose events, and whose names in which order."""

import datetime
from itertools import chain

import pytest
from django.utils import timezone

from directory.models import User
from events.desk.enums import AttendeeSort
from events.desk.rules import search_terms
from events.desk.selectors import (
    AttendeeChoice,
    events_gone_by,
    events_to_come,
    events_visible_to,
    events_with_lists_for,
    listed_ids,
    parties_in_batches,
    parties_in_order,
)
from events.enums import DatePrecision, EventRoleKind, EventState, RegistrationState
from events.models import Event, EventRole, Registration, Schedule
from tests.events.desk import builders
from tests.events.desk.builders import register


def names(event: Event, choice: AttendeeChoice) -> list[str]:
    """Return the leaders' names in list order."""
    listed = parties_in_order(list(listed_ids(event, choice)))
    return [party.registration.contact.full_name for party in listed]


def found_names(event: Event, typed: str) -> list[str]:
    """Return the names a search finds."""
    return names(event, AttendeeChoice(terms=search_terms(typed)))


def test_events_visible_to_are_those_with_a_role(
    organiser: User, lahore: Event, karachi: Event
) -> None:
    assert list(events_visible_to(organiser)) == [lahore]


def test_events_with_lists_for_leave_out_those_of_a_volunteer(
    organiser: User, lahore: Event, karachi: Event
) -> None:
    EventRole.objects.create(event=karachi, user=organiser, role=EventRoleKind.VOLUNTEER)

    assert set(events_visible_to(organiser)) == {lahore, karachi}
    assert list(events_with_lists_for(organiser)) == [lahore]


@pytest.mark.parametrize(
    ("hour", "is_visible"),
    [
        ("2027-07-30T18:59", False),
        ("2027-07-30T19:01", True),
        ("2027-08-01T18:59", True),
        ("2027-08-01T19:01", False),
    ],
)
def test_role_for_the_day_counts_from_the_day_before_to_the_end_of_the_event_s_day_in_karachi(
    lahore: Event, hour: str, is_visible: bool
) -> None:
    volunteer = builders.make_organiser(lahore, EventRoleKind.VOLUNTEER)
    EventRole.objects.update(is_for_the_day=True)
    now = datetime.datetime.fromisoformat(f"{hour}:00+00:00")

    assert list(events_visible_to(volunteer, now)) == ([lahore] if is_visible else [])
    assert volunteer.event_roles.of_other_days(now).exists() is not is_visible


def test_role_for_the_day_follows_the_event_when_it_is_moved(lahore: Event) -> None:
    volunteer = builders.make_organiser(lahore, EventRoleKind.VOLUNTEER)
    EventRole.objects.update(is_for_the_day=True)
    later = datetime.datetime(2027, 8, 8, 5, tzinfo=datetime.UTC)

    before = list(events_visible_to(volunteer, later))
    Schedule.objects.update(happens_on=later.date())

    assert (before, list(events_visible_to(volunteer, later))) == ([], [lahore])


@pytest.mark.parametrize("precision", [DatePrecision.MONTH, DatePrecision.UNKNOWN])
def test_role_for_the_day_counts_on_no_day_while_the_day_is_unknown(
    lahore: Event, precision: DatePrecision
) -> None:
    volunteer = builders.make_organiser(lahore, EventRoleKind.VOLUNTEER)
    EventRole.objects.update(is_for_the_day=True)
    Schedule.objects.update(precision=precision)

    assert list(events_visible_to(volunteer, builders.NOON.replace(month=8))) == []


def test_role_for_the_day_goes_by_the_database_where_nobody_says_the_time(lahore: Event) -> None:
    volunteer = builders.make_organiser(lahore, EventRoleKind.VOLUNTEER)
    EventRole.objects.update(is_for_the_day=True)

    before = list(events_visible_to(volunteer))
    Schedule.objects.update(happens_on=timezone.localdate())

    assert (before, list(events_visible_to(volunteer))) == ([], [lahore])


def test_role_for_the_day_and_another_one_are_not_mixed_up(lahore: Event, karachi: Event) -> None:
    somebody = builders.make_organiser(lahore)
    EventRole.objects.create(
        event=karachi, user=somebody, role=EventRoleKind.ORGANISER, is_for_the_day=True
    )

    assert list(events_with_lists_for(somebody, builders.NOON)) == [lahore]


def test_events_to_come_today_still_counts(organiser: User, lahore: Event) -> None:
    evening = datetime.datetime(2027, 8, 1, 18, 59, tzinfo=datetime.UTC)
    after_midnight = datetime.datetime(2027, 8, 1, 19, 1, tzinfo=datetime.UTC)
    events = events_visible_to(organiser)

    assert list(events_to_come(events, evening)) == [lahore]
    assert list(events_gone_by(events, after_midnight)) == [lahore]


def test_events_without_a_day_are_still_to_come(organiser: User, lahore: Event) -> None:
    lahore.schedule.happens_on = None
    lahore.schedule.save()

    assert list(events_to_come(events_visible_to(organiser), builders.NOON)) == [lahore]


def test_events_held_on_a_day_nobody_recorded_are_not_to_come(
    organiser: User, lahore: Event
) -> None:
    lahore.places.delete()
    Schedule.objects.filter(event=lahore).update(
        happens_on=None, precision="unknown", state=EventState.CLOSED
    )
    events = events_visible_to(organiser)

    assert list(events_to_come(events, builders.NOON)) == []
    assert list(events_gone_by(events, builders.NOON)) == [lahore]


def test_listed_ids_stand_in_urdu_order_with_latin_names_after(lahore: Event) -> None:
    typed = ["Zara Khan", "یاسمین", "بلال", "آمنہ", "Ahmed Ali", "پروین", "احمد", "ٹیپو", "تانیہ"]
    for name in typed:
        register(lahore, name)

    listed = names(lahore, AttendeeChoice())

    assert listed == [
        *("احمد", "آمنہ", "بلال", "پروین", "تانیہ", "ٹیپو", "یاسمین"),
        *("Ahmed Ali", "Zara Khan"),
    ]


def test_listed_ids_by_code_and_by_time(lahore: Event) -> None:
    later = register(lahore, "بلال", at=builders.NOON + datetime.timedelta(hours=1))
    first = register(lahore, "یاسمین")
    by_code = sorted([later, first], key=lambda registration: registration.reference)

    assert list(listed_ids(lahore, AttendeeChoice(sort=AttendeeSort.TIME))) == [first.pk, later.pk]
    assert list(listed_ids(lahore, AttendeeChoice(sort=AttendeeSort.CODE))) == [
        registration.pk for registration in by_code
    ]


def test_listed_ids_of_one_state_and_one_event(lahore: Event, karachi: Event) -> None:
    register(lahore, "بلال")
    cancelled = register(lahore, "یاسمین", state=RegistrationState.CANCELLED)

    listed = listed_ids(lahore, AttendeeChoice(state=RegistrationState.CANCELLED))

    assert list(listed) == [cancelled.pk]


@pytest.mark.parametrize("typed", ["عائشہ", "عايشه", "خان", "4567", "۴۵۶۷", "0399 1234567"])
def test_search_finds_by_any_spelling_and_by_phone(lahore: Event, typed: str) -> None:
    register(lahore, "عائشہ خان", phone="+923991234567")
    register(lahore, "بلال", phone="+923990000000")

    assert found_names(lahore, typed) == ["عائشہ خان"]


def test_search_finds_by_reference_in_any_form(lahore: Event) -> None:
    wanted = register(lahore, "بلال")
    register(lahore, "یاسمین")
    end = wanted.reference.removeprefix("LHE-")

    for typed in (wanted.reference, wanted.reference.lower(), end, f"lhe {end}"):
        assert found_names(lahore, typed) == ["بلال"]


@pytest.mark.parametrize("typed", ["%", "_", "\\", "شہلا", "7654"])
def test_search_finds_nobody_else(lahore: Event, karachi: Event, typed: str) -> None:
    register(lahore, "بلال")

    assert found_names(lahore, typed) == []


def test_parties_in_batches_keep_the_order(lahore: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("events.desk.selectors.attendees.BATCH_SIZE", 2)
    for name in ("ت", "پ", "ب", "آ", "ا"):
        register(lahore, name)
    ids = list(listed_ids(lahore, AttendeeChoice()))

    batches = [[party.registration.pk for party in batch] for batch in parties_in_batches(ids)]

    assert [len(batch) for batch in batches] == [2, 2, 1]
    assert list(chain.from_iterable(batches)) == ids


def test_parties_in_order_carry_the_names_of_those_who_come_along(lahore: Event) -> None:
    alone, family = register(lahore, "بلال"), register(lahore, "آمنہ", party=("یاسمین", "ا", "ب"))

    listed = parties_in_order([family.pk, alone.pk])

    assert [party.names for party in listed] == [("یاسمین", "ا", "ب"), ()]


def test_parties_in_order_leave_out_what_is_gone(lahore: Event) -> None:
    kept, gone = register(lahore, "بلال"), register(lahore, "یاسمین")
    ids = [gone.pk, kept.pk]
    Registration.objects.filter(pk=gone.pk).delete()

    assert [party.registration for party in parties_in_order(ids)] == [kept]
