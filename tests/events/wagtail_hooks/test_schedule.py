"""The small form: date, place and places, written by services."""

from typing import Any

import pytest
from django.test import Client

from events.models import Event, Places, Schedule, Venue
from tests.site_pages.builders import make_city

pytestmark = pytest.mark.django_db


def address(event: Event) -> str:
    """Return where an event's form stands."""
    return f"/admin/events/{event.pk}/schedule/"


def form_data(**values: Any) -> dict[str, Any]:
    """Return what the form sends."""
    data = {
        "state": "open",
        "audience": "open",
        "precision": "time",
        "starts_at": "2027-08-01 07:00",
        "ends_at": "2027-08-01 09:00",
        "assembly_point_en": "Gate 1",
        "assembly_point_ur": "گیٹ 1",
        "capacity": "80",
    }
    return data | values


def test_form_moves_the_walk(editor: Client, walk: Event) -> None:
    response = editor.post(address(walk), form_data())

    assert response.status_code == 302
    schedule = Schedule.objects.get(event=walk)
    assert str(schedule.happens_on) == "2027-08-01"
    assert schedule.starts_at is not None
    assert schedule.starts_at.isoformat() == "2027-08-01T02:00:00+00:00"
    assert schedule.sequence == 1
    assert Places.objects.get(event=walk).capacity == 80


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"starts_at": ""}, "starts_at"),
        ({"precision": "day", "happens_on": ""}, "happens_on"),
        ({"ends_at": "2027-08-01 06:00"}, "ends_at"),
        ({"capacity": "-1"}, "capacity"),
        ({"starts_at": "soon"}, "starts_at"),
        (
            {
                "registration_opens_at": "2027-07-02 00:00",
                "registration_closes_at": "2027-07-01 00:00",
            },
            "registration_closes_at",
        ),
    ],
)
def test_form_explains_what_does_not_fit(
    editor: Client, walk: Event, change: dict[str, str], field: str
) -> None:
    before = Schedule.objects.get(event=walk).changed_at

    response = editor.post(address(walk), form_data(**change))

    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert Schedule.objects.get(event=walk).changed_at == before


def test_form_keeps_a_day_without_an_hour(editor: Client, walk: Event) -> None:
    editor.post(address(walk), form_data(precision="day", happens_on="2027-08-01"))

    schedule = Schedule.objects.get(event=walk)
    assert (schedule.starts_at, str(schedule.happens_on)) == (None, "2027-08-01")


def test_form_offers_venues_of_the_city_only(editor: Client, walk: Event) -> None:
    Venue.objects.create(city=walk.city, name_en="Alhamra", name_ur="الحمرا")
    karachi = make_city("KHI", name_en="Karachi")
    other = Venue.objects.create(city=karachi, name_en="Frere Hall", name_ur="فریئر ہال")

    page = editor.get(address(walk)).content.decode()
    refused = editor.post(address(walk), form_data(venue=other.pk))

    assert "Alhamra" in page
    assert "Frere Hall" not in page
    assert list(refused.context["form"].errors) == ["venue"]


def test_form_is_for_those_who_plan(translator: Client, walk: Event, client: Client) -> None:
    before = Schedule.objects.get(event=walk).changed_at

    for browser in (translator, client):
        assert browser.post(address(walk), form_data()).status_code in (302, 403)
        assert browser.get(address(walk)).status_code in (302, 403)

    assert Schedule.objects.get(event=walk).changed_at == before


def test_form_of_no_event_is_404(editor: Client) -> None:
    assert editor.get("/admin/events/999/schedule/").status_code == 404


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
def test_form_cannot_call_a_walk_off(editor: Client, walk: Event, state: str) -> None:
    page = editor.get(address(walk)).content.decode()

    response = editor.post(address(walk), form_data(state=state))

    assert f'value="{state}"' not in page
    assert list(response.context["form"].errors) == ["state"]
    assert Schedule.objects.get(event=walk).state == "open"


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
def test_form_leaves_it_to_the_desk_to_resume_a_walk(
    editor: Client, walk: Event, state: str
) -> None:
    Schedule.objects.filter(event=walk).update(state=state)

    page = editor.get(address(walk)).content.decode()
    response = editor.post(address(walk), form_data(state="open", assembly_point_en="Gate 2"))

    assert f"/en/desk/events/{walk.slug}/change/resumed/" in page
    assert response.status_code == 302
    schedule = Schedule.objects.get(event=walk)
    assert (schedule.state, schedule.assembly_point_en) == (state, "Gate 2")
