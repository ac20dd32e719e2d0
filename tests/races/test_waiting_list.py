"""A waiting list under many hands at once: whole parties, in order, none twice, none lost."""

import datetime
import random
import threading
import time
from collections import Counter

import pytest
from django.db import connection
from django.utils import timezone

from events.enums import PromotionPolicy, RegistrationState
from events.errors import OfferRanOut
from events.models import Event, Places, Registration
from events.registration.rules import PartySubmission
from events.registration.selectors import miscounted_places
from events.registration.services.changes import cancel_registration
from events.registration.services.register import register_party
from events.registration.services.waiting import accept_offer, change_capacity, lapse_offers
from messaging.models import OutboxMessage
from tests import factories
from tests.races.crowd import Party, Visitor, at_once, parties_of_one, rush, ten_times
from tests.served_site import PATIENCE_SECONDS, ServedSite

pytestmark = [pytest.mark.race, pytest.mark.database]
CONFIRMED, WAITING = RegistrationState.CONFIRMED, RegistrationState.WAITING


def people_in(state: RegistrationState) -> int:
    """Return how many people are registered so."""
    return sum(Registration.objects.filter(state=state).values_list("party_size", flat=True))


def numbers_in(state: RegistrationState) -> list[int]:
    """Return the waiting numbers of those who are registered so, in order."""
    rows = Registration.objects.filter(state=state).order_by("waiting_number")
    return [number for (number,) in rows.values_list("waiting_number") if number is not None]


def register_directly(walk: Event, count: int, email: str = "") -> list[Registration]:
    """Register people one after another without a browser."""
    return [
        register_party(
            event=walk,
            submission=PartySubmission(person.full_name, f"+92{number:010d}", email, 1),
            key=f"{number:032d}",
            language="ur",
            now=timezone.now(),
        )
        for number, person in enumerate(parties_of_one(count), start=3450000000)
    ]


@ten_times
def test_thirty_people_race_for_the_last_place_and_twenty_nine_wait(
    served_site: ServedSite, seed: int
) -> None:
    with served_site.database():
        walk = factories.make_walk(capacity=1, has_waiting_list=True)

    answers = rush(served_site.url, walk.slug, parties_of_one(30))

    assert Counter(answer.status for answer in answers) == {303: 30}
    with served_site.database():
        assert (people_in(CONFIRMED), people_in(WAITING)) == (1, 29)
        assert numbers_in(WAITING) == list(range(1, 30))
        assert miscounted_places() == []


@ten_times
def test_parties_of_chance_sizes_are_taken_whole_or_wait_whole(
    served_site: ServedSite, seed: int
) -> None:
    chance = random.Random(seed)
    parties = [
        Party(person.full_name, person.phone, chance.randint(1, 6)) for person in parties_of_one(40)
    ]
    with served_site.database():
        walk = factories.make_walk(capacity=60, has_waiting_list=True)

    answers = rush(served_site.url, walk.slug, parties)

    assert Counter(answer.status for answer in answers) == {303: 40}
    with served_site.database():
        assert people_in(CONFIRMED) <= 60
        assert people_in(CONFIRMED) + people_in(WAITING) == sum(p.party_size for p in parties)
        assert miscounted_places() == []
        # Whoever waits does not fit into what is free: a party that fits is never left waiting.
        free = 60 - people_in(CONFIRMED)
        waiting = Registration.objects.filter(state=WAITING).values_list("party_size", flat=True)
        assert [size for size in waiting if size <= free] == []


@ten_times
def test_two_cancels_of_one_registration_at_once_free_its_places_once(
    served_site: ServedSite, seed: int
) -> None:
    with served_site.database():
        walk = factories.make_walk(capacity=10, has_waiting_list=True)
    visitor = Visitor(served_site.url, walk.slug, Party("کوثر", "0300 1234567", 6))
    location = visitor.register_at_once().location
    Visitor(served_site.url, walk.slug, Party("بلال", "0300 7654321", 3)).register_at_once()

    answers = at_once(2, lambda _number: visitor.cancel(location))

    assert answers == [303, 303]
    with served_site.database():
        assert Places.objects.get(event=walk).taken == 3
        assert miscounted_places() == []


@ten_times
def test_cancels_racing_with_newcomers_promote_in_order_and_nobody_twice(
    served_site: ServedSite, seed: int
) -> None:
    with served_site.database():
        walk = factories.make_walk(capacity=20, has_waiting_list=True)
        held = register_directly(walk, 35, "queue@mail.test")[:10]
    newcomers = parties_of_one(20)

    def act(number: int) -> int:
        if number < len(newcomers):
            visitor = Visitor(served_site.url, walk.slug, newcomers[number])
            return visitor.register_at_once().status
        try:
            registration = held[number - len(newcomers)]
            return int(cancel_registration(registration=registration, now=timezone.now()))
        finally:
            connection.close()

    with served_site.database():
        answers = at_once(len(newcomers) + len(held), act)

        assert Counter(answers) == {303: 20, 1: 10}
        assert (people_in(CONFIRMED), people_in(WAITING)) == (20, 25)
        # Ten of the queue came in, and they are the first ten of it.
        assert numbers_in(CONFIRMED) == list(range(1, 11))
        assert numbers_in(WAITING) == list(range(11, 36))
        assert miscounted_places() == []
        promoted = OutboxMessage.objects.filter(kind="registration-promoted")
        assert promoted.count() == 10


@ten_times
def test_capacity_moved_while_people_register_drops_nobody(
    served_site: ServedSite, seed: int
) -> None:
    chance = random.Random(seed)
    with served_site.database():
        walk = factories.make_walk(capacity=20, has_waiting_list=True)
    people = parties_of_one(40)
    is_over = threading.Event()

    def move() -> None:
        # As long a breath as the move took: SQLite lets writers in without order, so a hand that
        # hardly rests would keep somebody waiting past the longest wait.
        breath = 0.02
        while not is_over.wait(breath):
            begun = time.monotonic()
            change_capacity(event=walk, capacity=chance.randint(1, 60), now=timezone.now())
            breath = max(0.02, time.monotonic() - begun)
        change_capacity(event=walk, capacity=30, now=timezone.now())
        connection.close()

    with served_site.database():
        mover = threading.Thread(target=move)
        mover.start()
        try:
            answers = rush(served_site.url, walk.slug, people)
        finally:
            is_over.set()
            mover.join()

        assert Counter(answer.status for answer in answers) == {303: 40}
        places = Places.objects.get(event=walk)
        assert people_in(CONFIRMED) + people_in(WAITING) == 40
        assert people_in(CONFIRMED) >= 30
        assert places.taken <= places.ceiling
        assert miscounted_places() == []


@ten_times
def test_an_offer_taken_in_the_moment_it_lapses_is_one_or_the_other(
    served_site: ServedSite, seed: int
) -> None:
    with served_site.database():
        walk = factories.make_walk(capacity=1, has_waiting_list=True)
        Places.objects.filter(event=walk).update(promotion=PromotionPolicy.OFFER)
        first, second, third = register_directly(walk, 3)
        cancel_registration(registration=first, now=timezone.now())
        second.refresh_from_db()
        deadline = second.offer_expires_at
        assert deadline is not None
        start = threading.Barrier(2)

        def act(number: int) -> bool:
            start.wait(PATIENCE_SECONDS)
            try:
                if number:
                    return lapse_offers(now=deadline) == 1
                accept_offer(registration=second, now=deadline - datetime.timedelta(seconds=1))
            except OfferRanOut:
                return False
            finally:
                connection.close()
            return True

        was_accepted, has_lapsed = at_once(2, act)

        assert was_accepted is not has_lapsed
        second.refresh_from_db()
        third.refresh_from_db()
        if was_accepted:
            assert (second.state, third.state) == (CONFIRMED, WAITING)
        else:
            assert (second.state, third.state) == (
                RegistrationState.LAPSED,
                RegistrationState.OFFERED,
            )
        assert Places.objects.get(event=walk).taken == 1
        assert miscounted_places() == []
