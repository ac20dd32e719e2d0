"""What of a year's events is counted, and what is not."""

import pytest
from pytest_django import DjangoAssertNumQueries

from campaigns.enums import TallyMeasure
from campaigns.models import Organisation
from directory.models import City
from events.enums import EventState, RegistrationState
from events.models import Event, EventReport, Registration, Schedule
from events.tallying.selectors import event_counts
from tests.events.registration.builders import make_walk, register
from tests.events.tallying.builders import held, report, the_year

pytestmark = pytest.mark.django_db


def counted(measure: TallyMeasure) -> dict[str, int]:
    """Return a measure by city slug, "" for the year; nothing that is zero."""
    slugs = dict(City.objects.values_list("pk", "slug"))
    return {
        slugs[count.city] if count.city else "": count.value
        for count in event_counts(the_year())
        if count.measure == measure and count.value
    }


def test_event_counts_add_up_by_city() -> None:
    held("seminar-a", people=40)
    held("seminar-b", people=25)
    held("seminar-c", "karachi", people=600)

    assert counted(TallyMeasure.ATTENDED) == {"": 665, "lahore": 65, "karachi": 600}
    assert counted(TallyMeasure.EVENTS) == {"": 3, "lahore": 2, "karachi": 1}


def test_an_event_of_few_people_enters_no_sum() -> None:
    held("seminar-a", people=40)
    held("seminar-b", people=9, headcount=9)
    held("seminar-c", "karachi", people=9)

    assert counted(TallyMeasure.ATTENDED) == {"": 40, "lahore": 40}
    assert counted(TallyMeasure.ESTIMATED) == {}


@pytest.mark.parametrize("state", [EventState.CANCELLED, EventState.POSTPONED])
def test_an_event_that_does_not_take_place_is_not_counted(state: EventState) -> None:
    held("seminar-a", people=40)
    Schedule.objects.update(state=state)

    assert counted(TallyMeasure.EVENTS) == {}
    assert counted(TallyMeasure.ATTENDED) == {}


def test_a_draft_is_not_counted() -> None:
    held("seminar-a", people=40)
    Event.objects.update(live=False)

    assert counted(TallyMeasure.EVENTS) == {}


def test_only_confirmed_places_are_registered() -> None:
    held("seminar-a")
    walk = make_walk(capacity=100)
    Event.objects.filter(pk=walk.pk).update(campaign=the_year())
    for size in (6, 6, 5):
        register(walk, size)
    last = Registration.objects.order_by("pk").last()
    Registration.objects.filter(pk=last.pk if last else 0).update(state=RegistrationState.CANCELLED)

    assert counted(TallyMeasure.REGISTERED) == {"": 12, "lahore": 12}


def test_head_counts_carry_how_they_are_known() -> None:
    report(held("seminar-a"), 300, "press")
    report(held("seminar-b"), 120, "stewards")
    EventReport.objects.filter(event=held("seminar-c", "karachi", headcount=80)).update(
        published_at=None
    )

    found = [one for one in event_counts(the_year()) if one.measure == TallyMeasure.ESTIMATED]

    assert counted(TallyMeasure.ESTIMATED) == {"": 420, "lahore": 420}
    assert [one.sources for one in found if one.value] == [("press", "stewards")] * 2


def test_an_organisation_counts_once_in_a_city_and_once_in_the_year() -> None:
    lead = Organisation.objects.create(slug="ssdo", name_en="SSDO", name_ur="ایس ایس ڈی او")
    for slug, city in (("seminar-a", "lahore"), ("seminar-b", "lahore"), ("seminar-c", "karachi")):
        Event.objects.filter(pk=held(slug, city).pk).update(lead_organiser=lead)

    assert counted(TallyMeasure.ORGANISATIONS) == {"": 1, "lahore": 1, "karachi": 1}


def test_counting_costs_the_same_queries_for_one_event_and_many(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    held("seminar-0", people=20, headcount=20)
    year = the_year()
    with django_assert_num_queries(6):
        event_counts(year)
    for number in range(1, 9):
        held(f"seminar-{number}", people=20, headcount=20)

    with django_assert_num_queries(6):
        event_counts(year)
