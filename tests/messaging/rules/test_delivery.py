"""When to try again, and whom never to write to."""

import datetime

import pytest

from messaging.rules.delivery import (
    LEASE_SECONDS,
    MAX_ATTEMPTS,
    SEND_DEADLINE_SECONDS,
    is_unreachable,
    next_attempt_at,
)

NOW = datetime.datetime(2027, 7, 20, 9, 0, tzinfo=datetime.UTC)


def test_next_attempt_at_grows_and_ends() -> None:
    moments = [next_attempt_at(count, NOW) for count in range(1, MAX_ATTEMPTS + 1)]

    assert [(m - NOW).total_seconds() / 60 if m else None for m in moments] == [
        1, 5, 15, 60, 240, 720, 1440, None,
    ]  # fmt: skip


def test_a_send_is_cut_off_before_its_lease_ends() -> None:
    assert SEND_DEADLINE_SECONDS < LEASE_SECONDS


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("a@example.invalid", True),
        ("a@EXAMPLE.Invalid", True),
        ("a@invalid", True),
        ("a@example.invalid.", True),
        ("a@example.org", False),
        ("invalid@example.org", False),
        ("a@invalid.org", False),
        ("a@notinvalid", False),
        ("+923990000001", True),
        ("+923331110566", False),
    ],
)
def test_is_unreachable_knows_the_demonstration(address: str, answer: bool) -> None:
    assert is_unreachable(address) is answer
