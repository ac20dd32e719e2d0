"""Which way a message travels to somebody; pure functions."""

from dataclasses import dataclass

from messaging.enums import Channel, MessageKind

# Who has an e-mail address may not read it in time: these go to the phone too.
URGENT_KINDS = frozenset(
    {
        MessageKind.EVENT_MOVED,
        MessageKind.EVENT_POSTPONED,
        MessageKind.EVENT_CANCELLED,
        MessageKind.REMINDER_SAME_MORNING,
    }
)


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Which ways to somebody are open: given by them, and not suppressed since."""

    has_email: bool
    has_phone: bool


def channels_for(
    facts: ContactFacts, kind: MessageKind, phone_channel: Channel | None
) -> tuple[Channel, ...]:
    """Return the channels a message takes; none where somebody has to be called.

    `phone_channel` is SMS or WhatsApp, whichever is configured; None when neither is.
    """
    by_phone = (phone_channel,) if facts.has_phone and phone_channel else ()
    if not facts.has_email:
        return by_phone
    return (Channel.EMAIL, *by_phone) if kind in URGENT_KINDS else (Channel.EMAIL,)
