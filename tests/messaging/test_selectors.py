"""Who is reached how, and which messages did not arrive."""

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from messaging.enums import Channel, MessageKind, MessageState, Reach, SuppressionReason
from messaging.models import OutboxMessage
from messaging.selectors import (
    channels_of,
    dead_letter_count,
    dead_letters,
    phone_channel,
    reach_of,
    reaches_of,
)
from messaging.services import suppress_address
from participants.models import Contact
from tests.messaging.builders import NOW, queue, queue_text

pytestmark = pytest.mark.django_db


def contact(email: str = "", phone: str = "+923331110566") -> Contact:
    """Return somebody, not stored."""
    return Contact(full_name="کوثر", phone=phone, email=email, language="ur", created_at=NOW)


def suppress(address: str, channel: Channel) -> None:
    """Note that an address has bounced."""
    suppress_address(address=address, channel=channel, reason=SuppressionReason.BOUNCE, now=NOW)


@pytest.mark.parametrize(
    ("sms", "whatsapp", "channel"),
    [
        ("", "", None),
        ("file", "", Channel.SMS),
        ("", "file", Channel.WHATSAPP),
        ("file", "file", Channel.SMS),
    ],
)
def test_phone_channel(
    settings: Settings, sms: str, whatsapp: str, channel: Channel | None
) -> None:
    settings.SMS_URL, settings.WHATSAPP_URL = sms, whatsapp

    assert phone_channel() == channel


@pytest.mark.parametrize(
    ("email", "sms", "reach"),
    [
        ("a@mail.test", "file", Reach.EMAIL),
        ("", "file", Reach.SMS),
        ("a@mail.test", "", Reach.EMAIL),
        ("", "", Reach.PHONE),
    ],
)
def test_reach_of(settings: Settings, email: str, sms: str, reach: Reach) -> None:
    settings.SMS_URL = sms

    assert reach_of(contact(email)) == reach


def test_reach_of_bounced_address_is_the_phone(settings: Settings) -> None:
    suppress("gone@mail.test", Channel.EMAIL)

    without_provider = reach_of(contact("Gone@mail.test"))
    settings.SMS_URL = "file"
    with_provider = reach_of(contact("gone@mail.test"))
    suppress("+923331110566", Channel.SMS)
    with_nothing = reach_of(contact("gone@mail.test"))

    assert (without_provider, with_provider, with_nothing) == (Reach.PHONE, Reach.SMS, Reach.PHONE)


def test_channels_of_many_cost_one_query(
    django_assert_num_queries: DjangoAssertNumQueries, settings: Settings
) -> None:
    settings.SMS_URL = "file"
    people = [contact(f"a{number}@mail.test") for number in range(100)] + [contact()]

    with django_assert_num_queries(1):
        found = channels_of(people, MessageKind.EVENT_CANCELLED)

    assert found == [(Channel.EMAIL, Channel.SMS)] * 100 + [(Channel.SMS,)]
    assert reaches_of([]) == []


def test_dead_letters_show_what_did_not_arrive_and_no_word_of_it() -> None:
    ends = {
        "stuck": MessageState.STUCK,
        "failed": MessageState.FAILED,
        "late": MessageState.DROPPED,
        "taken-back": MessageState.DROPPED,
        "sent": MessageState.SENT,
    }
    for name, state in ends.items():
        message = queue(name, about="walk", reference=f"LHE-{name}")
        OutboxMessage.objects.filter(pk=message.pk).update(
            state=state, attempt_count=0 if name == "taken-back" else 8, recipient="", context={}
        )
    queue_text("waiting", about="walk")
    queue("other", about="seminar")

    found = dead_letters("walk")

    assert [(letter.reference, letter.may_retry) for letter in found] == [
        ("LHE-late", False),
        ("LHE-failed", False),
        ("LHE-stuck", True),
    ]
    assert dead_letter_count("walk") == 3
    assert "@" not in str(found)
