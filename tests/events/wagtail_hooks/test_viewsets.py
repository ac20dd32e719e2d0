"""Events in the CMS: both languages side by side, a schedule from the first save."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.enums import DatePrecision, EventState
from events.models import Event, Registration, Schedule
from participants.models import Contact
from tests.site_pages.builders import NOW, make_city, make_walk

pytestmark = pytest.mark.django_db
ADD = "wagtailsnippets_events_event:add"
INLINES = ("speakers", "programme", "sources", "forward_words")


def form_data(**values: Any) -> dict[str, Any]:
    """Return what the form of a new event sends."""
    data: dict[str, Any] = {
        f"{name}-{key}": number
        for name in INLINES
        for key, number in (("TOTAL_FORMS", 0), ("INITIAL_FORMS", 0))
    }
    words = {"kind": "walk", "title_en": "Walk", "title_ur": "واک", "slug": "walk-new"}
    return data | words | values


def test_new_event_has_its_schedule(editor: Client) -> None:
    city = make_city()

    response = editor.post(reverse(ADD), form_data(city=city.pk, **{"action-publish": "1"}))

    assert response.status_code == 302
    schedule = Schedule.objects.get(event__slug="walk-new")
    assert (schedule.state, schedule.precision) == (EventState.ANNOUNCED, DatePrecision.UNKNOWN)
    assert editor.get("/ur/events/walk-new/").status_code == 200


def test_form_shows_both_languages_and_the_way_to_the_schedule(editor: Client, walk: Event) -> None:
    page = editor.get(reverse("wagtailsnippets_events_event:edit", args=[walk.pk])).content.decode()

    for name in ("title_en", "title_ur", "summary_en", "summary_ur"):
        assert f'name="{name}"' in page
    assert f"/admin/events/{walk.pk}/schedule/" in page
    assert 'name="capacity"' not in page


def test_draft_keeps_partners_and_leaves_the_published_event_alone(
    editor: Client, walk: Event
) -> None:
    address = reverse("wagtailsnippets_events_event:edit", args=[walk.pk])
    data = form_data(city=walk.city_id, slug=walk.slug, title_en="Another title")

    response = editor.post(address, data)

    assert response.status_code == 302
    walk.refresh_from_db()
    assert walk.title_en == "Walk walk-lahore"
    assert walk.get_latest_revision_as_object().title_en == "Another title"


@pytest.mark.parametrize(
    ("mode", "direction", "title"), [("ur", "rtl", "آگاہی واک"), ("en", "ltr", "Walk walk-lahore")]
)
def test_draft_is_previewed_in_both_languages(
    editor: Client, walk: Event, mode: str, direction: str, title: str
) -> None:
    revision = walk.save_revision()
    address = reverse("wagtailsnippets_events_event:revisions_view", args=[walk.pk, revision.pk])

    response = editor.get(address, {"mode": mode})

    page = response.content.decode()
    assert f'<html lang="{mode}" dir="{direction}">' in page
    assert title in page
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]


def test_preview_before_the_first_save_is_refused_in_words(editor: Client) -> None:
    response = editor.get(reverse("wagtailsnippets_events_event:preview_on_add"))

    assert response.status_code == 200
    assert "Preview not available" in response.content.decode()


def test_event_with_registrations_is_not_deleted(walk: Event, admin_client: Client) -> None:
    contact = Contact.objects.create(full_name="Ayesha", language="ur", created_at=NOW)
    Registration.objects.create(
        event=walk,
        contact=contact,
        reference="LHE-23456",
        party_size=1,
        sort_key="a",
        submission_key="k",
        submission_hash="h",
        created_at=NOW,
    )

    response = admin_client.post(reverse("wagtailsnippets_events_event:delete", args=[walk.pk]))

    assert response.status_code == 302
    assert Event.objects.filter(pk=walk.pk).exists()


def test_list_of_events_costs_the_same_for_1_and_30_rows(editor: Client) -> None:
    city, address = make_city(), reverse("wagtailsnippets_events_event:list")
    make_walk("walk-0", city)

    def cost() -> int:
        editor.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(address).status_code == 200
        return len(queries)

    few = cost()
    for number in range(1, 19):
        make_walk(f"walk-{number}", city)

    assert cost() == few


def test_editors_find_no_people_in_the_cms(editor: Client, walk: Event) -> None:
    page = editor.get("/admin/").content.decode()

    assert "Walks and events" in page
    for word in ("Registrations", "Attendees", "Contacts", "Pledges"):
        assert word not in page
    assert datetime.date(2099, 8, 1) == walk.schedule.happens_on
