"""What a party submits, and how its reference is made; pure functions."""

import datetime
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from events.enums import EventStatus, PartyKind, RegistrationState
from participants.rules.keys import content_hash
from participants.rules.references import REFERENCE_LENGTH

# How often in an hour somebody has the own link sent to the address we know.
LINKS_PER_HOUR = 3
HOUR_SECONDS = 60 * 60


@dataclass(frozen=True, slots=True)
class PartySubmission:
    """One party as a form collected it: cleaned, phones in E.164, names without the leader's."""

    full_name: str
    phone: str
    email: str
    party_size: int
    names: tuple[str, ...] = ()
    minors_count: int = 0
    guardian_name: str = ""
    guardian_phone: str = ""
    kind: str = PartyKind.PEOPLE
    group_name: str = ""
    wants_no_photographs: bool = False
    # What was agreed to for a partner, word for word.
    partner_wording: str = ""

    def content_hash(self) -> str:
        """Return the hash under which the same submission is recognised again."""
        return content_hash(asdict(self))


@dataclass(frozen=True, slots=True)
class PartyDetails:
    """What changes with a party's size: its children, their guardian, and who drops out.

    `minors_count` None leaves as many children as fit; `leaving` are positions of names.
    """

    minors_count: int | None = None
    guardian_name: str = ""
    guardian_phone: str = ""
    leaving: tuple[int, ...] = ()


AS_BEFORE = PartyDetails()


def slip_code(reference: str, position: int) -> str:
    """Return what a child's consent slip is called, e.g. "7K2QF-012" of "LHE-7K2QF"."""
    return f"{reference[-REFERENCE_LENGTH:]}-{position:03d}"


def key_purpose(slug: str) -> str:
    """Return what a registration form's key is issued for."""
    return f"register:{slug}"


def parties_that_fit(waiting: Iterable[tuple[int, int]], free: int) -> list[int]:
    """Return the keys of those who get places, given (key, size) in order and what is free.

    Parties are taken whole. One that does not fit is passed over and keeps its number; a
    smaller one behind it may go ahead.
    """
    chosen = []
    for key, size in waiting:
        if free <= 0:
            break
        if size <= free:
            chosen.append(key)
            free -= size
    return chosen


class OwnPageState(StrEnum):
    """What an own page is about: the registration, unless the event itself is no more."""

    CONFIRMED = "confirmed"
    WAITING = "waiting"
    OFFERED = "offered"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"
    OVER = "over"
    CALLED_OFF = "called-off"


def own_page_state(
    *,
    state: RegistrationState,
    status: EventStatus,
    offer_expires_at: datetime.datetime | None,
    now: datetime.datetime,
) -> OwnPageState:
    """Return what the own page says; an offer ends on the minute, whenever the worker comes by."""
    if state in (RegistrationState.CANCELLED, RegistrationState.LAPSED):
        return OwnPageState(state.value)
    if status == EventStatus.CANCELLED:
        return OwnPageState.CALLED_OFF
    if status == EventStatus.OVER:
        return OwnPageState.OVER
    # While the event itself stands still nobody loses an offer.
    can_lapse = state == RegistrationState.OFFERED and status != EventStatus.POSTPONED
    if can_lapse and offer_expires_at is not None and offer_expires_at <= now:
        return OwnPageState.LAPSED
    return OwnPageState(state.value)


def largest_size(*, kind: str, largest_party: int, largest_group: int, capacity: int) -> int:
    """Return how many people one party of this kind can be."""
    limit = largest_group if kind == PartyKind.GROUP else largest_party
    return min(limit, capacity)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody to be invited, as organisers wrote it: phone in E.164 or e-mail, or both."""

    full_name: str
    organisation: str
    phone: str
    email: str
    group: str
    seats: int
