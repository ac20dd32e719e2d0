"""Capacity and registration at the desk: a look first, saved, taken back."""

import pytest
from django.test import Client

from events.enums import Audience, EventState, RegistrationState
from events.models import Event, Places, Registration, Schedule
from tests.events.pages import Page
from tests.events.registration.builders import register
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
CAPACITY = "/en/desk/events/walk-lahore-2027/capacity/"
TERMS = "/en/desk/events/walk-lahore-2027/registration/"
FIELDS = {
    "state": "open",
    "audience": "open",
    "opens_at": "",
    "closes_at": "2027-07-31T23:59",
    "has_waiting_list": "on",
    "promotion": "offer",
    "offer_hours": "12",
    "largest_party": "8",
    "largest_group": "100",
}


@pytest.fixture
def queue(lahore: Event) -> Registration:
    """Return a party of two that waits for the last places."""
    Places.objects.filter(event=lahore).update(capacity=3, ceiling=3, has_waiting_list=True)
    register(lahore, 3, full_name="عائشہ خان")
    return register(lahore, 2, full_name="بلال خان")


def test_capacity_shows_who_moves_up_before_anything_happens(
    desk: Client, queue: Registration
) -> None:
    response = desk.post(CAPACITY, {"capacity": "5"})

    assert response.context["promoted"] == [(queue.reference, 2)]
    assert Places.objects.get().capacity == 3


def test_capacity_confirmed_promotes_and_says_so(desk: Client, queue: Registration) -> None:
    response = desk.post(CAPACITY, {"capacity": "۵", "confirmed": "1"})

    queue.refresh_from_db()
    page = Page(desk.get(response["Location"]))
    assert queue.state == RegistrationState.CONFIRMED
    assert "5 people may come. 2 people from the waiting list get a message." in page.text()


def test_undo_brings_the_capacity_back_and_drops_nobody(desk: Client, queue: Registration) -> None:
    response = desk.post(CAPACITY, {"capacity": "5", "confirmed": "1"})
    done = desk.get(response["Location"]).context["done"]

    desk.post(done.undo_url, done.undo_fields)

    places = Places.objects.get()
    assert (places.capacity, places.taken, places.ceiling) == (3, 5, 5)


def test_fewer_than_are_taken_is_explained(desk: Client, queue: Registration) -> None:
    page = Page(desk.post(CAPACITY, {"capacity": "1"}))

    assert "nobody is dropped" in page.text()


@pytest.mark.parametrize("typed", ["", "-1", "many", "100001", "9" * 400, "\x00", "1.5"])
@pytest.mark.parametrize("language", ["ur", "en"])
def test_no_capacity_is_refused_with_words(
    desk: Client, lahore: Event, typed: str, language: str
) -> None:
    path = CAPACITY.replace("/en/", f"/{language}/")

    response = desk.post(path, {"capacity": typed, "confirmed": "1"})

    assert response.status_code == 200
    assert len(Page(response).errors()) == 1
    assert Page(response).foreign_words(language) == []
    assert Places.objects.get().capacity == 500


def test_terms_are_saved_and_taken_back(desk: Client, lahore: Event) -> None:
    response = desk.post(TERMS, FIELDS | {"state": "closed"})
    saved = (Schedule.objects.get(), Places.objects.get())
    done = desk.get(response["Location"]).context["done"]

    desk.post(done.undo_url, done.undo_fields)

    schedule, places = saved
    assert (schedule.state, schedule.sequence) == (EventState.CLOSED, 0)
    assert schedule.registration_closes_at is not None
    assert schedule.registration_closes_at.isoformat() == "2027-07-31T18:59:00+00:00"
    assert (places.promotion, places.offer_hours, places.largest_group) == ("offer", 12, 100)
    before = (Schedule.objects.get(), Places.objects.get())
    assert (before[0].state, before[0].registration_closes_at) == (EventState.OPEN, None)
    assert (before[1].has_waiting_list, before[1].offer_hours) == (False, 24)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"state": "cancelled"}, "state"),
        ({"audience": "nobody"}, "audience"),
        ({"opens_at": "2027-08-01T00:00"}, "closes_at"),
        ({"closes_at": "soon"}, "closes_at"),
        ({"closes_at": "0001-01-01T00:00"}, "closes_at"),
        ({"closes_at": "9999-12-31T23:59"}, "closes_at"),
        ({"promotion": ""}, "promotion"),
        ({"offer_hours": "0"}, "offer_hours"),
        ({"largest_party": "51"}, "largest_party"),
        ({"largest_group": "501"}, "largest_group"),
    ],
    ids=str,
)
def test_terms_that_do_not_fit_come_back(
    desk: Client, lahore: Event, fields: dict[str, str], wrong: str
) -> None:
    response = desk.post(TERMS, FIELDS | fields)

    assert list(response.context["form"].errors) == [wrong]
    assert Places.objects.get().offer_hours == 24


def test_terms_cannot_resume_what_is_postponed(desk: Client, lahore: Event) -> None:
    Schedule.objects.update(state=EventState.POSTPONED)

    desk.post(TERMS, FIELDS | {"audience": "invitation"})

    schedule = Schedule.objects.get()
    assert (schedule.state, schedule.audience) == (EventState.POSTPONED, Audience.INVITATION)


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("path", [CAPACITY, TERMS, "/en/desk/events/walk-lahore-2027/"])
def test_pages_are_wholly_in_their_language(
    desk: Client, lahore: Event, path: str, language: str
) -> None:
    page = Page(desk.get(path.replace("/en/", f"/{language}/")))

    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []
    assert page.described_by_nothing() == []


def test_a_volunteer_is_offered_nothing_to_change(gate: Client, lahore: Event) -> None:
    page = Page(gate.get("/en/desk/events/walk-lahore-2027/"))

    assert page.soup.select(".desk-actions") == []
    assert gate.post(CAPACITY, {"capacity": "1", "confirmed": "1"}).status_code == 404
