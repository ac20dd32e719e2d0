"""When a phone is left in peace."""

import datetime

import pytest

from messaging.enums import Channel, MessageKind
from messaging.rules.quiet_hours import KARACHI, is_urgent, next_morning, send_from


def at(day: int, hour: int, minute: int = 0) -> datetime.datetime:
    """Return a moment of July 2027 by Pakistan's clock, as the database gives it: in UTC."""
    local = datetime.datetime(2027, 7, day, hour, minute, tzinfo=KARACHI)
    return local.astimezone(datetime.UTC)


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        (at(20, 20, 59), at(20, 20, 59)),
        (at(20, 21), at(21, 8)),
        (at(20, 23, 59), at(21, 8)),
        (at(21, 0), at(21, 8)),
        (at(21, 4, 30), at(21, 8)),
        (at(21, 7, 59), at(21, 8)),
        (at(21, 8), at(21, 8)),
        (at(31, 22), at(31, 8) + datetime.timedelta(days=1)),
    ],
)
@pytest.mark.parametrize("channel", [Channel.SMS, Channel.WHATSAPP])
def test_send_from_moves_texts_out_of_the_night(
    channel: Channel, moment: datetime.datetime, allowed: datetime.datetime
) -> None:
    assert send_from(channel, moment) == allowed


def test_send_from_lets_email_and_what_is_urgent_leave_at_night() -> None:
    assert send_from(Channel.EMAIL, at(20, 23)) == at(20, 23)
    assert send_from(Channel.SMS, at(20, 23), is_urgent=True) == at(20, 23)


def test_next_morning_is_the_first_eight_after_a_moment() -> None:
    assert next_morning(at(20, 7, 59)) == at(20, 8)
    assert next_morning(at(20, 8)) == at(21, 8)


@pytest.mark.parametrize(
    ("now", "begins", "answer"),
    [
        # Cancelled at night, the walk is the next morning at seven.
        (at(20, 22), at(21, 7), True),
        (at(20, 22), at(21, 11, 59), True),
        # It begins in the evening: eight in the morning is soon enough.
        (at(20, 22), at(21, 18), False),
        (at(21, 5), at(21, 7), True),
        (at(21, 5), at(22, 7), False),
        # Told in the afternoon, put off by an absent provider into the night.
        (at(20, 14), at(21, 7), True),
        (at(20, 14), None, False),
    ],
)
def test_is_urgent_when_the_morning_would_be_too_late(
    now: datetime.datetime, begins: datetime.datetime | None, answer: bool
) -> None:
    assert is_urgent(MessageKind.EVENT_CANCELLED, begins, now) is answer


def test_is_urgent_never_for_what_can_wait() -> None:
    assert not is_urgent(MessageKind.REGISTRATION_CONFIRMED, at(21, 7), at(20, 22))
