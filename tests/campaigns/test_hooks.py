"""A message or call that comes first: signed by its provider, told twice it counts once."""

import pytest
from django.conf import LazySettings
from django.test import Client

from campaigns.enums import ConfirmedBy, MessageOutcome, MessageSource, PledgeState
from campaigns.models import Pledge, ReceivedMessage
from campaigns.rules.received import Received
from campaigns.selectors.pledges import pledge_standing
from campaigns.services import receive_messages
from tests.campaigns.builders import NOW, make_campaign, pledge_by_phone
from tests.campaigns.notices import (
    META_NOTICE,
    META_SECRET,
    META_STATUS,
    TWILIO_ADDRESS,
    TWILIO_SECRET,
    signed_by_meta,
    signed_by_twilio,
    twilio_fields,
)

pytestmark = pytest.mark.django_db
META = "/-/hooks/pledges/meta/"
PHONE = "+923331110566"


def counted() -> int:
    """Return how many pledges count."""
    return Pledge.objects.counted().count()


def waiting(code: str = "7K2QFA", phone: str = PHONE) -> Pledge:
    """Return a pledge by phone that waits, under a code the notices name."""
    pledge = pledge_by_phone(make_campaign(), phone)
    Pledge.objects.filter(pk=pledge.pk).update(code=code)
    pledge.refresh_from_db()
    return pledge


def test_meta_notice_counts_the_pledge_once_however_often_it_is_told(
    client: Client, settings: LazySettings
) -> None:
    settings.META_APP_SECRET = META_SECRET
    pledge = waiting()

    answers = [_meta(client, META_NOTICE) for _time in range(3)]

    pledge.refresh_from_db()
    assert answers == [204] * 3
    assert (pledge.state, pledge.confirmed_by) == (PledgeState.CONFIRMED, ConfirmedBy.MESSAGE)
    assert list(ReceivedMessage.objects.values_list("outcome", flat=True)) == ["counted"]


def _meta(client: Client, body: bytes, secret: str = META_SECRET) -> int:
    signed = signed_by_meta(body, secret)
    answer = client.post(META, body, content_type="application/json", headers=signed)
    return int(answer.status_code)


def test_meta_notice_with_a_wrong_or_no_signature_does_nothing(
    client: Client, settings: LazySettings
) -> None:
    settings.META_APP_SECRET = META_SECRET
    waiting()

    wrong = _meta(client, META_NOTICE, "another")
    none = client.post(META, META_NOTICE, content_type="application/json").status_code
    changed = client.post(
        META,
        META_NOTICE + b" ",
        content_type="application/json",
        headers=signed_by_meta(META_NOTICE),
    ).status_code

    assert [wrong, none, changed] == [403, 403, 403]
    assert counted() == 0


def test_meta_asks_for_its_challenge_with_our_word_only(
    client: Client, settings: LazySettings
) -> None:
    settings.META_APP_SECRET, settings.META_VERIFY_TOKEN = META_SECRET, "our-word"
    asked = {"hub.mode": "subscribe", "hub.challenge": "1158201444"}

    right = client.get(META, asked | {"hub.verify_token": "our-word"})
    wrong = client.get(META, asked | {"hub.verify_token": "another"})

    assert (right.status_code, right.content) == (200, b"1158201444")
    assert right["Content-Type"].startswith("text/plain")
    assert wrong.status_code == 403


def test_meta_status_notices_and_nonsense_are_taken_without_an_error(
    client: Client, settings: LazySettings
) -> None:
    settings.META_APP_SECRET = META_SECRET

    assert [_meta(client, body) for body in (META_STATUS, b"[]", b"{")] == [204, 400, 400]


@pytest.mark.parametrize("address", [META, TWILIO_ADDRESS])
def test_hooks_do_not_exist_without_their_secret(client: Client, address: str) -> None:
    assert client.post(address).status_code == 404


@pytest.mark.parametrize("who", ["+923331110566", "whatsapp:+923331110566"])
def test_twilio_notice_counts_the_pledge(client: Client, settings: LazySettings, who: str) -> None:
    settings.TWILIO_AUTH_TOKEN = TWILIO_SECRET
    pledge, fields = waiting(), twilio_fields(From=who)
    signed = signed_by_twilio(fields, settings.BASE_URL)

    wrong = client.post(TWILIO_ADDRESS, fields | {"From": "+923001112233"}, headers=signed)
    right = client.post(TWILIO_ADDRESS, fields, headers=signed)

    pledge.refresh_from_db()
    assert (wrong.status_code, right.status_code) == (403, 204)
    assert pledge.state == PledgeState.CONFIRMED


def told(phone: str, *codes: str, name: str = "1") -> str:
    """Tell of a message and return what it did."""
    pledge = Pledge.objects.first()
    receive_messages(
        campaign=pledge.campaign if pledge else None,
        source=MessageSource.SMS,
        messages=[Received(phone, codes, name)],
        now=NOW,
    )
    return ReceivedMessage.objects.latest("pk").outcome


def test_a_code_sent_from_another_number_counts_nothing() -> None:
    waiting()

    assert told("+923009998877", "7K2QFA") == MessageOutcome.OTHER_NUMBER
    assert counted() == 0


def test_a_number_alone_is_enough() -> None:
    waiting()

    assert told(PHONE) == MessageOutcome.COUNTED
    assert counted() == 1


def test_a_second_message_and_a_second_pledge_of_a_number_count_nothing_more() -> None:
    first = waiting()
    told(PHONE)
    second = pledge_by_phone(first.campaign)

    outcome = told(PHONE, str(second.code), name="2")

    second.refresh_from_db()
    assert outcome == MessageOutcome.COUNTED_BEFORE
    assert counted() == 1
    assert (second.state, pledge_standing(second)) == ("pending", PledgeState.CONFIRMED)


@pytest.mark.parametrize("phone", ["", "+923009998877"])
def test_messages_of_others_do_nothing(phone: str) -> None:
    waiting()

    expected = MessageOutcome.NO_PLEDGE if phone else MessageOutcome.UNREADABLE
    assert told(phone) == expected
    assert counted() == 0


def test_received_messages_keep_neither_number_nor_words() -> None:
    waiting()
    told(PHONE, "7K2QFA", name="wamid.1")

    row = ReceivedMessage.objects.values().get()
    assert not any("3331110566" in str(value) or "wamid" in str(value) for value in row.values())
