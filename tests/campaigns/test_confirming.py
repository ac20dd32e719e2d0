"""Confirming by text, and by what somebody sends first: told twice, it counts once."""

import datetime
import re

import pytest
from django.conf import LazySettings
from django.test import Client

from campaigns.enums import ConfirmedBy, PledgeState
from campaigns.errors import PledgesNotOpen
from campaigns.models import Pledge, PledgeCode
from campaigns.rules.screening import PLEDGES_OF_DOMAIN_AND_DAY
from campaigns.services import (
    confirm_by_code,
    confirm_pledge,
    make_current,
    queue_pledge_reminders,
    send_code,
    withdraw_pledge,
)
from campaigns.services.confirming import CODE_TRIES
from messaging.enums import Channel, MessageKind
from messaging.models import OutboxMessage
from tests.campaigns.builders import NOW, make_campaign, pledge_by_phone, pledge_once
from tests.factories import make_user

pytestmark = pytest.mark.django_db
PHONE = "+923331110566"
LATER = NOW + datetime.timedelta(minutes=31)


def counted() -> int:
    """Return how many pledges count."""
    return Pledge.objects.counted().count()


@pytest.fixture
def texts(settings: LazySettings) -> LazySettings:
    """Let texts leave."""
    settings.SMS_URL = "file"
    return settings


def digits() -> str:
    """Return the digits of the latest text."""
    return str(
        OutboxMessage.objects.filter(kind=MessageKind.PLEDGE_CODE).latest("pk").context["digits"]
    )


# --- Six digits by SMS --------------------------------------------------------------------------


@pytest.mark.usefixtures("texts")
def test_pledge_by_phone_gets_a_code_that_counts_it_in_urdu_digits_too() -> None:
    pledge = pledge_by_phone(make_campaign())
    message = OutboxMessage.objects.get()

    typed = digits().translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    is_right = confirm_by_code(pledge=pledge, typed=f" {typed[:3]} {typed[3:]}", now=NOW)

    pledge.refresh_from_db()
    assert (message.channel, message.recipient, message.is_urgent) == (Channel.SMS, PHONE, True)
    assert (is_right, pledge.state, pledge.confirmed_by) == (True, "confirmed", ConfirmedBy.CODE)
    assert not PledgeCode.objects.exists()


@pytest.mark.usefixtures("texts")
def test_code_is_tried_a_few_times_only() -> None:
    pledge = pledge_by_phone(make_campaign())
    wrong = "000000" if digits() != "000000" else "000001"

    tries = [confirm_by_code(pledge=pledge, typed=wrong, now=NOW) for _n in range(CODE_TRIES)]
    too_late = confirm_by_code(pledge=pledge, typed=digits(), now=NOW)

    assert [*tries, too_late] == [False] * (CODE_TRIES + 1)
    assert counted() == 0


@pytest.mark.usefixtures("texts")
def test_code_ends_after_half_an_hour_and_with_the_next() -> None:
    pledge = pledge_by_phone(make_campaign())
    first = digits()
    assert not confirm_by_code(pledge=pledge, typed=first, now=LATER)

    send_code(pledge=pledge, now=LATER)

    assert digits() == first or not confirm_by_code(pledge=pledge, typed=first, now=LATER)
    assert confirm_by_code(pledge=pledge, typed=digits(), now=LATER)


@pytest.mark.usefixtures("texts")
def test_code_is_sent_to_one_phone_a_few_times_a_day_only() -> None:
    campaign = make_campaign()
    for _number in range(4):
        pledge = pledge_by_phone(campaign)

    answers = [
        send_code(pledge=pledge, now=NOW + datetime.timedelta(seconds=n)) for n in range(1, 5)
    ]

    assert answers == [True, False, False, False]


def test_without_a_provider_no_code_is_made() -> None:
    pledge_by_phone(make_campaign())

    assert not PledgeCode.objects.exists()
    assert not OutboxMessage.objects.exists()


@pytest.mark.usefixtures("texts")
def test_code_typed_on_the_own_page_counts_and_wrong_ones_say_what_to_do(client: Client) -> None:
    campaign = make_campaign()
    html = client.get("/en/pledge/").content.decode()
    key = re.search(r'name="key" value="([^"]+)"', html)
    assert key is not None
    pledge_by_phone(campaign)
    fields = {"phone": PHONE, "city": "lahore", "consent": "on", "confirmed": "1", "key": key[1]}
    page = client.post("/en/pledge/", fields)["Location"]

    shown = client.get(page).content.decode()
    wrong = client.post(f"{page}code/", {"digits": "12"}).content.decode()
    right = client.post(f"{page}code/", {"digits": digits()})
    thanked = client.get(page).content.decode()

    assert "Code from the text message" in shown
    assert "This is not the code" in wrong
    assert right["Location"] == page
    assert "Your pledge is counted" in thanked


# --- Allowance, counting once, thanks, reminders ------------------------------------------------


def test_a_mailbox_spelt_otherwise_counts_once() -> None:
    campaign = make_campaign()
    spellings = ["ayesha.k@gmail.com", "ayeshak+2@gmail.com", "AYESHAK@googlemail.com"]

    for email in spellings:
        confirm_pledge(pledge=pledge_once(campaign, email=email), now=NOW)

    assert counted() == 1


def test_a_domain_beyond_its_allowance_waits_for_staff() -> None:
    campaign = make_campaign()
    emails = [f"n{number}@s{number}.evil.test" for number in range(PLEDGES_OF_DOMAIN_AND_DAY + 3)]

    for email in emails:
        confirm_pledge(pledge=pledge_once(campaign, email=email), now=NOW)

    assert counted() == PLEDGES_OF_DOMAIN_AND_DAY
    assert Pledge.objects.filter(state=PledgeState.SUSPECT).count() == 3


def test_who_was_found_invalid_does_not_count_by_pledging_again() -> None:
    campaign = make_campaign()
    first = pledge_once(campaign)
    Pledge.objects.update(state=PledgeState.INVALID)

    confirm_pledge(pledge=pledge_once(campaign), now=NOW)
    withdraw_pledge(pledge=first)

    assert counted() == 0
    first.refresh_from_db()
    assert first.state == PledgeState.INVALID


def test_thanks_leave_once_with_a_link_of_their_own() -> None:
    pledge = pledge_once(make_campaign())

    for _time in range(2):
        confirm_pledge(pledge=pledge, now=NOW)

    thanks = OutboxMessage.objects.get(kind=MessageKind.PLEDGE_COUNTED)
    first = OutboxMessage.objects.get(kind=MessageKind.PLEDGE_TO_CONFIRM)
    assert "/ur/pledge/confirm/" in thanks.context["own_link"]
    assert thanks.context["own_link"] != first.context["confirm_link"]


@pytest.mark.parametrize(("hours", "expected"), [(47, 0), (49, 1), (7 * 24 + 1, 0)])
def test_reminder_leaves_two_days_later_once(hours: int, expected: int) -> None:
    campaign = make_campaign()
    for _time in range(2):
        pledge_once(campaign)
    confirm_pledge(pledge=pledge_once(campaign, email="zainab@mail.test"), now=NOW)
    pledge_by_phone(campaign)
    then = NOW + datetime.timedelta(hours=hours)

    counts = [queue_pledge_reminders(now=then) for _round in range(2)]

    assert counts == [expected, 0]
    assert OutboxMessage.objects.filter(kind=MessageKind.PLEDGE_REMINDER).count() == expected


# --- Every year anew -----------------------------------------------------------------------------


def test_one_person_renews_their_pledge_each_year_and_counts_once_in_each() -> None:
    old = make_campaign()
    first, by_phone = pledge_once(old), pledge_by_phone(old)
    again = pledge_once(old)
    confirm_pledge(pledge=first, now=NOW)
    confirm_pledge(pledge=by_phone, now=NOW, way=ConfirmedBy.MESSAGE)
    assert not confirm_pledge(pledge=again, now=NOW)
    new = make_campaign(year=2028, is_current=False, world_day_on=datetime.date(2028, 7, 30))
    make_current(campaign=new, actor=make_user("chief"), now=NOW)
    next_year = NOW + datetime.timedelta(days=366)

    renewed = pledge_once(new, now=next_year)
    renewed_by_phone = pledge_by_phone(new)
    assert confirm_pledge(pledge=renewed, now=next_year)
    assert confirm_pledge(pledge=renewed_by_phone, now=next_year, way=ConfirmedBy.MESSAGE)
    assert not confirm_pledge(pledge=pledge_once(new, now=next_year), now=next_year)

    per_year = [Pledge.objects.counted().filter(campaign=one).count() for one in (old, new)]
    assert per_year == [2, 2]
    with pytest.raises(PledgesNotOpen):
        pledge_once(old, now=next_year)
    # Taking the new one back leaves the old one as it was.
    withdraw_pledge(pledge=renewed)
    assert Pledge.objects.counted().filter(campaign=old).count() == 2
