"""Sixty people, ten places: ten get in, on SQLite and on PostgreSQL; the control oversells."""

import random
from collections import Counter

import pytest
from django.db.models import Sum
from pytest_django.plugin import DjangoDbBlocker

from events.enums import RegistrationState
from events.models import Places, Registration
from messaging.models import OutboxMessage
from tests import factories
from tests.races.crowd import Party, Visitor, at_once, parties_of_one, rush
from tests.served_site import ServedSite, serve

pytestmark = [pytest.mark.race, pytest.mark.database]
CAPACITY = 10


def held_places(slug: str) -> int:
    """Return how many places confirmed registrations hold."""
    held = Registration.objects.filter(event__slug=slug, state=RegistrationState.CONFIRMED)
    return held.aggregate(total=Sum("party_size"))["total"] or 0


def test_sixty_people_race_for_ten_places_and_ten_get_in(served_site: ServedSite) -> None:
    with served_site.database():
        walk = factories.make_walk(capacity=CAPACITY)

    answers = rush(served_site.url, walk.slug, parties_of_one(60))

    assert Counter(answer.status for answer in answers) == {303: CAPACITY, 409: 50}
    with served_site.database():
        assert held_places(walk.slug) == CAPACITY
        assert Places.objects.get(event=walk).taken == CAPACITY


def test_parties_of_one_to_six_never_hold_more_than_there_is(served_site: ServedSite) -> None:
    parties = [
        Party(person.full_name, person.phone, 1 + number % 6)
        for number, person in enumerate(parties_of_one(40))
    ]
    with served_site.database():
        walk = factories.make_walk(capacity=50)

    answers = rush(served_site.url, walk.slug, parties)

    assert {answer.status for answer in answers} <= {303, 409}
    with served_site.database():
        taken = Places.objects.get(event=walk).taken
        assert held_places(walk.slug) == taken
        # A party is refused only when fewer places are left than it needs: six at most.
        assert 45 <= taken <= 50


@pytest.mark.drill
@pytest.mark.parametrize("seed", range(10))
def test_ten_crowds_of_chance_sizes_never_oversell(served_site: ServedSite, seed: int) -> None:
    chance = random.Random(seed)
    parties = [
        Party(person.full_name, person.phone, chance.randint(1, 6)) for person in parties_of_one(40)
    ]
    with served_site.database():
        walk = factories.make_walk(capacity=100)

    answers = rush(served_site.url, walk.slug, parties)

    assert {answer.status for answer in answers} <= {303, 409}
    with served_site.database():
        assert held_places(walk.slug) == Places.objects.get(event=walk).taken <= 100


def test_one_form_sent_forty_times_at_once_is_one_registration(served_site: ServedSite) -> None:
    with served_site.database():
        walk = factories.make_walk(capacity=CAPACITY)
    visitor = Visitor(served_site.url, walk.slug, parties_of_one(1)[0])
    visitor.reach_check_page()

    answers = at_once(40, lambda _number: visitor.confirm())

    assert len({answer.location for answer in answers}) == 1
    assert {answer.status for answer in answers} == {303}
    with served_site.database():
        assert Registration.objects.count() == 1
        assert Places.objects.get(event=walk).taken == 1
        assert OutboxMessage.objects.count() <= 1


def test_control_without_the_guard_oversells(django_db_blocker: DjangoDbBlocker) -> None:
    unguarded = "tests.races.unguarded:application"
    with serve("migrated", django_db_blocker, application=unguarded) as site:
        with site.database():
            walk = factories.make_walk(capacity=CAPACITY)

        rush(site.url, walk.slug, parties_of_one(60))

        with site.database():
            assert held_places(walk.slug) > CAPACITY
