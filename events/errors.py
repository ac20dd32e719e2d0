"""What can go wrong with a registration."""

from events.enums import EventStatus


class RegistrationError(Exception):
    """A registration could not be made or changed."""


class RegistrationNotOpen(RegistrationError):
    """The event does not take registrations now; `status` says why."""

    def __init__(self, status: EventStatus) -> None:
        super().__init__(status.value)
        self.status = status


class NoPlacesLeft(RegistrationError):
    """Fewer places are left than the party needs; nothing was taken."""


class OfferRanOut(RegistrationError):
    """The offered places are gone: the deadline has passed, or there was no offer."""


class RegistrationIsClosed(RegistrationError):
    """The registration is cancelled or its event is over: nothing can be changed any more."""
