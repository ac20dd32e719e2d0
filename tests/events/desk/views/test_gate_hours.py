"""When a gate counts: practice before its day, closed afterwards and when called off."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from directory.models import User
from events.attendance.selectors import arrived_of, attendance_count
from events.enums import CheckInSource, EventState
from events.models import CheckIn, Event, EventRole, Registration, Schedule, WalkIn
from tests.events.desk.builders import register
from tests.events.desk.views.gates import GATE, TODAY, Phone, arrival, prepare

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
EVENT = "/en/desk/events/walk-lahore-2027/"
KEY = "0123456789abcdef0123456789abcdef"
MONTHS_BEFORE = TODAY - datetime.timedelta(days=100)
DAY_BEFORE = TODAY - datetime.timedelta(days=1)
DAY_AFTER = TODAY + datetime.timedelta(days=1)
CALLED_OFF = {
    EventState.POSTPONED: "This event is postponed: its gate stays closed",
    EventState.CANCELLED: "This event is cancelled: its gate is closed.",
}


def sign_in(client: Client) -> None:
    """Begin a session that holds at the moment the clock was moved to."""
    client.force_login(User.objects.get())


def do_everything(client: Client, party: Registration) -> None:
    """Let somebody in, a walk-in too, and take something back."""
    fields = {"reference": party.reference, "count": 1, "key": KEY}
    client.post(GATE + "check-in/", fields)
    client.post(GATE + "walk-in/", {"full_name": "نسرین", "people_count": 1, "key": "1" * 32})
    fields = {"reference": party.reference, "undoes": "", "key": "2" * 32, "reason": "other"}
    client.post(GATE + "undo/", fields)


def call_off(event: Event, state: EventState, at: datetime.datetime = DAY_BEFORE) -> None:
    """Postpone or cancel the walk."""
    Schedule.objects.filter(event=event).update(state=state, changed_at=at)


@pytest.mark.parametrize("moment", [MONTHS_BEFORE, DAY_BEFORE.replace(hour=23, minute=59)])
def test_before_its_day_the_gate_only_practises_and_says_from_when_it_counts(
    desk: Client,
    lahore: Event,
    on_the_day: time_machine.Traveller,
    moment: datetime.datetime,
) -> None:
    party = register(lahore)
    on_the_day.move_to(moment)
    sign_in(desk)

    do_everything(desk, party)

    assert (CheckIn.objects.count(), WalkIn.objects.count()) == (0, 0)
    shown = desk.get(GATE).content.decode()
    assert "Practice: nothing is counted before Sunday, 1 August 2027" in shown
    # It cannot be ended, so nothing offers to.
    assert "End the practice" not in shown
    on_the_day.move_to(TODAY.replace(hour=0, minute=0))
    sign_in(desk)
    desk.post(GATE + "check-in/", {"reference": party.reference, "count": 1, "key": KEY})
    assert arrived_of(party) == 1


def test_gate_of_an_event_without_a_day_only_practises(desk: Client, lahore: Event) -> None:
    Schedule.objects.update(precision="month")

    do_everything(desk, register(lahore))

    assert attendance_count(lahore).arrived == 0
    assert "until the day of the event is known" in desk.get(GATE).content.decode()


def test_event_of_several_days_counts_until_the_last_one_ends(
    desk: Client, lahore: Event, on_the_day: time_machine.Traveller
) -> None:
    Schedule.objects.update(ends_at=TODAY + datetime.timedelta(days=2))
    party = register(lahore, party=("علی",))

    for days, key in ((2, KEY), (3, KEY[::-1])):
        on_the_day.move_to(TODAY + datetime.timedelta(days=days))
        sign_in(desk)
        fields = {"reference": party.reference, "count": 1, "key": key}
        desk.post(GATE + "check-in/", fields)

    assert [line.source for line in CheckIn.objects.all()] == ["gate", "desk"]


def test_phone_that_sends_before_the_day_is_told_that_it_practises(
    desk: Client, lahore: Event, on_the_day: time_machine.Traveller
) -> None:
    party = register(lahore)
    on_the_day.move_to(DAY_BEFORE)
    sign_in(desk)
    phone = prepare(desk)

    answer = phone.send(arrival(party.reference, "entry-001"))

    assert (answer.status_code, answer.json()) == (403, {"error": "practice_only"})
    assert arrived_of(party) == 0


def test_volunteer_prepares_a_phone_and_practises_from_the_day_before(
    gate: Client, lahore: Event, on_the_day: time_machine.Traveller
) -> None:
    EventRole.objects.update(is_for_the_day=True)
    party = register(lahore, "کوثر عباس")
    on_the_day.move_to(DAY_BEFORE - datetime.timedelta(days=1))
    sign_in(gate)
    assert gate.get(GATE).status_code == 404
    on_the_day.move_to(DAY_BEFORE)
    sign_in(gate)

    phone = prepare(gate)

    assert phone.get("snapshot/").status_code == 200
    assert gate.get(EVENT).status_code == 200
    assert gate.get(EVENT + "attendees/").status_code == 404
    do_everything(gate, party)
    assert CheckIn.objects.count() == 0


@pytest.mark.parametrize("state", CALLED_OFF)
def test_gate_of_an_event_called_off_is_closed_to_all_and_says_why(
    desk: Client, gate: Client, lahore: Event, state: EventState
) -> None:
    party = register(lahore, "کوثر عباس")
    call_off(lahore, state)

    for client in (desk, gate):
        do_everything(client, party)
        for shown in (client.get(GATE), client.post(GATE, {"q": "کوثر"})):
            assert CALLED_OFF[state] in shown.content.decode()
            assert "کوثر" not in shown.content.decode()

    assert (CheckIn.objects.count(), WalkIn.objects.count()) == (0, 0)


@pytest.mark.parametrize("state", CALLED_OFF)
def test_phone_at_a_gate_called_off_gets_no_list_and_sends_only_what_came_before(
    phone: Phone, lahore: Event, state: EventState
) -> None:
    before, after = register(lahore), register(lahore)
    call_off(lahore, state, at=TODAY - datetime.timedelta(minutes=30))
    late = arrival(after.reference, "entry-002", minute=45)

    first = phone.send(arrival(before.reference, "entry-001", minute=20), late).json()
    second = phone.send(late)

    assert [(one["client_id"], one["outcome"]) for one in first["results"]] == [("entry-001", "in")]
    assert first["closed"] == state.value
    assert (second.status_code, second.json()) == (403, {"error": state.value})
    assert phone.get("snapshot/").json() == {"error": state.value}
    assert (arrived_of(before), arrived_of(after)) == (1, 0)
    Schedule.objects.update(state=EventState.OPEN)
    assert phone.results(late)[0]["outcome"] == "in"


def test_day_after_a_phone_still_sends_what_it_counted_and_nothing_newer(
    phone: Phone, lahore: Event, on_the_day: time_machine.Traveller
) -> None:
    before, after = register(lahore), register(lahore)
    on_the_day.move_to(DAY_AFTER)

    answer = phone.send(
        arrival(before.reference, "entry-001"),
        arrival(after.reference, "entry-002", happened_at=DAY_AFTER.isoformat()),
    ).json()

    assert [one["client_id"] for one in answer["results"]] == ["entry-001"]
    assert answer["closed"] == "over"
    assert (arrived_of(before), arrived_of(after)) == (1, 0)
    assert phone.get("snapshot/").json() == {"error": "over"}


def test_after_the_event_the_gate_is_closed_to_volunteers(
    gate: Client, lahore: Event, on_the_day: time_machine.Traveller
) -> None:
    party = register(lahore)
    on_the_day.move_to(DAY_AFTER)
    sign_in(gate)

    do_everything(gate, party)

    assert "This event is over: its gate is closed." in gate.get(GATE).content.decode()
    assert (CheckIn.objects.count(), WalkIn.objects.count()) == (0, 0)


def test_after_the_event_its_organiser_sets_the_count_right(
    desk: Client, organiser: User, lahore: Event, on_the_day: time_machine.Traveller
) -> None:
    party = register(lahore)
    on_the_day.move_to(TODAY + datetime.timedelta(days=20))
    sign_in(desk)

    shown = desk.get(GATE).content.decode()
    desk.post(GATE + "check-in/", {"reference": party.reference, "count": 1, "key": KEY})

    assert "What you enter here sets the count right." in shown
    line = CheckIn.objects.get()
    assert (arrived_of(party), line.source, line.user) == (1, CheckInSource.DESK, organiser)
    # The chart of arrivals does not run on for three weeks.
    assert line.happened_at == lahore.schedule.ends_at


def words_of_the_event_page(client: Client) -> Any:
    """Return what the event's page offers."""
    return client.get(EVENT).content.decode()


@pytest.mark.parametrize(
    ("moment", "label"),
    [
        (MONTHS_BEFORE, "Prepare and practise"),
        (TODAY, "Open the gate"),
        (DAY_AFTER, "Correct the count"),
    ],
)
def test_event_page_offers_the_gate_as_what_it_is_that_day(
    desk: Client, lahore: Event, on_the_day: time_machine.Traveller, moment: Any, label: str
) -> None:
    on_the_day.move_to(moment)
    sign_in(desk)

    shown = words_of_the_event_page(desk)

    labels = ("Prepare and practise", "Open the gate", "Correct the count")
    assert [one for one in labels if one in shown] == [label]
    is_over = moment == DAY_AFTER
    assert (f"{EVENT}capacity/" in shown, f"{EVENT}registration/" in shown) == (
        not is_over,
        not is_over,
    )


def test_event_page_offers_no_gate_to_volunteers_after_the_event(
    gate: Client, lahore: Event, on_the_day: time_machine.Traveller
) -> None:
    assert f'href="{GATE}"' in words_of_the_event_page(gate)

    on_the_day.move_to(DAY_AFTER)
    sign_in(gate)

    assert f'href="{GATE}"' not in words_of_the_event_page(gate)


@pytest.mark.parametrize("state", CALLED_OFF)
def test_event_page_offers_no_gate_of_an_event_called_off(
    desk: Client, lahore: Event, state: EventState
) -> None:
    call_off(lahore, state)

    assert f'href="{GATE}"' not in words_of_the_event_page(desk)
