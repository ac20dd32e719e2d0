"""One action makes many drafts, once; another takes back those nobody has touched."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import City, User
from events.enums import EventRoleKind
from events.enums.hosting import Caution, DateShift
from events.models import (
    Event,
    EventRole,
    Places,
    Plan,
    ProgrammeItem,
    PublicHoliday,
    Schedule,
    Speaker,
)
from events.planning.rules import CityPlan, When
from events.planning.selectors import warnings_for
from events.planning.services.planning import Repetition, plan_cities, repeat_events
from events.planning.services.undoing import undo_plan
from tests import factories
from tests.events.hosting.builders import in_karachi, make_campaign
from tests.events.registration.builders import NOW, make_walk, register
from tests.races.crowd import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SUNDAY = datetime.date(2027, 8, 1)


@pytest.fixture
def director() -> User:
    """Return whoever plans."""
    return factories.make_user("planner")


def city_plan(*slugs: str) -> CityPlan:
    """Return a walk of Sunday in these cities."""
    for slug in slugs:
        factories.make_city(slug)
    when = When(SUNDAY, datetime.time(7), datetime.time(9))
    words = {"title_en": "Awareness walk", "title_ur": "آگاہی واک", "summary_en": "Come along."}
    return CityPlan("walk", 2027, when, words, {slug: 100 + n for n, slug in enumerate(slugs)})


def make_plan(director: User, *slugs: str) -> Plan:
    """Make drafts in these cities."""
    return plan_cities(plan=city_plan(*slugs), key="p" * 32, actor=director, now=NOW)


def test_plan_cities_makes_a_draft_in_each(director: User) -> None:
    campaign = make_campaign()

    make_plan(director, "lahore", "karachi", "multan")

    events = {event.city.slug: event for event in Event.objects.select_related("city")}
    assert events.keys() == {"lahore", "karachi", "multan"}
    karachi = events["karachi"]
    assert (karachi.slug, karachi.live) == ("walk-karachi-2027", False)
    assert (karachi.title_en, karachi.title_ur) == (
        "Awareness walk, Karachi",
        "آگاہی واک، کراچی",
    )
    assert (karachi.campaign, karachi.summary_en) == (campaign, "Come along.")
    schedule = Schedule.objects.get(event=karachi)
    assert schedule.starts_at == in_karachi(SUNDAY, 7)
    assert (schedule.state, schedule.sequence) == ("announced", 0)
    assert Places.objects.get(event=karachi).capacity == 101
    assert karachi.get_latest_revision_as_object().title_en == "Awareness walk, Karachi"


def test_plan_cities_twice_with_one_key_makes_them_once(director: User) -> None:
    first, second = make_plan(director, "lahore"), make_plan(director, "lahore")

    assert first == second
    assert Event.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_plan_cities_ten_times_at_once_makes_them_once(director: User) -> None:
    plan = city_plan("lahore", "multan")

    def attempt(_number: int) -> int:
        try:
            return plan_cities(plan=plan, key="p" * 32, actor=director, now=NOW).pk
        finally:
            connection.close()

    assert len(set(at_once(10, attempt))) == 1
    assert (Plan.objects.count(), Event.objects.count()) == (1, 2)


def test_undo_plan_takes_back_only_what_nobody_touched(director: User) -> None:
    plan = make_plan(director, "lahore", "karachi", "multan")
    published = Event.objects.get(city__slug="lahore")
    published.get_latest_revision().publish()
    helped = Event.objects.get(city__slug="karachi")
    EventRole.objects.create(event=helped, user=director, role=EventRoleKind.HOST)

    undone = undo_plan(plan=plan, actor=director, now=NOW)

    assert (undone.removed, undone.kept) == (1, 2)
    assert set(Event.objects.all()) == {published, helped}


def test_undo_plan_leaves_a_draft_an_editor_has_written_on(director: User) -> None:
    plan = make_plan(director, "lahore")
    Event.objects.get().save_revision()

    assert undo_plan(plan=plan, actor=director, now=NOW).removed == 0


def test_undo_plan_twice_takes_back_nothing_more(director: User) -> None:
    plan = make_plan(director, "lahore", "multan")

    assert undo_plan(plan=plan, actor=director, now=NOW).removed == 2
    assert undo_plan(plan=plan, actor=director, now=NOW).removed == 0
    assert Event.objects.count() == Schedule.objects.count() == 0
    plan.refresh_from_db()
    assert plan.undone_at == NOW


def test_repeat_events_carries_words_and_places_and_no_person(director: User) -> None:
    campaign = make_campaign(2027)
    make_campaign(2028)
    walk = make_walk(capacity=40)
    Event.objects.filter(pk=walk.pk).update(campaign=campaign, permission_note="NOC 12")
    Places.objects.filter(event=walk).update(largest_group=60, promotion="offer")
    Speaker.objects.create(event=walk, name_en="Somebody", name_ur="کوئی")
    ProgrammeItem.objects.create(event=walk, text_en="Welcome", text_ur="استقبال")
    register(walk, 3)

    repetition = Repetition(2027, 2028, DateShift.WEEKDAY, frozenset({walk.slug}))
    repeat_events(repetition=repetition, key="r" * 32, actor=director, now=NOW)

    again = Event.objects.get(slug="walk-lahore-2028")
    assert (again.live, again.title_ur, again.campaign_id) == (
        False,
        walk.title_ur,
        campaign.pk + 1,
    )
    schedule = Schedule.objects.get(event=again)
    assert schedule.happens_on == datetime.date(2028, 7, 30)
    assert schedule.starts_at == in_karachi(datetime.date(2028, 7, 30), 7)
    assert schedule.assembly_point_en == "Main gate"
    places = Places.objects.get(event=again)
    assert (places.capacity, places.taken, places.waiting) == (40, 0, 0)
    assert (places.largest_group, places.promotion) == (60, "offer")
    assert [item.text_en for item in again.programme.all()] == ["Welcome"]
    assert (again.speakers.count(), again.registrations.count()) == (0, 0)
    assert (again.contact_phone, again.permission_note) == ("", "")


def test_warnings_name_holidays_and_clashes() -> None:
    make_walk()
    city = City.objects.get()
    PublicHoliday.objects.create(
        day=datetime.date(2027, 6, 16), name_en="Ashura", name_ur="عاشورہ", is_expected=True
    )
    days = (SUNDAY, datetime.date(2027, 6, 16), datetime.date(2027, 8, 14))
    morning = (datetime.time(7), datetime.time(9))

    found = warnings_for([(city, When(day, *morning)) for day in days], NOW)
    next_year = warnings_for([(city, When(datetime.date(2028, 8, 6), *morning))], NOW)

    assert [one.cautions for one in found] == [
        (Caution.CLASH,),
        (Caution.HOLIDAY,),
        (Caution.HOLIDAY,),
    ]
    assert [event.slug for event in found[0].clashes] == ["walk-lahore-2027"]
    assert next_year[0].cautions == (Caution.HOLIDAYS_UNKNOWN,)


def test_warnings_cost_the_same_for_one_and_for_twenty() -> None:
    city = factories.make_city("lahore")

    def cost(count: int) -> int:
        wanted = [(city, When(SUNDAY + datetime.timedelta(days=n))) for n in range(count)]
        with CaptureQueriesContext(connection) as queries:
            warnings_for(wanted, NOW)
        return len(queries)

    assert cost(1) == cost(20)
