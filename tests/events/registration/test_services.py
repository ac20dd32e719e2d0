"""Places are never oversold and never lost; a key gives one result."""

import contextlib
import datetime
import random

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Sum

from events.enums import EventState, EventStatus, RegistrationState
from events.errors import NoPlacesLeft, RegistrationError, RegistrationNotOpen
from events.models import Attendee, Event, Guardian, Places, Registration
from events.registration.services.changes import cancel_registration
from events.registration.services.places import take_places
from events.registration.services.register import register_party
from messaging.models import OutboxMessage
from messaging.services import render_email
from participants.errors import KeyReused
from participants.models import Consent, Contact, OwnLink
from participants.rules.keys import hash_of
from tests.events.registration.builders import NOW, make_walk, party, register

pytestmark = pytest.mark.django_db


def places(event: Event) -> tuple[int, int, int]:
    """Return capacity, ceiling and what is taken, as the database holds them."""
    row = Places.objects.get(event=event)
    return row.capacity, row.ceiling, row.taken


def test_register_party_takes_places_and_keeps_consent_and_link() -> None:
    walk = make_walk(capacity=10)

    registration = register(walk, 3, names=("عائشہ", "Bilal"))

    assert places(walk) == (10, 10, 3)
    assert registration.reference.startswith("LHE-")
    assert registration.state == RegistrationState.CONFIRMED
    assert [a.full_name for a in Attendee.objects.all()] == ["عائشہ", "Bilal"]
    assert Consent.objects.get().wording_version == "registration-1"
    assert len(OwnLink.objects.get().token_hash) == 64


def test_register_party_after_last_place_is_refused_and_leaves_nothing() -> None:
    walk = make_walk(capacity=2)
    register(walk, 2)

    with pytest.raises(RegistrationNotOpen) as refused:
        register(walk, 1)

    assert refused.value.status == EventStatus.FULL
    assert Contact.objects.count() == 1


def test_register_party_larger_than_what_is_left_is_refused_whole() -> None:
    walk = make_walk(capacity=4)
    register(walk, 2)

    with pytest.raises(NoPlacesLeft):
        register(walk, 3)

    assert places(walk) == (4, 4, 2)
    assert Contact.objects.count() == 1


def test_register_party_with_the_same_key_and_content_gives_the_same_registration() -> None:
    walk = make_walk()
    first = register(walk, 2, key="a" * 32)

    second = register(walk, 2, key="a" * 32)

    assert second.pk == first.pk
    assert places(walk)[2] == 2


def test_register_party_with_the_same_key_and_other_content_is_refused() -> None:
    walk = make_walk()
    register(walk, 2, key="a" * 32)

    with pytest.raises(KeyReused):
        register(walk, 2, key="a" * 32, full_name="Somebody Else")

    assert Registration.objects.count() == 1


def test_register_party_newcomers_do_not_overtake_people_who_wait() -> None:
    walk = make_walk(capacity=10)
    Places.objects.update(waiting=1)

    with pytest.raises(RegistrationNotOpen) as refused:
        register(walk, 1)

    assert refused.value.status == EventStatus.FULL


@pytest.mark.parametrize(
    ("capacity", "taken", "waiting", "count"), [(10, 0, 1, 1), (10, 8, 0, 3), (10, 10, 0, 1)]
)
def test_take_places_takes_none_when_too_few_are_left_or_people_wait(
    capacity: int, taken: int, waiting: int, count: int
) -> None:
    walk = make_walk(capacity=capacity)
    Places.objects.update(taken=taken, waiting=waiting)

    has_taken = take_places(event_id=walk.pk, count=count)

    assert (has_taken, places(walk)[2]) == (False, taken)


def test_places_after_any_mix_of_parties_and_cancels_are_what_is_confirmed() -> None:
    walk = make_walk(capacity=20)
    chance = random.Random(7)

    for step in range(60):
        with contextlib.suppress(RegistrationError):
            register(walk, chance.randint(1, 6), phone=f"+92300{step:07d}")
        if chance.random() < 0.4:
            leaving = chance.choice(list(Registration.objects.all()))
            cancel_registration(registration=leaving, now=NOW)

        confirmed = Registration.objects.holding_places().aggregate(n=Sum("party_size"))["n"] or 0
        assert places(walk) == (20, 20, confirmed)


@pytest.mark.parametrize("state", [EventState.CANCELLED, EventState.POSTPONED, EventState.CLOSED])
def test_register_party_for_an_event_that_takes_none_is_refused(state: EventState) -> None:
    walk = make_walk(state=state)

    with pytest.raises(RegistrationNotOpen):
        register(walk)

    assert Registration.objects.count() == 0


def test_register_party_after_the_window_is_refused() -> None:
    walk = make_walk(registration_closes_at=NOW)

    with pytest.raises(RegistrationNotOpen) as refused:
        register(walk, now=NOW + datetime.timedelta(seconds=1))

    assert refused.value.status == EventStatus.CLOSED


def test_register_party_with_children_keeps_the_guardian() -> None:
    walk = make_walk()

    register(walk, 3, minors_count=2, guardian_name="ثمینہ", guardian_phone="+923001234567")

    guardian = Guardian.objects.get()
    assert (guardian.full_name, guardian.wording_version) == ("ثمینہ", "guardian-1")


def test_register_party_flags_a_like_repeat_and_welcomes_another_name() -> None:
    walk = make_walk()
    register(walk, full_name="کوثر عباس")

    again = register(walk, full_name="كوثر  عباس")
    other = register(walk, full_name="نسرین اختر")

    assert (again.is_repeat, other.is_repeat) == (True, False)


def test_register_party_with_email_queues_one_message_in_its_language() -> None:
    walk = make_walk()

    registration = register(walk, email="somebody@example.com")

    message = OutboxMessage.objects.get()
    assert message.language == "ur"
    words = render_email(message.template, message.context, message.language)
    assert "آپ کی رجسٹریشن" in words.text
    assert registration.reference.lower() in message.message_id
    assert "اسمگلنگ" not in words.subject


def test_register_party_keeps_only_the_hash_of_the_link_it_sends() -> None:
    walk = make_walk()

    register(walk, email="somebody@example.com")

    link = OutboxMessage.objects.get().context["own_link"]
    token = link.split("/my/")[1].split("/")[0]
    assert OwnLink.objects.get().token_hash == hash_of(token)


def test_register_party_that_fails_late_queues_nothing() -> None:
    walk = make_walk(capacity=4)
    register(walk, 2)

    with pytest.raises(NoPlacesLeft):
        register(walk, 3, email="somebody@example.com")

    assert OutboxMessage.objects.count() == 0


def test_cancel_registration_gives_places_back_once() -> None:
    walk = make_walk()
    registration = register(walk, 4)

    acted = [cancel_registration(registration=registration, now=NOW) for _ in range(3)]

    assert acted == [True, False, False]
    assert places(walk)[2] == 0


def test_cancel_registration_under_a_lowered_capacity_sinks_the_ceiling() -> None:
    walk = make_walk(capacity=10)
    registration = register(walk, 4)
    register(walk, 4)
    Places.objects.update(capacity=6, ceiling=8)

    cancel_registration(registration=registration, now=NOW)

    assert places(walk) == (6, 6, 4)


def test_the_database_itself_refuses_more_than_the_ceiling() -> None:
    walk = make_walk(capacity=2)

    with pytest.raises(IntegrityError), transaction.atomic():
        Places.objects.filter(event=walk).update(taken=3)


def test_register_party_stores_no_token_and_no_name_in_labels() -> None:
    walk = make_walk()

    registration = register(walk)

    assert str(registration) == registration.reference
    assert str(registration.contact) == f"contact {registration.contact_id}"


def test_register_party_draws_another_reference_when_one_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walk = make_walk()
    first = register(walk)
    drawn = iter([first.reference, "LHE-ZZZZZ"])
    monkeypatch.setattr(
        "events.registration.services.register.new_reference", lambda _code: next(drawn)
    )

    second = register_party(event=walk, submission=party(), key="b" * 32, language="en", now=NOW)

    assert second.reference == "LHE-ZZZZZ"
