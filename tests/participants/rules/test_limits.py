"""Windows of time, mailboxes and addresses, as limits see them."""

import datetime

import pytest

from participants.rules.limits import address_of, mailbox_of, seconds_left, window_start

NOON = datetime.datetime(2027, 7, 20, 12, 0, tzinfo=datetime.UTC)


def test_window_start_is_the_same_for_everybody_in_the_window() -> None:
    last = NOON + datetime.timedelta(minutes=59, seconds=59)

    assert window_start(last, 3600) == NOON
    assert window_start(last + datetime.timedelta(seconds=1), 3600) > NOON


def test_seconds_left_leads_to_the_next_window() -> None:
    now = NOON + datetime.timedelta(minutes=59, seconds=30)

    assert seconds_left(now, 3600) == 30
    assert seconds_left(NOON, 3600) == 3600


@pytest.mark.parametrize(
    ("typed", "mailbox"),
    [
        ("victim@mail.test", "victim@mail.test"),
        ("Victim+walk@Mail.Test ", "victim@mail.test"),
        ("+923001234567", "+923001234567"),
        ("v.ictim@mail.test", "v.ictim@mail.test"),
    ],
)
def test_mailbox_of_ignores_case_and_what_follows_a_plus(typed: str, mailbox: str) -> None:
    assert mailbox_of(typed) == mailbox


@pytest.mark.parametrize(
    ("forwarded", "proxy_count", "address"),
    [
        ("", 0, "10.0.0.1"),
        ("6.6.6.6", 0, "10.0.0.1"),
        ("6.6.6.6, 203.0.113.9", 1, "203.0.113.9"),
        ("6.6.6.6, 203.0.113.9, 10.0.0.2", 2, "203.0.113.9"),
        ("", 1, "10.0.0.1"),
    ],
)
def test_address_of_believes_our_own_proxies_only(
    forwarded: str, proxy_count: int, address: str
) -> None:
    assert address_of("10.0.0.1", forwarded, proxy_count) == address
