"""Moving, postponing, cancelling, resuming: one transaction changes all and tells everybody."""

import datetime
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from directory.models import User
from events.enums import ChangeKind, EventState, RegistrationState
from events.errors import ChangeNotPossible, EventHasChanged, NothingToChange
from events.models import Event, EventChange, Places, Registration, Schedule
from events.registration.notifications import Told, affected_by
from events.registration.services.cascades import Change, change_event
from events.registration.services.waiting import lapse_offers
from events.services import details_of
from messaging.enums import Channel, MessageKind, MessageState
from messaging.models import OutboxMessage
from tests.events.registration.builders import NOW, make_walk, register
from tests.events.registration.seminars import invited, make_seminar
from tests.factories import make_user

pytestmark = pytest.mark.django_db
LATER = NOW + datetime.timedelta(days=7)
STATES = {
    ChangeKind.POSTPONED: EventState.POSTPONED,
    ChangeKind.CANCELLED: EventState.CANCELLED,
    ChangeKind.RESUMED: EventState.OPEN,
}


@pytest.fixture
def actor(db: None) -> User:
    """Whoever changes the event."""
    return make_user("organiser")


def change(event: Event, kind: ChangeKind, **values: Any) -> Change:
    """Return a change of what stands now."""
    schedule = Schedule.objects.get(event=event)
    details = replace(details_of(schedule), state=STATES.get(kind, schedule.state))
    if kind == ChangeKind.MOVED:
        week = datetime.timedelta(days=7)
        assert schedule.starts_at
        assert schedule.ends_at
        assert schedule.happens_on
        details = replace(
            details,
            starts_at=schedule.starts_at + week,
            ends_at=schedule.ends_at + week,
            happens_on=schedule.happens_on + week,
        )
    facts: dict[str, Any] = {"details": details, "seen_sequence": schedule.sequence}
    return Change(kind=kind, **(facts | values))


def queued(kind: MessageKind) -> list[OutboxMessage]:
    """Return what is in the outbox of a kind."""
    return list(OutboxMessage.objects.filter(kind=kind, state=MessageState.QUEUED))


def test_postponing_keeps_registrations_and_tells_everybody_by_their_way(actor: User) -> None:
    walk = make_walk(capacity=5)
    Places.objects.update(has_waiting_list=True)
    register(walk, 4, email="one@example.com", full_name="عائشہ خان")
    register(walk, 3, email="two@example.com", full_name="بلال خان")
    register(walk, 1, full_name="سارہ خان")
    before = list(Registration.objects.values_list("pk", "state", "party_size"))

    record = change_event(
        event=walk,
        change=change(walk, ChangeKind.POSTPONED, reason_en="Rain", reason_ur="بارش"),
        actor=actor,
        now=LATER,
    )

    schedule = Schedule.objects.get(event=walk)
    assert (schedule.state, schedule.sequence) == (EventState.POSTPONED, 1)
    assert list(Registration.objects.values_list("pk", "state", "party_size")) == before
    told = queued(MessageKind.EVENT_POSTPONED)
    assert Counter(message.recipient for message in told) == {
        "one@example.com": 1,
        "two@example.com": 1,
    }
    assert {message.context["reason"] for message in told} == {"بارش"}
    assert (record.told_by_email_count, record.to_phone_count) == (2, 1)


def test_a_second_press_of_the_button_changes_nothing(actor: User) -> None:
    walk = make_walk()
    register(walk, email="one@example.com")
    wanted = change(walk, ChangeKind.CANCELLED)
    change_event(event=walk, change=wanted, actor=actor, now=LATER)

    with pytest.raises(EventHasChanged):
        change_event(event=walk, change=wanted, actor=actor, now=LATER)

    assert EventChange.objects.count() == 1
    assert Schedule.objects.get(event=walk).sequence == 1
    assert len(queued(MessageKind.EVENT_CANCELLED)) == 1


def test_moving_says_the_new_day_and_takes_back_what_was_overtaken(actor: User) -> None:
    walk = make_walk()
    register(walk, email="one@example.com")
    change_event(event=walk, change=change(walk, ChangeKind.MOVED), actor=actor, now=LATER)

    change_event(event=walk, change=change(walk, ChangeKind.MOVED), actor=actor, now=LATER)

    (message,) = queued(MessageKind.EVENT_MOVED)
    assert message.context["day_words"] == "اتوار، 15 اگست 2027"
    assert message.reference == Registration.objects.get().reference
    assert Schedule.objects.get(event=walk).sequence == 2


def test_a_move_that_moves_nothing_is_refused(actor: User) -> None:
    walk = make_walk()
    same = replace(change(walk, ChangeKind.MOVED), details=details_of(walk.schedule))

    with pytest.raises(NothingToChange):
        change_event(event=walk, change=same, actor=actor, now=LATER)

    assert EventChange.objects.count() == 0


@pytest.mark.parametrize("kind", [ChangeKind.MOVED, ChangeKind.POSTPONED, ChangeKind.CANCELLED])
def test_nobody_is_told_about_an_event_that_is_over(kind: ChangeKind, actor: User) -> None:
    walk = make_walk()
    register(walk, email="one@example.com")
    after = NOW + datetime.timedelta(days=200)

    with pytest.raises(ChangeNotPossible):
        change_event(event=walk, change=change(walk, kind), actor=actor, now=after)

    assert Schedule.objects.get(event=walk).sequence == 0
    assert OutboxMessage.objects.filter(kind__startswith="event-").count() == 0


def test_cancelling_what_was_postponed_past_its_day_still_reaches_people(actor: User) -> None:
    walk = make_walk()
    register(walk, email="one@example.com")
    change_event(event=walk, change=change(walk, ChangeKind.POSTPONED), actor=actor, now=LATER)
    after = NOW + datetime.timedelta(days=200)

    change_event(event=walk, change=change(walk, ChangeKind.CANCELLED), actor=actor, now=after)

    (message,) = queued(MessageKind.EVENT_CANCELLED)
    assert message.not_after is None


def test_offers_stand_still_with_the_event_and_begin_anew_with_it(actor: User) -> None:
    walk = make_walk()
    registration = register(walk, 2)
    Registration.objects.update(
        state=RegistrationState.OFFERED, offer_expires_at=LATER + datetime.timedelta(hours=1)
    )
    change_event(event=walk, change=change(walk, ChangeKind.POSTPONED), actor=actor, now=LATER)
    much_later = LATER + datetime.timedelta(days=3)

    lapsed = lapse_offers(now=much_later)
    change_event(event=walk, change=change(walk, ChangeKind.RESUMED), actor=actor, now=much_later)

    registration.refresh_from_db()
    assert lapsed == 0
    assert registration.state == RegistrationState.OFFERED
    assert registration.offer_expires_at == much_later + datetime.timedelta(hours=24)


def test_resuming_promotes_whoever_could_not_be_meanwhile(actor: User) -> None:
    walk = make_walk(capacity=3)
    Places.objects.update(has_waiting_list=True)
    register(walk, 3, full_name="عائشہ خان")
    waiting = register(walk, 2, full_name="بلال خان")
    change_event(event=walk, change=change(walk, ChangeKind.CANCELLED), actor=actor, now=LATER)
    Places.objects.update(capacity=5, ceiling=5)

    change_event(event=walk, change=change(walk, ChangeKind.RESUMED), actor=actor, now=LATER)

    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.CONFIRMED


def test_invited_people_without_an_answer_are_told_too(actor: User) -> None:
    seminar = make_seminar()
    invited(seminar, email="guest@example.org")

    reached = affected_by(seminar, ChangeKind.CANCELLED)
    change_event(
        event=seminar, change=change(seminar, ChangeKind.CANCELLED), actor=actor, now=LATER
    )

    (message,) = queued(MessageKind.EVENT_CANCELLED)
    assert reached == Told(email=1, reached=1)
    assert (message.recipient, message.channel) == ("guest@example.org", Channel.EMAIL)
    assert "/invitation/" in message.context["own_link"]


def test_telling_a_thousand_costs_as_many_queries_a_batch_as_telling_one(
    actor: User, django_assert_max_num_queries: Any
) -> None:
    walk = make_walk(capacity=100)
    for number in range(60):
        register(walk, full_name=f"نام {number}", phone=f"+9233311{number:05d}",
                 email=f"p{number}@example.com")  # fmt: skip

    with django_assert_max_num_queries(40):
        record = change_event(
            event=walk, change=change(walk, ChangeKind.CANCELLED), actor=actor, now=LATER
        )

    assert record.told_by_email_count == 60
