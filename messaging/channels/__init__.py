"""The channels that carry a message: e-mail, and texts by SMS or WhatsApp."""

from typing import Protocol, Self

from messaging.channels.email import Email, Mailer, classified, send_email
from messaging.channels.text import Text, Texter
from messaging.enums import Channel

__all__ = ["Carrier", "Email", "Text", "carrier_of", "classified", "send_email"]


class Carrier(Protocol):
    """Carries messages of one channel one after the other, while it is entered."""

    # Nobody answered: what it was given since says nothing about the message.
    is_away: bool

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...

    def send(self, message: Email | Text, *, deadline_seconds: float) -> None:
        """Hand over one message; see send_email for what is raised."""


def carrier_of(channel: Channel) -> Carrier:
    """Return what carries messages of a channel."""
    return Mailer() if channel == Channel.EMAIL else Texter(channel)
