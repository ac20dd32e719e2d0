"""Reminders and thanks: in their hour, to whoever is coming, once."""

import datetime
from collections.abc import Iterable

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from events.enums import EventState, RegistrationState
from events.models import Event, Registration, Schedule
from events.registration.selectors import registration_of_token
from events.registration.services.changes import cancel_registration
from events.registration.services.reminders import queue_reminders
from messaging.enums import Channel, MessageKind, MessageState
from messaging.models import OutboxMessage
from messaging.services import SendReport, send_due
from participants.models import OwnLink
from tests.events.registration.builders import KARACHI, WALK_DAY, make_walk, register

pytestmark = pytest.mark.django_db
REMINDERS = (
    MessageKind.REMINDER_DAY_BEFORE,
    MessageKind.REMINDER_SAME_MORNING,
    MessageKind.THANK_YOU,
)


def at(day: int, hour: int, minute: int = 0) -> datetime.datetime:
    """Return a moment so many days from the walk, which begins at seven."""
    day_of = WALK_DAY + datetime.timedelta(days=day)
    return datetime.datetime.combine(day_of, datetime.time(hour, minute), tzinfo=KARACHI)


def come(event: Event, count: int = 1) -> list[Registration]:
    """Register people with a number and an e-mail address each."""
    return [
        register(event, phone=f"+92333{number:07}", email=f"walker{number}@mail.test")
        for number in range(count)
    ]


def queued(kinds: Iterable[MessageKind] = REMINDERS) -> list[str]:
    """Return the kinds of reminders in the outbox, in order."""
    rows = OutboxMessage.objects.filter(kind__in=list(kinds)).order_by("pk")
    return list(rows.values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("moment", "kinds"),
    [
        (at(-2, 18), []),
        (at(-1, 17, 59), []),
        (at(-1, 18), ["reminder-day-before"]),
        (at(-1, 23, 59), ["reminder-day-before"]),
        (at(0, 0), []),
        (at(0, 4, 59), []),
        (at(0, 5), ["reminder-same-morning"]),
        (at(0, 6, 59), ["reminder-same-morning"]),
        (at(0, 7), []),
        (at(1, 9, 59), []),
        (at(1, 10), ["thank-you"]),
        (at(4, 9), ["thank-you"]),
        (at(4, 10), []),
        (at(30, 10), []),
    ],
)
def test_queue_reminders_in_their_hour(moment: datetime.datetime, kinds: list[str]) -> None:
    come(make_walk())

    queue_reminders(now=moment)

    assert queued() == kinds


def test_queue_reminders_every_minute_reminds_once() -> None:
    come(make_walk(), count=3)

    counts = [queue_reminders(now=at(-1, 18, minute)) for minute in range(3)]

    assert counts == [3, 0, 0]
    assert queued() == ["reminder-day-before"] * 3


def test_queue_reminders_issues_no_link_to_those_it_does_not_write_to() -> None:
    walk = make_walk()
    come(walk)
    register(walk, phone="+923331110567")

    for minute in range(3):
        queue_reminders(now=at(-1, 18, minute))

    # One with each registration, one in the only reminder.
    assert OwnLink.objects.count() == 3


@pytest.mark.parametrize("state", [RegistrationState.CANCELLED, RegistrationState.LAPSED])
def test_queue_reminders_not_to_those_who_are_not_coming(state: RegistrationState) -> None:
    come(make_walk())
    Registration.objects.update(state=state)

    assert queue_reminders(now=at(-1, 18)) == 0


@pytest.mark.parametrize("state", [EventState.CANCELLED, EventState.POSTPONED])
@pytest.mark.parametrize("moment", [at(-1, 18), at(0, 6), at(1, 10)])
def test_queue_reminders_not_about_what_does_not_take_place(
    state: EventState, moment: datetime.datetime
) -> None:
    come(make_walk())
    Schedule.objects.update(state=state)

    assert queue_reminders(now=moment) == 0


def test_queue_reminders_not_about_drafts() -> None:
    come(make_walk())
    Event.objects.update(live=False)

    assert queue_reminders(now=at(-1, 18)) == 0


def test_queue_reminders_not_to_those_who_have_just_registered() -> None:
    register(make_walk(), email="late@mail.test", now=at(-1, 19))

    assert queue_reminders(now=at(-1, 19, 1)) == 0


def test_queue_reminders_of_a_day_without_hour_leaves_the_morning_out() -> None:
    come(make_walk(precision="day", starts_at=None, ends_at=None))

    counts = [queue_reminders(now=moment) for moment in (at(-1, 18), at(0, 6), at(1, 10))]

    assert counts == [1, 0, 1]


def test_queue_reminders_again_when_the_event_has_moved_to_another_day() -> None:
    come(make_walk())
    queue_reminders(now=at(-1, 18))
    later = datetime.timedelta(days=7)
    Schedule.objects.update(
        happens_on=WALK_DAY + later, starts_at=at(0, 7) + later, ends_at=at(0, 9) + later
    )

    assert queue_reminders(now=at(-1, 18) + later) == 1


def test_queue_reminders_same_morning_goes_to_the_phone_too(settings: Settings) -> None:
    settings.SMS_URL = "file"
    come(make_walk())

    queue_reminders(now=at(0, 5))

    rows = OutboxMessage.objects.filter(kind=MessageKind.REMINDER_SAME_MORNING).order_by("pk")
    assert [(row.channel, row.is_urgent) for row in rows] == [
        (Channel.EMAIL, True),
        (Channel.SMS, True),
    ]
    assert {row.next_attempt_at for row in rows} == {at(0, 5)}
    assert {row.not_after for row in rows} == {at(0, 7)}


def test_reminder_not_sent_in_time_is_dropped() -> None:
    come(make_walk())
    OutboxMessage.objects.all().delete()
    queue_reminders(now=at(-1, 18))

    report = send_due(now=at(0, 0), clock=lambda: at(0, 0))

    assert report == SendReport(dropped=1)


def test_cancelling_takes_the_reminder_back() -> None:
    [registration] = come(make_walk())
    queue_reminders(now=at(-1, 18))

    cancel_registration(registration=registration, now=at(-1, 18, 1))

    reminder = OutboxMessage.objects.get(kind=MessageKind.REMINDER_DAY_BEFORE)
    assert (reminder.state, reminder.recipient) == (MessageState.DROPPED, "")


def test_reminder_holds_a_link_that_opens_the_own_page() -> None:
    [registration] = come(make_walk())

    queue_reminders(now=at(-1, 18))

    reminder = OutboxMessage.objects.get(kind=MessageKind.REMINDER_DAY_BEFORE)
    token = str(reminder.context["own_link"]).rstrip("/").rpartition("/")[2]
    assert registration_of_token(token) == registration


def test_queue_reminders_costs_the_same_for_one_and_for_thirty(
    django_assert_num_queries: DjangoAssertNumQueries,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    one, many = make_walk(), make_walk(slug="walk-two", capacity=100)
    come(one)
    come(many, count=30)
    Event.objects.filter(pk=many.pk).update(live=False)
    with django_assert_max_num_queries(10) as few:
        queue_reminders(now=at(-1, 18))
    Event.objects.update(live=True)
    Event.objects.filter(pk=one.pk).update(live=False)

    with django_assert_num_queries(len(few)):
        queue_reminders(now=at(-1, 18, 1))

    assert len(queued()) == 31
