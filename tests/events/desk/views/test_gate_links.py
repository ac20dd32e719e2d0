"""A helper without an account: link, PIN, the event's day; nothing before, after or elsewhere."""

import datetime
import re

import pytest
import time_machine
from django.test import Client

from directory.models import User
from events.attendance.selectors import arrived_of
from events.attendance.services.devices import NewLink, make_link, revoke_link
from events.models import CheckIn, Event, GateDevice, GateLink
from tests.events.desk.builders import NOON, make_event, register
from tests.events.desk.views.gates import GATE, TODAY, arrival, logged, prepare

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
PIN_PAGE = "/en/gate/"


@pytest.fixture
def made(organiser: User, lahore: Event) -> NewLink:
    """A link to Gate B that was made a month ago."""
    return make_link(event=lahore, label="Gate B", allows_practice=False, actor=organiser, now=NOON)


def entered(made: NewLink) -> Client:
    """Return the browser of somebody who opened the link and typed its PIN."""
    client = Client()
    client.get(f"{PIN_PAGE}{made.token}/")
    answer = client.post(PIN_PAGE, {"pin": made.pin})
    assert (answer.status_code, answer.headers["Location"]) == (303, GATE)
    return client


def test_link_and_pin_lead_to_the_gate_and_leave_the_secret_behind(made: NewLink) -> None:
    client = Client()

    opened = client.get(f"{PIN_PAGE}{made.token}/")

    assert (opened.status_code, opened.headers["Location"]) == (302, PIN_PAGE)
    assert made.token not in client.get(PIN_PAGE).content.decode()
    assert client.get(GATE).status_code == 302
    assert client.post(PIN_PAGE, {"pin": f" {made.pin[:3]} {made.pin[3:]} "}).status_code == 303
    assert client.get(GATE).status_code == 200


def test_helper_by_link_lets_people_in_and_is_logged_as_the_organisers(
    made: NewLink, organiser: User, lahore: Event
) -> None:
    party = register(lahore, "کوثر عباس")
    helper = entered(made)

    helper.post(GATE, {"q": "کوثر"}, follow=True)
    fields = {"reference": party.reference, "count": 1, "key": "0" * 32}
    helper.post(GATE + "check-in/", fields)

    assert logged("gate-search", lahore) == [(organiser.username, 1)]
    line = CheckIn.objects.get()
    assert (line.place, line.user, arrived_of(party)) == ("Gate B", None, 1)


def test_helper_by_link_reaches_nothing_else_of_the_desk(made: NewLink, lahore: Event) -> None:
    register(make_event("karachi"))
    helper = entered(made)

    event = "/en/desk/events/walk-lahore-2027/"
    assert helper.get(event).status_code == 302
    assert helper.get(event + "attendees/").status_code == 302
    assert helper.get(GATE + "devices/").status_code == 404
    assert helper.get(GATE.replace("lahore", "karachi")).status_code == 302


def test_wrong_pin_is_told_so_and_cannot_be_tried_for_ever(made: NewLink) -> None:
    client = Client()
    client.get(f"{PIN_PAGE}{made.token}/")
    wrong = "000000" if made.pin != "000000" else "111111"

    answers = [client.post(PIN_PAGE, {"pin": wrong}).status_code for _try in range(9)]

    assert answers == [200] * 8 + [429]
    assert client.post(PIN_PAGE, {"pin": made.pin}).status_code == 429


@pytest.mark.parametrize("days", [-1, 1])
def test_link_opens_on_the_events_day_only(
    made: NewLink, on_the_day: time_machine.Traveller, days: int
) -> None:
    on_the_day.move_to(TODAY + datetime.timedelta(days=days))
    client = Client()

    opened = client.get(f"{PIN_PAGE}{made.token}/")

    if days > 0:
        assert opened.status_code == 404
        return
    shown = client.get(PIN_PAGE).content.decode()
    assert "Not open yet" in shown
    assert 'name="pin"' not in shown
    assert client.post(PIN_PAGE, {"pin": made.pin}).status_code == 200
    assert client.get(GATE).status_code == 302


def test_session_by_link_ends_with_the_day(
    made: NewLink, on_the_day: time_machine.Traveller
) -> None:
    helper = entered(made)

    on_the_day.move_to(TODAY.replace(hour=17))
    assert helper.get(GATE).status_code == 200
    on_the_day.move_to(TODAY.replace(day=2, hour=0, minute=0))

    assert helper.get(GATE).status_code == 302


def test_revoked_link_ends_every_session_and_phone_at_once(made: NewLink) -> None:
    helper = entered(made)
    phone = prepare(helper)

    revoke_link(link=made.link, actor=made.link.created_by, now=TODAY)

    assert helper.get(GATE).status_code == 302
    assert phone.get("count/").json() == {"error": "revoked"}
    assert Client().get(f"{PIN_PAGE}{made.token}/").status_code == 404


def test_link_that_may_practise_before_its_day_counts_nothing_until_then(
    organiser: User, lahore: Event, on_the_day: time_machine.Traveller
) -> None:
    made = make_link(event=lahore, label="Gate B", allows_practice=True, actor=organiser, now=NOON)
    party = register(lahore)
    on_the_day.move_to(TODAY - datetime.timedelta(days=3))
    helper = entered(made)
    phone = prepare(helper)

    helper.post(GATE + "check-in/", {"reference": party.reference, "count": 1, "key": "0" * 32})
    sent = phone.send(arrival(party.reference, "entry-001"))

    assert "Practice: nothing is counted" in helper.get(GATE).content.decode()
    assert (sent.status_code, sent.json()) == (403, {"error": "practice_only"})
    assert arrived_of(party) == 0
    on_the_day.move_to(TODAY)
    assert phone.results(arrival(party.reference, "entry-001"))[0]["outcome"] == "in"


def test_phone_of_a_link_dies_with_the_links_day(made: NewLink) -> None:
    prepare(entered(made))

    assert GateDevice.objects.get().expires_at == made.link.expires_at


def test_organiser_makes_a_link_and_sees_both_secrets_once(desk: Client, lahore: Event) -> None:
    page = desk.post(GATE + "devices/", {"label": "Gate C"}).content.decode()

    token = re.search(r"/en/gate/([\w-]{43})/", page)
    pin = re.search(r'gate-link__pin"><bdi[^>]*>(\d{6})<', page)
    again = desk.get(GATE + "devices/").content.decode()
    assert token is not None
    assert pin is not None
    assert "Gate C" in again
    assert token[1] not in again
    assert pin[1] not in again
    entered(NewLink(GateLink.objects.get(), token[1], pin[1]))


def test_link_of_another_event_cannot_be_revoked(desk: Client, made: NewLink) -> None:
    karachi = make_event("karachi")
    GateLink.objects.update(event=karachi)

    desk.post(GATE + "devices/", {"revoke": f"link-{made.link.pk}"})

    assert GateLink.objects.get().revoked_at is None


def test_list_of_phones_shows_who_was_seen_and_closes_one(desk: Client, lahore: Event) -> None:
    prepare(desk, "Gate A")
    device = GateDevice.objects.get()

    shown = desk.get(GATE + "devices/").content.decode()
    desk.post(GATE + "devices/", {"revoke": f"device-{device.pk}"})

    assert "Gate A" in shown
    assert "organiser-lahore" in shown
    device.refresh_from_db()
    assert device.revoked_at == TODAY
