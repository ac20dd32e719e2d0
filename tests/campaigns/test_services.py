"""A pledge is kept once, counted once, and can be taken back."""

import datetime

import pytest
from django.conf import settings

from campaigns.enums import PledgeState
from campaigns.errors import PledgesNotOpen
from campaigns.models import Pledge
from campaigns.selectors.pledges import pledge_standing
from campaigns.services import (
    EMAILS_PER_ADDRESS_AND_DAY,
    confirm_pledge,
    make_pledge,
    withdraw_pledge,
)
from messaging.models import OutboxMessage
from messaging.services import render_email
from participants.errors import KeyReused
from participants.models import Consent, Contact, OwnLink
from participants.rules.keys import hash_of
from tests.campaigns.builders import NOW, make_campaign, make_city, pledge_once, submission

pytestmark = pytest.mark.django_db
KEY = "0" * 32


def counted() -> int:
    """Return how many pledges count."""
    return Pledge.objects.counted().count()


def test_make_pledge_keeps_consent_link_and_message() -> None:
    campaign = make_campaign()

    pledge = pledge_once(campaign)

    message, consent = OutboxMessage.objects.get(), Consent.objects.get()
    assert pledge.state == PledgeState.PENDING
    assert (consent.purpose, consent.wording_version) == ("pledge", "pledge-1")
    assert (message.recipient, message.language) == ("ayesha@mail.test", "ur")
    assert message.message_id.startswith(f"<pledge.{pledge.submission_key}@")
    assert counted() == 0


def test_make_pledge_sends_a_link_that_is_stored_as_hash_only() -> None:
    pledge_once(make_campaign())

    message = OutboxMessage.objects.get()
    start = f"{settings.BASE_URL}/ur/pledge/confirm/"
    words = render_email(message.template, message.context, message.language)
    link = next(line for line in words.text.splitlines() if line.startswith(start))
    token = link.removeprefix(start).rstrip("/")
    assert OwnLink.objects.get().token_hash == hash_of(token)
    assert f'href="{link}"' in words.html


def test_make_pledge_by_phone_alone_writes_to_nobody() -> None:
    pledge_once(make_campaign(), email="", phone="+923331110566")

    assert OutboxMessage.objects.count() == 0
    assert OwnLink.objects.count() == 0


def test_make_pledge_again_with_the_same_key_gives_the_same_pledge() -> None:
    campaign = make_campaign()

    first, second = pledge_once(campaign, KEY), pledge_once(campaign, KEY)

    assert first.pk == second.pk
    assert (Contact.objects.count(), OutboxMessage.objects.count()) == (1, 1)


def test_make_pledge_with_the_same_key_and_other_content_is_refused() -> None:
    campaign = make_campaign()
    pledge_once(campaign, KEY)

    with pytest.raises(KeyReused):
        pledge_once(campaign, KEY, full_name="زینب")

    assert Contact.objects.get().full_name == "عائشہ"


@pytest.mark.parametrize("change", [{"is_current": False}, {"pledge_ur": ""}])
def test_make_pledge_is_refused_when_the_campaign_takes_none(change: dict[str, object]) -> None:
    campaign = make_campaign(**change)
    make_city()

    with pytest.raises(PledgesNotOpen):
        make_pledge(campaign=campaign, submission=submission(), key=KEY, language="ur", now=NOW)

    assert Contact.objects.count() == 0


def test_make_pledge_writes_to_one_address_only_so_often_a_day() -> None:
    campaign = make_campaign()

    for _number in range(EMAILS_PER_ADDRESS_AND_DAY + 2):
        pledge_once(campaign, email="Victim@mail.test")
    pledge_once(campaign, email="other@mail.test")
    pledge_once(campaign, email="victim@mail.test", now=NOW + datetime.timedelta(days=1))

    recipients = list(OutboxMessage.objects.values_list("recipient", flat=True))
    assert recipients == [
        *["Victim@mail.test"] * EMAILS_PER_ADDRESS_AND_DAY,
        "other@mail.test",
        "victim@mail.test",
    ]


def test_confirm_pledge_ten_times_counts_once() -> None:
    pledge = pledge_once(make_campaign())

    answers = [confirm_pledge(pledge=pledge, now=NOW) for _time in range(10)]

    pledge.refresh_from_db()
    assert answers == [True, *[False] * 9]
    assert pledge.confirmed_at == NOW
    assert counted() == 1


def test_confirm_pledge_by_phone_alone_stays_uncounted() -> None:
    pledge = pledge_once(make_campaign(), email="", phone="+923331110566")

    assert confirm_pledge(pledge=pledge, now=NOW) is False
    assert counted() == 0


def test_confirm_pledge_from_an_address_that_is_counted_stays_uncounted_silently() -> None:
    campaign = make_campaign()
    first = pledge_once(campaign)
    second = pledge_once(campaign, email="AYESHA@mail.test", full_name="زینب")

    confirm_pledge(pledge=first, now=NOW)
    confirm_pledge(pledge=second, now=NOW)

    second.refresh_from_db()
    assert counted() == 1
    assert second.state == PledgeState.PENDING
    assert pledge_standing(second) == PledgeState.CONFIRMED


def test_confirm_pledge_counts_again_in_another_campaign() -> None:
    earlier = pledge_once(make_campaign())
    confirm_pledge(pledge=earlier, now=NOW)
    earlier.campaign.is_current = False
    earlier.campaign.save()

    later = pledge_once(make_campaign(year=2028))
    confirm_pledge(pledge=later, now=NOW)

    assert counted() == 2


def test_withdraw_pledge_takes_back_every_pledge_of_the_address() -> None:
    campaign = make_campaign()
    first, second = pledge_once(campaign), pledge_once(campaign)
    other = pledge_once(campaign, email="zainab@mail.test")
    for pledge in (first, other):
        confirm_pledge(pledge=pledge, now=NOW)

    answers = [withdraw_pledge(pledge=second), withdraw_pledge(pledge=second)]
    confirm_pledge(pledge=first, now=NOW)

    assert answers == [True, False]
    assert [pledge.pk for pledge in Pledge.objects.counted()] == [other.pk]


def test_withdraw_pledge_by_phone_alone_leaves_other_phones_alone() -> None:
    campaign = make_campaign()
    mine = pledge_once(campaign, email="", phone="+923331110566")
    pledge_once(campaign, email="", phone="+923331110567")

    withdraw_pledge(pledge=mine)

    states = list(Pledge.objects.values_list("state", flat=True))
    assert states == [PledgeState.WITHDRAWN, PledgeState.PENDING]
