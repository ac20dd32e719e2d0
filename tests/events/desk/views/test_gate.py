"""The gate without a script: found, let in, told, taken back; audited, and for its people alone."""

import re

import pytest
from django.test import Client

from events.attendance.selectors import arrived_of, attendance_count
from events.enums import RegistrationState, UndoReason
from events.models import CheckIn, Event, Places, Registration, WalkIn
from tests.events.desk.builders import make_event, register
from tests.events.desk.views.gates import GATE, look_for, page, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
KEY = "0123456789abcdef0123456789abcdef"


def let_in(client: Client, party: Registration, count: int | str = 1, key: str = KEY) -> str:
    """Let people in and return the words that follow."""
    fields = {"reference": party.reference, "count": count, "key": key}
    response = client.post(GATE + "check-in/", fields)
    assert (response.status_code, response.headers["Location"]) == (303, GATE)
    return words_of(page(client))


def test_last_four_digits_and_one_tap_let_somebody_in(gate: Client, lahore: Event) -> None:
    party = register(lahore, "Kausar Abbas", phone="+923991230566")

    shown = look_for(gate, "٠٥٦٦")
    said = let_in(gate, party, key=re.search(r'name="key" value="(\w+)"', shown)[1])  # type: ignore[index]

    assert "Kausar Abbas" in words_of(shown)
    assert "1230566" not in shown
    assert "Let 1 person in" in words_of(shown)
    assert " In Kausar Abbas 1 person" in said
    assert arrived_of(party) == 1


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (RegistrationState.WAITING, "On the waiting list: no place yet."),
        (RegistrationState.CANCELLED, "This registration was cancelled."),
    ],
)
def test_pass_that_is_not_valid_says_why_and_offers_no_button(
    gate: Client, lahore: Event, state: RegistrationState, words: str
) -> None:
    party = register(lahore, state=state)

    shown = look_for(gate, party.reference)

    assert "Not valid" in words_of(shown)
    assert words in words_of(shown)
    assert GATE + "check-in/" not in shown
    assert words in let_in(gate, party)
    assert arrived_of(party) == 0


def test_pass_of_another_event_and_one_of_nobody_have_their_own_answers(
    gate: Client, lahore: Event
) -> None:
    other = register(make_event("karachi"), "کراچی والی")

    assert "This is not a pass of this event." in look_for(gate, other.reference)
    assert "کراچی والی" not in look_for(gate, other.reference)
    assert "This is not one of our passes." in look_for(gate, "LHE-22222")


def test_second_showing_of_a_pass_says_where_and_when_it_came_in(
    gate: Client, desk: Client, lahore: Event
) -> None:
    party = register(lahore)
    desk.post(GATE + "settings/", {"label": "Gate A"})
    let_in(desk, party)

    asked, told = look_for(gate, party.reference), let_in(gate, party, key=KEY[::-1])

    for words in (words_of(asked), told):
        assert "Already in" in words
        assert "Gate A , 6:45 am" in words
    assert arrived_of(party) == 1


def test_group_comes_in_parts_by_a_typed_number(gate: Client, lahore: Event) -> None:
    party = register(lahore, "استاد", party=tuple(f"بچہ {n}" for n in range(59)))

    let_in(gate, party, "۳۵")
    said = let_in(gate, party, 20, key=KEY[::-1])

    assert "55 of 60 are in" in said
    assert arrived_of(party) == 55


def test_more_than_are_missing_are_not_counted(gate: Client, lahore: Event) -> None:
    party = register(lahore, party=("علی",))

    said = let_in(gate, party, 3)

    assert "Only 2 of this party are still missing." in said
    assert arrived_of(party) == 0


def test_double_tap_counts_once(gate: Client, lahore: Event) -> None:
    party = register(lahore, party=("علی", "سارہ"))

    let_in(gate, party, 1)
    let_in(gate, party, 1)

    assert (arrived_of(party), CheckIn.objects.count()) == (1, 1)


@pytest.mark.parametrize("count", ["", "0", "-1", "x", "99999", "1e3", "\x00"])
def test_number_that_is_none_counts_nobody(gate: Client, lahore: Event, count: str) -> None:
    assert "Nothing was counted." in let_in(gate, register(lahore), count)
    assert CheckIn.objects.count() == 0


def test_check_in_is_taken_back_with_its_reason(gate: Client, lahore: Event) -> None:
    party = register(lahore, party=("علی",))
    let_in(gate, party, 2)
    fields = {
        "reference": party.reference,
        "undoes": KEY,
        "key": KEY[::-1],
        "reason": UndoReason.WENT_AWAY,
    }

    gate.post(GATE + "undo/", fields)

    assert "Taken back" in words_of(page(gate))
    assert arrived_of(party) == 0
    assert CheckIn.objects.last().reason == UndoReason.WENT_AWAY  # type: ignore[union-attr]


def test_answer_is_said_once(gate: Client, lahore: Event) -> None:
    let_in(gate, register(lahore, "کوثر عباس"))

    assert "کوثر عباس" not in page(gate)


def test_walk_in_needs_a_name_and_a_number_and_is_flagged_above_capacity(
    gate: Client, lahore: Event
) -> None:
    Places.objects.update(capacity=2, ceiling=2)

    wrong = gate.post(GATE + "walk-in/", {"full_name": "", "people_count": "0", "key": KEY})
    right = gate.post(
        GATE + "walk-in/", {"full_name": "نسرین بی بی", "people_count": "۳", "key": KEY}
    )

    assert (wrong.status_code, right.status_code) == (200, 303)
    said = words_of(page(gate))
    assert " In نسرین بی بی 3 people" in said
    assert "flagged for the organiser" in said
    walk_in = WalkIn.objects.get()
    assert (walk_in.people_count, walk_in.exceeds_capacity) == (3, True)


def test_live_count_stands_on_every_page_of_the_gate(gate: Client, lahore: Event) -> None:
    let_in(gate, register(lahore, party=("علی",)), 2)
    gate.post(GATE + "walk-in/", {"full_name": "نسرین", "people_count": "1", "key": KEY[::-1]})

    for html in (page(gate), gate.get(GATE + "walk-in/").content.decode()):
        assert re.search(r"data-arrived>3<", html)
        assert "in, of 2 people registered" in html


def test_practice_answers_and_counts_nothing(gate: Client, lahore: Event) -> None:
    party = register(lahore)
    gate.post(GATE + "settings/", {"practice": "on"})

    said = let_in(gate, party)
    gate.post(GATE + "walk-in/", {"full_name": "نسرین", "people_count": "1", "key": KEY})

    assert "Practice: nothing is counted" in said
    assert " In " in said
    assert attendance_count(lahore).arrived == 0
    assert (CheckIn.objects.count(), WalkIn.objects.count()) == (0, 0)
    gate.post(GATE + "settings/", {"practice": "off"})
    let_in(gate, party)
    assert arrived_of(party) == 1


def test_gate_alone_may_use_camera_worker_and_compiled_code(gate: Client, lahore: Event) -> None:
    headers = gate.get(GATE).headers
    elsewhere = gate.get(GATE + "walk-in/").headers

    assert "script-src 'self' 'wasm-unsafe-eval'" in headers["Content-Security-Policy"]
    assert "worker-src 'self'" in headers["Content-Security-Policy"]
    assert "camera=(self)" in headers["Permissions-Policy"]
    assert "wasm" not in elsewhere["Content-Security-Policy"]
    assert "camera=()" in elsewhere["Permissions-Policy"]


def test_shell_names_nobody_and_the_worker_reaches_the_gate_alone(
    gate: Client, lahore: Event
) -> None:
    register(lahore, "کوثر عباس")

    shell = gate.get(GATE + "shell/").content.decode()
    worker = gate.get(GATE + "sw.js")

    assert not [
        word for word in ("volunteer-lahore", "کوثر", "csrfmiddlewaretoken") if word in shell
    ]
    assert worker.headers["Service-Worker-Allowed"] == GATE
    assert worker.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "__SHELL__" not in worker.content.decode()
    assert "js/gate/gate.js" in worker.content.decode()


def test_volunteer_sees_neither_conflicts_nor_devices(gate: Client, lahore: Event) -> None:
    assert gate.get(GATE + "conflicts/").status_code == 404
    assert gate.get(GATE + "devices/").status_code == 404
    assert "devices/" not in words_of(page(gate))
