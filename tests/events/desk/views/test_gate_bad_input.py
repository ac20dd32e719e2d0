"""What a phone with a token could send that is no entry: refused by itself, never an error."""

from typing import Any

import pytest

from events.models import CheckIn, Event, WalkIn
from tests.events.desk.builders import register
from tests.events.desk.views.gates import GATE, TODAY, Phone, arrival

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


@pytest.mark.parametrize(
    "entry",
    [
        None,
        [],
        "text",
        {"kind": "arrival"},
        {"kind": "arrival", "client_id": "short", "count": 1},
        {"kind": "arrival", "client_id": "entry-001", "count": True},
        {"kind": "arrival", "client_id": "entry-001", "count": 0},
        {"kind": "arrival", "client_id": "entry-001", "count": 10**40},
        {"kind": ["arrival"], "client_id": "entry-001"},
        {"kind": "arrival", "client_id": "entry-001", "row": 10**30},
        {"kind": "arrival", "client_id": "entry-001", "code": "\x00\ud800'; --"},
        {"kind": "undo", "client_id": "entry-001", "undoes": {"a": 1}},
    ],
)
def test_entry_that_cannot_be_used_is_refused_by_itself(
    phone: Phone, lahore: Event, entry: Any
) -> None:
    party = register(lahore)

    first, second = phone.results(entry, arrival(party.reference, "entry-009"))

    assert (first["outcome"], second["outcome"]) == ("refused", "in")


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59-12:00", "late", 5, None])
def test_moment_nobody_can_believe_is_put_into_the_last_week(
    phone: Phone, lahore: Event, moment: Any
) -> None:
    party = register(lahore)

    phone.results(arrival(party.reference, "entry-001", happened_at=moment))

    line = CheckIn.objects.get()
    assert 0 <= (TODAY - line.happened_at).days <= 7


def test_walk_in_whose_name_cannot_be_printed_is_counted_without_it(
    phone: Phone, lahore: Event
) -> None:
    names = ("", "35202-1234567-1", "www.example.com", "\u202e\u200b", 7)

    phone.results(
        *(
            {"kind": "walk_in", "client_id": f"entry-00{n}", "name": name, "count": 1}
            for n, name in enumerate(names)
        )
    )

    assert list(WalkIn.objects.values_list("full_name", flat=True)) == [""] * 5


@pytest.mark.parametrize(
    "body", ["", "{", "[]", '{"entries": 5}', "[" * 100_000, '{"entries": [' + "1," * 300 + "1]}"]
)
def test_body_that_is_no_queue_is_refused_whole(phone: Phone, lahore: Event, body: str) -> None:
    answer = phone.client.post(
        GATE + "sync/", body, content_type="application/json", headers=phone.headers
    )

    assert (answer.status_code, answer.json()) == (400, {"error": "bad_request"})
