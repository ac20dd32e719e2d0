"""What can go wrong with a registration, an invitation, or a change of an event."""

from events.enums import EventStatus


class RegistrationError(Exception):
    """A registration could not be made or changed."""


class RegistrationNotOpen(RegistrationError):
    """The event does not take registrations now; `status` says why."""

    def __init__(self, status: EventStatus) -> None:
        super().__init__(status.value)
        self.status = status


class GuardianMissing(RegistrationError):
    """Children came to a family's registration, and nobody answers for them yet."""


class NoPlacesLeft(RegistrationError):
    """Fewer places are left than the party needs; nothing was taken."""


class OfferRanOut(RegistrationError):
    """The offered places are gone: the deadline has passed, or there was no offer."""


class RegistrationIsClosed(RegistrationError):
    """The registration is cancelled or its event is over: nothing can be changed any more."""


class TooManyNames(RegistrationError):
    """More names were given than people are coming; nothing was written."""


class NotARepeat(RegistrationError):
    """These two registrations are no pair any more: one is cancelled, or they were kept apart."""


class InvitationIsClosed(RegistrationError):
    """The invitation was withdrawn, or its event takes no answers any more."""


class SeatsBelowTaken(Exception):
    """Fewer seats were to be kept for a group than its people have taken already."""

    def __init__(self, group: str, taken: int) -> None:
        super().__init__(group)
        self.group = group
        self.taken = taken


class NamesTaken(Exception):
    """Others took every name that was tried, at the same moment; nothing was made."""


class EventHasChanged(Exception):
    """Somebody changed the event after this form was opened; nothing was done."""


class ChangeNotPossible(Exception):
    """The event is in no state for this change, e.g. it is over or cancelled already."""


class NothingToChange(Exception):
    """Time and place are to be what they are already; nobody needs a message about that."""


class NoLongerOurs(Exception):
    """Another process took over what this one was making, as its claim had run out."""


class LedgerIsAppendOnly(Exception):
    """Somebody tried to change or delete a line of the gate's ledger."""


class AttendanceError(Exception):
    """Something at the gate could not be done."""


class ConflictIsResolved(AttendanceError):
    """Somebody decided about this conflict before; nothing was changed."""


class EventIsOver(AttendanceError):
    """The event's gate is closed for good: its day is over."""
