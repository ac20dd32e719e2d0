"""Changing an event at the desk: a look first, then one POST; bad input and double taps."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.enums import EventState
from events.models import Event, EventChange, Schedule
from messaging.models import OutboxMessage
from tests.events.desk import builders
from tests.events.pages import Page
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
MOVE = {
    "sequence": "0",
    "day": "2027-08-08",
    "starts": "07:30",
    "ends": "09:30",
    "assembly_point_ur": "دروازہ 2",
    "assembly_point_en": "Gate 2",
}


def address(kind: str, language: str = "en") -> str:
    """Return the page of one kind of change."""
    return f"/{language}/desk/events/walk-lahore-2027/change/{kind}/"


def confirmed(desk: Client, kind: str, **fields: str) -> Any:
    """Press the last button."""
    return desk.post(address(kind), {"sequence": "0", "confirmed": "1", **fields})


@pytest.mark.parametrize("language", ["ur", "en"])
@pytest.mark.parametrize("kind", ["moved", "postponed", "cancelled"])
def test_form_and_check_page_are_wholly_in_their_language(
    desk: Client, lahore: Event, kind: str, language: str
) -> None:
    builders.register(lahore)
    fields = MOVE if kind == "moved" else {"sequence": "0"}
    fields = fields | {"reason_ur": "بارش", "reason_en": "Rain"}

    pages = [
        Page(desk.get(address(kind, language))),
        Page(desk.post(address(kind, language), fields)),
    ]

    assert [page.foreign_words(language) for page in pages] == [[], []]
    assert language == "en" or [raw_runs(page.html) for page in pages] == [[], []]
    assert [page.described_by_nothing() for page in pages] == [[], []]


def test_looking_changes_nothing(desk: Client, lahore: Event) -> None:
    builders.register(lahore)

    desk.get(address("moved"))
    checked = desk.post(address("moved"), MOVE)

    assert checked.status_code == 200
    assert Schedule.objects.get(event=lahore).sequence == 0
    assert OutboxMessage.objects.count() == EventChange.objects.count() == 0


def test_check_page_says_who_is_reached_how_and_in_which_words(desk: Client, lahore: Event) -> None:
    builders.register(lahore)

    response = desk.post(address("moved"), MOVE | {"reason_ur": "سڑک", "reason_en": "Road"})

    told = response.context["told"]
    assert (told.email, told.text, told.phone) == (0, 0, 1)
    english = next(w for w in response.context["wordings"] if w.language == "en")
    assert "Sunday, 8 August 2027" in english.text
    assert "Road" in english.text
    assert Page(response).heading() == "Change day, time or place"
    assert "Sunday, 1 August 2027" in Page(response).text()


def test_the_last_button_moves_the_event_and_says_so_once(desk: Client, lahore: Event) -> None:
    response = desk.post(address("moved"), MOVE | {"confirmed": "1"})

    schedule = Schedule.objects.get(event=lahore)
    first, second = (Page(desk.get(response["Location"])).text() for _visit in range(2))
    assert response.status_code == 303
    assert (str(schedule.happens_on), schedule.assembly_point_ur) == ("2027-08-08", "دروازہ 2")
    assert schedule.starts_at is not None
    assert schedule.starts_at.isoformat() == "2027-08-08T02:30:00+00:00"
    assert "Day, time or place changed. E-mail: 0" in first
    assert "Day, time or place changed. E-mail: 0" not in second
    assert "What was changed" in second


def test_a_double_tap_makes_one_change(desk: Client, lahore: Event) -> None:
    answers = [confirmed(desk, "postponed").status_code for _tap in range(2)]

    assert answers == [303, 303]
    assert EventChange.objects.count() == 1
    assert Schedule.objects.get(event=lahore).sequence == 1


def test_a_stale_form_does_nothing_and_says_why(desk: Client, lahore: Event) -> None:
    Schedule.objects.filter(event=lahore).update(sequence=3)

    response = confirmed(desk, "cancelled")

    assert "was changed after you opened" in Page(desk.get(response["Location"])).text()
    assert Schedule.objects.get(event=lahore).state == EventState.OPEN


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"day": ""}, "day"),
        ({"day": "soon"}, "day"),
        ({"day": "0001-01-01"}, "day"),
        ({"day": "9999-12-31"}, "day"),
        ({"day": "2027-04-30"}, "day"),
        ({"day": "\x00"}, "day"),
        ({"starts": "25:00"}, "starts"),
        ({"starts": ""}, "starts"),
        ({"ends": "07:00"}, "ends"),
        ({"venue": "999999999999999999999"}, "venue"),
        ({"venue": "x"}, "venue"),
        ({"assembly_point_en": "x" * 241}, "assembly_point_en"),
        ({"reason_en": "Only English"}, "reason_ur"),
        ({"reason_ur": "x" * 300, "reason_en": "y"}, "reason_ur"),
    ],
    ids=str,
)
@pytest.mark.parametrize("language", ["ur", "en"])
def test_what_does_not_fit_comes_back_with_words(
    desk: Client, lahore: Event, fields: dict[str, str], wrong: str, language: str
) -> None:
    response = desk.post(address("moved", language), MOVE | fields | {"confirmed": "1"})

    page = Page(response)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [wrong]
    assert page.foreign_words(language) == []
    assert Schedule.objects.get(event=lahore).sequence == 0


def test_urdu_digits_are_welcome(desk: Client, lahore: Event) -> None:
    desk.post(address("moved"), MOVE | {"day": "۲۰۲۷-۰۸-۰۸", "confirmed": "1"})

    assert str(Schedule.objects.get(event=lahore).happens_on) == "2027-08-08"


@pytest.mark.parametrize("kind", ["resumed", "nothing", "%00"])
def test_what_cannot_be_done_is_said(desk: Client, lahore: Event, kind: str) -> None:
    expected = 409 if kind == "resumed" else 404

    answers = [desk.get(address(kind)).status_code, confirmed(desk, kind).status_code]

    assert answers == [expected, expected]


def test_resuming_asks_for_the_day_and_opens_registration(desk: Client, lahore: Event) -> None:
    confirmed(desk, "postponed")
    fields = MOVE | {"sequence": "1", "takes_registrations": "on", "confirmed": "1"}

    response = desk.post(address("resumed"), fields)

    schedule = Schedule.objects.get(event=lahore)
    assert response.status_code == 303
    assert (schedule.state, str(schedule.happens_on)) == (EventState.OPEN, "2027-08-08")
    assert schedule.sequence == 2


def test_the_public_page_gives_the_reason_in_its_language(desk: Client, lahore: Event) -> None:
    confirmed(desk, "cancelled", reason_ur="بارش", reason_en="Heavy rain")

    page = Page(Client().get("/en/events/walk-lahore-2027/")).text()

    assert "This event has been cancelled. Heavy rain" in page


def test_others_change_nothing(gate: Client, karachi: Event, lahore: Event) -> None:
    stranger = Client()
    stranger.force_login(builders.make_organiser(karachi))

    answers = [confirmed(browser, "cancelled").status_code for browser in (gate, stranger)]

    assert answers == [404, 404]
    assert Schedule.objects.get(event=lahore).state == EventState.OPEN


@pytest.mark.parametrize("count", [1, 30])
def test_the_look_costs_the_same_for_1_and_30(desk: Client, lahore: Event, count: int) -> None:
    builders.register_many(lahore, count)
    desk.get(address("moved"))

    with CaptureQueriesContext(connection) as captured:
        desk.post(address("moved"), MOVE)

    assert len(captured) <= 16
