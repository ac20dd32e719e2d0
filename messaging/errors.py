"""What can go wrong while writing or sending a message."""


class UnsafeHeader(ValueError):
    """A recipient, subject or Message-ID holds a line break or another control character."""


class DeliveryError(Exception):
    """A message did not leave."""


class TemporaryDeliveryError(DeliveryError):
    """The provider is away or busy; the same message may go through later."""


class PermanentDeliveryError(DeliveryError):
    """The provider refuses this message or address for good."""


class ProviderAway(TemporaryDeliveryError):
    """Nobody answers, or nothing is configured: it says nothing about any message."""


class UnrenderableMessage(Exception):
    """A message's template is missing or broken; named for the template, not the person."""
