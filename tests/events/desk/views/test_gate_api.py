"""What phones at a gate get and send: tokens, snapshots, entries, counts."""

import gzip
import json
from typing import Any

import pytest
import time_machine
from django.test import Client

from directory.models import User
from events.attendance.selectors import arrived_of, attendance_count
from events.enums import RegistrationState
from events.models import CheckIn, Conflict, Event, EventRole, GateDevice, WalkIn
from tests.events.desk.builders import make_event, register
from tests.events.desk.views.gates import GATE, TODAY, Phone, arrival, logged, prepare

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


def body_of(answer: Any) -> dict[str, Any]:
    """Return the JSON of an answer, packed or not."""
    packed = answer.headers.get("Content-Encoding") == "gzip"
    found: dict[str, Any] = json.loads(
        gzip.decompress(answer.content) if packed else answer.content
    )
    return found


def test_device_gets_a_token_once_and_only_its_hash_is_kept(desk: Client, lahore: Event) -> None:
    answer = desk.post(GATE + "device/", {"label": "Gate A"}, content_type="application/json")

    made = answer.json()
    assert answer.status_code == 201
    assert made["expires_at"] == "2027-08-03T00:00:00+05:00"
    device = GateDevice.objects.get()
    assert (device.label, device.pk) == ("Gate A", made["device_id"])
    assert made["token"] not in device.token_hash


def test_device_is_refused_without_the_pages_token_against_forged_posts(
    organiser: User, lahore: Event
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(organiser)

    assert strict.post(GATE + "device/", {}, content_type="application/json").status_code == 403


def test_snapshot_holds_the_least_of_each_and_is_logged_before(
    phone: Phone, organiser: User, lahore: Event
) -> None:
    party = register(lahore, "کوثر عباس", phone="+923991230566", party=("علی",))
    waiting = register(lahore, "نسرین", state=RegistrationState.WAITING)

    answer = phone.get("snapshot/")

    data = body_of(answer)
    rows = {row["code"]: row for row in data["rows"]}
    assert rows[party.reference] == {
        "id": party.pk,
        "code": party.reference,
        "name": "کوثر عباس",
        "last4": "0566",
        "size": 2,
        "arrived": 0,
        "state": "confirmed",
        "in": None,
        "folded": "کوثر عباس",
        "sound": "ksr abs",
        "others": [{"name": "علی", "folded": "علی", "sound": "ali"}],
    }
    assert rows[waiting.reference]["others"] == []
    assert data["hours"] == {
        "opens_at": "2027-08-01T00:00:00+05:00",
        "closes_at": "2027-08-02T00:00:00+05:00",
    }
    assert (rows[waiting.reference]["name"], rows[waiting.reference]["last4"]) == ("", "")
    assert "1230566" not in json.dumps(data)
    assert logged("gate-snapshot", lahore) == [(organiser.username, 2)]
    assert "no-store" in answer.headers["Cache-Control"]


def test_snapshot_that_did_not_change_is_not_sent_and_not_logged_again(
    phone: Phone, lahore: Event
) -> None:
    party = register(lahore)
    etag = phone.get("snapshot/").headers["ETag"]

    same = phone.get("snapshot/", **{"If-None-Match": etag})
    phone.results(arrival(party.reference, "entry-001"))
    changed = phone.get("snapshot/", **{"If-None-Match": etag})

    assert (same.status_code, same.content) == (304, b"")
    assert changed.status_code == 200
    assert len(logged("gate-snapshot", lahore)) == 2


def test_entries_are_counted_and_answered_one_by_one(phone: Phone, lahore: Event) -> None:
    one, pair = register(lahore), register(lahore, party=("علی",))

    results = phone.results(
        arrival(one.reference, "entry-001"),
        arrival(pair.reference, "entry-002"),
        {"kind": "walk_in", "client_id": "entry-003", "name": "نسرین", "count": 3},
        arrival("LHE-22222", "entry-004"),
        {"kind": "nonsense", "client_id": "entry-005"},
    )

    assert [(r["client_id"], r["outcome"], r["counted"], r["message_key"]) for r in results] == [
        ("entry-001", "in", 1, "in"),
        ("entry-002", "partly", 1, "partly"),
        ("entry-003", "walk_in", 3, "walk_in"),
        ("entry-004", "refused", 0, "unknown"),
        ("entry-005", "refused", 0, "bad_entry"),
    ]
    count = attendance_count(lahore)
    assert (count.arrived, count.walk_ins, count.expected) == (5, 3, 3)


def test_queue_sent_twice_is_counted_once_and_answered_alike(phone: Phone, lahore: Event) -> None:
    party = register(lahore)
    queue = [
        arrival(party.reference, "entry-001"),
        arrival(party.reference, "entry-002", minute=3),
        {"kind": "walk_in", "client_id": "entry-003", "name": "نسرین", "count": 2},
    ]

    assert phone.results(*queue) == phone.results(*queue)
    assert (CheckIn.objects.count(), WalkIn.objects.count(), Conflict.objects.count()) == (2, 1, 1)


def test_pass_of_two_phones_is_a_conflict_with_both_places_and_times(
    phone: Phone, desk: Client, lahore: Event
) -> None:
    party = register(lahore)
    phone.results(arrival(party.reference, "entry-001", minute=12))

    (result,) = prepare(desk, "Gate B").results(arrival(party.reference, "entry-002", minute=15))

    assert result["outcome"] == "conflict"
    assert result["conflict"] == {
        "kind": "twice",
        "first": {"gate": "Gate A", "at": "2027-08-01T05:57:00+05:00"},
        "this": {"gate": "Gate B", "at": "2027-08-01T06:00:00+05:00"},
    }
    assert arrived_of(party) == 1


def test_gate_that_waits_for_the_answer_makes_no_conflict(phone: Phone, lahore: Event) -> None:
    party = register(lahore)
    phone.results(arrival(party.reference, "entry-001"))

    (result,) = phone.results(arrival(party.reference, "entry-002", alone=False))

    assert (result["outcome"], result["first"]["gate"]) == ("already_in", "Gate A")
    assert Conflict.objects.count() == 0


def test_pass_of_another_event_is_told_from_one_that_nobody_has(
    phone: Phone, lahore: Event
) -> None:
    other = register(make_event("karachi"), "کراچی والے")

    (result,) = phone.results(arrival(other.reference, "entry-001"))

    assert (result["outcome"], result["message_key"]) == ("refused", "other_event")
    assert arrived_of(other) == 0


def test_code_is_read_as_people_type_it_and_as_slips_carry_it(phone: Phone, lahore: Event) -> None:
    codes = [register(lahore, name).reference for name in ("عائشہ", "بلال", "کوثر", "ثنا", "رابعہ")]
    spelt = [
        codes[0].lower(),
        codes[1].replace("-", ""),
        codes[2].replace("-", " – "),
        codes[3][4:],
        f"{codes[4][4:]}-001",
    ]

    results = phone.results(*(arrival(code, f"entry-00{n}") for n, code in enumerate(spelt)))

    assert [result["outcome"] for result in results] == ["in"] * 5


def test_undo_takes_back_what_was_named_and_a_walk_in_too(phone: Phone, lahore: Event) -> None:
    party = register(lahore, party=("علی", "سارہ"))
    phone.results(
        arrival(party.reference, "entry-001", count=2),
        arrival(party.reference, "entry-002"),
        {"kind": "walk_in", "client_id": "entry-003", "name": "نسرین", "count": 4},
    )

    results = phone.results(
        {"kind": "undo", "client_id": "undo-0001", "undoes": "entry-001", "reason": "went_away"},
        {"kind": "undo", "client_id": "undo-0002", "undoes": "entry-003"},
        {"kind": "undo", "client_id": "undo-0003", "undoes": "never-sent"},
        {"kind": "undo", "client_id": "undo-0004", "code": party.reference},
    )

    assert [(r["outcome"], r["counted"]) for r in results] == [
        ("undone", -2),
        ("undone", -4),
        ("refused", 0),
        ("undone", -1),
    ]
    assert attendance_count(lahore).arrived == 0


def test_practice_entries_change_nothing(phone: Phone, lahore: Event) -> None:
    party = register(lahore)

    phone.results(arrival(party.reference, "entry-001", practice=True))

    assert (arrived_of(party), CheckIn.objects.count()) == (0, 0)


def test_revoked_phone_gets_nothing_from_then_on(phone: Phone, desk: Client, lahore: Event) -> None:
    device = GateDevice.objects.get()
    desk.post(GATE + "devices/", {"revoke": f"device-{device.pk}"})

    answers = [phone.get("snapshot/"), phone.send(), phone.get("count/")]

    assert {(a.status_code, a.json()["error"]) for a in answers} == {(401, "revoked")}


def test_phone_of_somebody_who_left_the_event_gets_nothing(
    phone: Phone, organiser: User, lahore: Event
) -> None:
    EventRole.objects.filter(user=organiser).delete()

    assert phone.get("snapshot/").json() == {"error": "revoked"}


def test_token_is_dead_the_day_after_the_event(
    phone: Phone, lahore: Event, on_the_day: time_machine.Traveller
) -> None:
    on_the_day.move_to(TODAY.replace(day=2, hour=23))
    assert phone.get("count/").status_code == 200

    on_the_day.move_to(TODAY.replace(day=3, hour=0, minute=0))

    assert phone.get("count/").json() == {"error": "expired"}


def test_token_opens_no_other_event(phone: Phone, lahore: Event) -> None:
    make_event("karachi")
    there = GATE.replace("lahore", "karachi")

    answer = phone.client.get(there + "snapshot/", headers=phone.headers)

    assert answer.status_code == 404


def test_unknown_token_is_told_so(lahore: Event) -> None:
    assert Phone("made-up").get("snapshot/").json() == {"error": "unknown"}


def test_session_alone_opens_neither_list_nor_queue(desk: Client, lahore: Event) -> None:
    assert desk.get(GATE + "snapshot/").status_code == 401
    assert desk.post(GATE + "sync/", "{}", content_type="application/json").status_code == 401


def test_count_is_told_to_session_and_token_alike(
    phone: Phone, desk: Client, lahore: Event
) -> None:
    party = register(lahore)
    phone.results(arrival(party.reference, "entry-001"))

    expected = {"arrived": 1, "expected": 1, "walk_ins": 0, "conflicts": 0}
    assert phone.get("count/").json() == desk.get(GATE + "count/").json() == expected


def test_snapshot_costs_the_same_queries_for_one_party_and_thirty(
    phone: Phone, lahore: Event, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        party = register(lahore, f"نام {number}")
        phone.results(arrival(party.reference, f"entry-{number:03d}"))

    with django_assert_max_num_queries(20):
        assert len(body_of(phone.get("snapshot/"))["rows"]) == 30
