"""Which way a message travels."""

import pytest

from messaging.enums import Channel, MessageKind
from messaging.rules.contacting import URGENT_KINDS, ContactFacts, channels_for

BOTH = ContactFacts(has_email=True, has_phone=True)
EMAIL_ONLY = ContactFacts(has_email=True, has_phone=False)
PHONE_ONLY = ContactFacts(has_email=False, has_phone=True)
NOTHING = ContactFacts(has_email=False, has_phone=False)
USUAL, URGENT = MessageKind.REGISTRATION_CONFIRMED, MessageKind.EVENT_CANCELLED


@pytest.mark.parametrize(
    ("facts", "kind", "phone", "channels"),
    [
        (BOTH, USUAL, Channel.SMS, (Channel.EMAIL,)),
        (BOTH, USUAL, None, (Channel.EMAIL,)),
        (BOTH, URGENT, Channel.SMS, (Channel.EMAIL, Channel.SMS)),
        (BOTH, URGENT, Channel.WHATSAPP, (Channel.EMAIL, Channel.WHATSAPP)),
        (BOTH, URGENT, None, (Channel.EMAIL,)),
        (EMAIL_ONLY, URGENT, Channel.SMS, (Channel.EMAIL,)),
        (PHONE_ONLY, USUAL, Channel.SMS, (Channel.SMS,)),
        (PHONE_ONLY, USUAL, None, ()),
        (NOTHING, URGENT, Channel.SMS, ()),
    ],
)
def test_channels_for(
    facts: ContactFacts, kind: MessageKind, phone: Channel | None, channels: tuple[Channel, ...]
) -> None:
    assert channels_for(facts, kind, phone) == channels


def test_urgent_kinds_are_those_that_somebody_misses_to_their_cost() -> None:
    assert sorted(URGENT_KINDS) == [
        "event-cancelled",
        "event-moved",
        "event-postponed",
        "reminder-same-morning",
    ]
