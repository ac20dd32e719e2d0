"""The form is drawn once for all; what must be each visitor's own, or of this moment, is."""

import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from events.enums import EventState
from events.models import Event, Places, Schedule
from tests.events.pages import Page
from tests.events.registration.builders import make_walk
from tests.events.registration.visits import FORM, MINIMAL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
ADDRESS = FORM["en"]


def opened(client: Client) -> Page:
    """Open the form."""
    return Page(client.get(ADDRESS))


def test_each_visitor_gets_a_key_and_a_token_that_serve() -> None:
    make_walk()
    visitors = [Client(enforce_csrf_checks=True) for _ in range(2)]
    pages = [opened(visitor) for visitor in visitors]

    answers = [
        visitor.post(ADDRESS, MINIMAL | page.fields() | MINIMAL | {"confirmed": "1"})
        for visitor, page in zip(visitors, pages, strict=True)
    ]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert len({page.key() for page in pages}) == 2
    assert len({answer["Location"] for answer in answers}) == 2


def test_a_token_serves_only_the_visitor_it_was_given_to() -> None:
    make_walk()
    first, second = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    page = opened(first)
    opened(second)

    answer = second.post(ADDRESS, page.fields() | MINIMAL)

    assert answer.status_code == 403


def test_the_number_of_places_is_of_this_moment(client: Client) -> None:
    make_walk(capacity=10)
    before = opened(client).html

    Places.objects.update(taken=7)

    assert "10 places left" in before
    assert "3 places left" in opened(client).html


def test_a_changed_schedule_shows_at_once(client: Client) -> None:
    make_walk()
    before = opened(client).html

    Schedule.objects.update(assembly_point_en="Back gate")

    assert "Main gate" in before
    assert "Back gate" in opened(client).html


def test_an_event_that_closes_shows_no_form_any_more(client: Client) -> None:
    make_walk()
    opened(client)

    Schedule.objects.update(state=EventState.CLOSED)

    assert client.get(ADDRESS).status_code == 409


def test_an_event_that_is_taken_down_is_gone_at_once(client: Client) -> None:
    make_walk()
    opened(client)

    Event.objects.update(live=False)

    assert client.get(ADDRESS).status_code == 404


def test_an_editors_new_words_show_at_once(client: Client) -> None:
    walk = make_walk()
    opened(client)

    walk.title_en = "A walk under another name"
    walk.save_revision(changed=True).publish()

    assert "A walk under another name" in opened(client).html


def test_the_other_language_is_another_page(client: Client) -> None:
    make_walk()
    opened(client)

    page = Page(client.get(FORM["ur"]))

    assert 'lang="ur"' in page.html
    assert "آگاہی واک" in page.html


def test_opening_the_form_again_costs_two_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_walk(starts_at=None, ends_at=None, precision="day", happens_on=datetime.date(2027, 8, 1))
    opened(client)

    with django_assert_num_queries(2):
        opened(client)
