"""Phones and links of a gate: hashed tokens, one day, revoked at once."""

import datetime

import pytest

from events.attendance.services import devices
from events.attendance.services.walk_ins import Arrivals, add_walk_in
from events.errors import EventIsOver
from events.models import Event, GateDevice, GateLink
from participants.errors import TooManyTries
from participants.rules.keys import hash_of
from tests import factories
from tests.events.attendance.builders import GATE_A, at, entry
from tests.events.registration.builders import KARACHI, make_walk, register

pytestmark = pytest.mark.django_db
AUGUST = datetime.datetime(2027, 8, 1, tzinfo=KARACHI)


def phone(walk: Event, link: GateLink | None = None) -> tuple[GateDevice, str]:
    """Return a phone at the gate and its token."""
    user = factories.make_user(f"helper-{GateDevice.objects.count()}")
    return devices.add_device(event=walk, label="Gate A", user=user, link=link, now=at(0))


def link_to(walk: Event) -> devices.NewLink:
    """Return a link made a month before the walk."""
    user = factories.make_user(f"organiser-{GateLink.objects.count()}")
    month_before = at(0) - datetime.timedelta(days=30)
    return devices.make_link(
        event=walk, label="Gate B", allows_practice=True, actor=user, now=month_before
    )


def test_device_token_is_kept_as_a_hash_and_dies_the_day_after() -> None:
    device, token = phone(make_walk())

    assert len(token) >= 43
    assert device.token_hash == hash_of(token)
    assert device.expires_at == AUGUST + datetime.timedelta(days=2)
    assert device.is_alive(AUGUST + datetime.timedelta(hours=47))
    assert not device.is_alive(AUGUST + datetime.timedelta(hours=48))


def test_revoked_device_is_dead_at_once() -> None:
    device, _token = phone(make_walk())

    devices.revoke_device(device=device, actor=factories.make_user("closer"), now=at(1))

    device.refresh_from_db()
    assert not device.is_alive(at(1))


def test_phones_share_the_places_that_are_left() -> None:
    walk = make_walk(capacity=20)
    register(walk, 8)
    add_walk_in(event=walk, arrivals=Arrivals("نسرین", 2), gate=GATE_A, entry=entry(), now=at(0))

    shares = [phone(walk)[0].capacity_share for _phone in range(3)]

    assert shares == [10, 5, 3]


def test_link_is_good_on_the_events_day_only() -> None:
    made = link_to(make_walk())

    assert (made.link.opens_at, made.link.expires_at) == (
        AUGUST,
        AUGUST + datetime.timedelta(days=1),
    )
    assert (len(made.pin), made.pin.isdigit()) == (6, True)
    assert made.pin not in made.link.pin_hash
    assert made.link.token_hash == hash_of(made.token)


def test_device_that_came_by_a_link_dies_with_it() -> None:
    walk = make_walk()
    made = link_to(walk)
    device, _token = phone(walk, made.link)
    assert device.expires_at == made.link.expires_at

    devices.revoke_link(link=made.link, actor=made.link.created_by, now=at(1))

    device.refresh_from_db()
    assert device.revoked_at == at(1)


def test_event_long_over_gets_no_device_and_no_link() -> None:
    walk = make_walk()
    user = factories.make_user("organiser")
    late = AUGUST + datetime.timedelta(days=2)

    with pytest.raises(EventIsOver):
        devices.add_device(event=walk, label="", user=user, link=None, now=late)
    with pytest.raises(EventIsOver):
        devices.make_link(event=walk, label="", allows_practice=False, actor=user, now=late)


def test_pin_is_right_or_wrong_and_cannot_be_tried_for_ever() -> None:
    made = link_to(make_walk())
    wrong = "000000" if made.pin != "000000" else "111111"

    assert devices.is_pin_right(link=made.link, pin=made.pin, now=at(0))
    for _try in range(7):
        assert not devices.is_pin_right(link=made.link, pin=wrong, now=at(0))
    with pytest.raises(TooManyTries):
        devices.is_pin_right(link=made.link, pin=made.pin, now=at(0))
