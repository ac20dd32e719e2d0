"""The waiting list: in order, parties whole, promoted by itself, offers with a deadline."""

import datetime

import pytest

from events.enums import EventState, PromotionPolicy, RegistrationState
from events.errors import NoPlacesLeft, OfferRanOut, RegistrationIsClosed
from events.models import Event, Places, Registration, Schedule
from events.registration.rules import parties_that_fit
from events.registration.selectors import miscounted_places, position_in_queue
from events.registration.services.changes import cancel_registration, hand_over, resize_party
from events.registration.services.waiting import accept_offer, change_capacity, lapse_offers
from messaging.models import OutboxMessage
from participants.models import OwnLink
from participants.services import ContactDetails
from tests.events.registration.builders import NOW, make_walk, register

CONFIRMED, WAITING = RegistrationState.CONFIRMED, RegistrationState.WAITING
OFFERED, LAPSED = RegistrationState.OFFERED, RegistrationState.LAPSED
DAY = datetime.timedelta(days=1)


def full_walk(capacity: int = 4, *, promotion: str = PromotionPolicy.DIRECT) -> Event:
    """Return a walk whose places are all taken by parties of two, with a waiting list."""
    walk = make_walk(capacity=capacity)
    Places.objects.update(has_waiting_list=True, promotion=promotion, offer_hours=24)
    for _party in range(capacity // 2):
        register(walk, 2)
    return Event.objects.published().get(pk=walk.pk)


def states() -> list[str]:
    """Return the state of every registration, oldest first."""
    return list(Registration.objects.order_by("pk").values_list("state", flat=True))


def counts() -> tuple[int, int]:
    """Return how many places are taken and how many people wait, as the counters say."""
    row = Places.objects.get()
    assert miscounted_places() == []
    return row.taken, row.waiting


def first() -> Registration:
    """Return the oldest registration."""
    return Registration.objects.order_by("pk")[0]


def test_parties_that_fit_passes_over_who_does_not_and_keeps_order() -> None:
    chosen = parties_that_fit([(1, 4), (2, 2), (3, 3), (4, 1)], free=3)

    assert chosen == [2, 4]


@pytest.mark.django_db
def test_register_party_after_last_place_waits_with_a_number() -> None:
    walk = full_walk()

    one, two = register(walk, 3), register(walk, 1)

    assert [one.state, two.state] == [WAITING, WAITING]
    assert [position_in_queue(one), position_in_queue(two)] == [1, 2]
    assert counts() == (4, 4)


@pytest.mark.django_db
def test_cancel_promotes_in_order_and_only_parties_that_fit_whole() -> None:
    walk = full_walk()
    register(walk, 3)
    register(walk, 1)
    register(walk, 1)

    cancel_registration(registration=first(), now=NOW)

    assert states()[2:] == [WAITING, CONFIRMED, CONFIRMED]
    assert counts() == (4, 3)


@pytest.mark.django_db
def test_cancel_twice_promotes_once() -> None:
    walk = full_walk()
    register(walk, 2)
    register(walk, 2)

    acted = [cancel_registration(registration=first(), now=NOW) for _ in range(2)]

    assert acted == [True, False]
    assert states()[2:] == [CONFIRMED, WAITING]
    assert counts() == (4, 2)


@pytest.mark.django_db
def test_raised_capacity_promotes_and_lowered_drops_nobody() -> None:
    walk = full_walk()
    register(walk, 2)

    promoted = change_capacity(event=walk, capacity=6, now=NOW)
    change_capacity(event=walk, capacity=3, now=NOW)

    assert [r.state for r in promoted] == [CONFIRMED]
    assert counts() == (6, 0)
    with pytest.raises(NoPlacesLeft):
        register(walk, 4)


@pytest.mark.django_db
def test_newcomer_joins_behind_but_a_small_party_may_fit() -> None:
    walk = full_walk()
    register(walk, 4)
    resize_party(registration=first(), size=1, now=NOW)

    small = register(walk, 1)

    assert small.state == CONFIRMED
    assert states()[2] == WAITING
    assert counts() == (4, 4)


@pytest.mark.django_db
def test_shrink_gives_places_to_who_waits_and_growing_never_overtakes() -> None:
    walk = full_walk()
    register(walk, 1)
    register(walk, 1)

    resize_party(registration=first(), size=1, now=NOW)

    assert states()[2:] == [CONFIRMED, WAITING]
    with pytest.raises(NoPlacesLeft):
        resize_party(registration=first(), size=2, now=NOW)


@pytest.mark.django_db
def test_offer_keeps_the_places_until_it_is_taken() -> None:
    walk = full_walk(promotion=PromotionPolicy.OFFER)
    waiting = register(walk, 2)

    cancel_registration(registration=first(), now=NOW)
    waiting.refresh_from_db()

    assert (waiting.state, waiting.offer_expires_at) == (OFFERED, NOW + DAY)
    assert counts() == (4, 0)
    assert accept_offer(registration=waiting, now=NOW).state == CONFIRMED
    assert accept_offer(registration=waiting, now=NOW).state == CONFIRMED


@pytest.mark.django_db
def test_offer_that_ran_out_goes_to_the_next() -> None:
    walk = full_walk(promotion=PromotionPolicy.OFFER)
    late = register(walk, 2)
    register(walk, 1)
    cancel_registration(registration=first(), now=NOW)

    lapsed = [lapse_offers(now=NOW + DAY) for _ in range(2)]

    assert lapsed == [1, 0]
    assert states()[2:] == [LAPSED, OFFERED]
    assert counts() == (3, 0)
    with pytest.raises(OfferRanOut):
        accept_offer(registration=late, now=NOW + DAY)


@pytest.mark.django_db
def test_nobody_is_promoted_for_an_event_that_does_not_take_place() -> None:
    walk = full_walk()
    register(walk, 2)
    Schedule.objects.update(state=EventState.CANCELLED)

    cancel_registration(registration=first(), now=NOW)

    assert states()[2] == WAITING


@pytest.mark.django_db
def test_promoted_people_are_told_with_a_link_that_works() -> None:
    walk = full_walk()
    register(walk, 2, email="waiting@example.org")

    cancel_registration(registration=first(), now=NOW)

    message = OutboxMessage.objects.order_by("pk").last()
    assert message is not None
    assert message.kind == "registration-promoted"
    assert "/my/" in message.context["own_link"]


@pytest.mark.django_db
def test_hand_over_kills_the_old_links_and_tells_the_old_holder() -> None:
    walk = make_walk()
    registration = register(walk, 2, email="old@example.org")
    details = ContactDetails("نسرین اختر", "+923001234567", "", "ur")

    hand_over(registration=registration, details=details, now=NOW)

    registration.refresh_from_db()
    assert registration.contact.full_name == "نسرین اختر"
    assert OwnLink.objects.count() == 1
    assert list(OutboxMessage.objects.values_list("recipient", flat=True))[-1] == "old@example.org"


@pytest.mark.django_db
def test_changes_after_cancelling_are_refused() -> None:
    registration = register(make_walk(), 2)
    cancel_registration(registration=registration, now=NOW)

    with pytest.raises(RegistrationIsClosed):
        resize_party(registration=registration, size=1, now=NOW)
