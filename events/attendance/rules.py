"""What a gate says to a pass, and what counts; pure functions."""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from events.enums import (
    CheckInSource,
    ConflictKind,
    GateOutcome,
    RegistrationState,
    UndoReason,
)
from participants.rules.references import REFERENCE_ALPHABET, REFERENCE_LENGTH
from urdu.digits import to_latin_digits
from urdu.folding import fold
from urdu.romanisation import name_key

PIN_LENGTH = 6
# One tap at a gate is never more; a school comes in parts.
LARGEST_ENTRY = 500
# A phone's clock may be wrong by days; what it says is kept within these bounds.
LONGEST_AGO = datetime.timedelta(days=7)


# A pass says "LHE-7K2QF", a child's slip "7K2QF-012"; both are read out, typed and torn.
_PASS = re.compile(
    rf"(?:(?P<city>[A-Z]{{3}})-?)?(?P<letters>[{REFERENCE_ALPHABET}]{{{REFERENCE_LENGTH}}})"
    r"(?:-(?P<child>[0-9]{1,3}))?"
)
_PART = re.compile(r"[A-Z0-9-]{3,8}")
_DASHES = re.compile(r"[\s\u2010-\u2015\u2212_./-]+")


class Refusal(StrEnum):
    """Why a pass is not valid here; each has words of its own."""

    UNKNOWN = "unknown"
    OTHER_EVENT = "other_event"
    WAITING = "waiting"
    OFFERED = "offered"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"
    STRANGE = "strange"
    TORN = "torn"
    TOO_MANY = "too_many"
    BAD_ENTRY = "bad_entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Where something is recorded, and by whom: the gate's name, the phone, the person.

    `answerable_id` is whose line it is in the log: of a helper without an account, whoever made
    their link.
    """

    source: CheckInSource
    place: str = ""
    user_id: int | None = None
    device_id: int | None = None
    answerable_id: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a gate sends: its own id for it, when it happened there, and whether it is done.

    `is_alone` is true where the gate decided by itself and people are in already; false where
    they stand before it and wait for the answer.
    """

    client_id: str
    happened_at: datetime.datetime
    is_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PassFacts:
    """What is known of a pass at the moment it is shown."""

    state: RegistrationState
    allowed: int
    arrived: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a pass is worth: how many count, what the gate is told, what an organiser decides."""

    outcome: GateOutcome
    counted: int = 0
    conflict: ConflictKind | None = None
    refusal: Refusal | None = None


class EntryKind(StrEnum):
    """What a phone at a gate sends."""

    ARRIVAL = "arrival"
    UNDO = "undo"
    WALK_IN = "walk_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentEntry:
    """One thing a phone did, already cleaned; `code` as scanned or typed, `row_id` its key here.

    `undoes` is the client id of what is taken back, "" for the party's latest check-in.
    """

    kind: EntryKind
    entry: Entry
    code: str = ""
    row_id: int | None = None
    people_count: int = 1
    name: str = ""
    reason: UndoReason = UndoReason.OTHER
    undoes: str = ""


def pass_code(typed: str) -> tuple[str, str] | None:
    """Return (city code or "", five letters) of a pass or slip; None for anything else."""
    tight = _DASHES.sub("-", to_latin_digits(typed).strip()).strip("-").upper()
    found = _PASS.fullmatch(tight)
    return (found["city"] or "", found["letters"]) if found else None


def what_is_left_of_a_pass(typed: str) -> str:
    """Return the part of a code that was typed, e.g. "LHE-7K"; "" for a name or anything else."""
    tight = _DASHES.sub("-", to_latin_digits(typed).strip()).strip("-").upper()
    has_digit = any(char in "0123456789" for char in tight)
    return tight if has_digit and _PART.fullmatch(tight) else ""


def refusal_of_text(typed: str) -> Refusal | None:
    """Return what a text is that found nobody: a torn code, another system's, or None: a name."""
    if pass_code(typed) is not None:
        return Refusal.UNKNOWN
    if what_is_left_of_a_pass(typed):
        return Refusal.TORN
    return Refusal.STRANGE if any(map(str.isdigit, typed)) else None


def is_named(name: str, folded: str, sound: str) -> bool:
    """Tell whether a name holds what was typed, folded, or sounds like it in whole words."""
    if folded and folded in fold(name):
        return True
    return bool(sound) and f" {sound} " in f" {name_key(name)} "


_REFUSED_STATES = {
    RegistrationState.WAITING: Refusal.WAITING,
    RegistrationState.OFFERED: Refusal.OFFERED,
    RegistrationState.LAPSED: Refusal.LAPSED,
    RegistrationState.CANCELLED: Refusal.CANCELLED,
}


def refusal_of(state: RegistrationState) -> Refusal | None:
    """Return why a pass in this state is not valid, None for one that is."""
    return _REFUSED_STATES.get(state)


def verdict_on(facts: PassFacts, count: int, entry: Entry) -> Verdict:
    """Decide about `count` people who come with one pass.

    Who stands before the gate is refused what the pass does not hold. Who is in already, since
    a gate without network let them in, is counted as far as the pass goes; the rest is a
    conflict. A cancellation the gate could not know of does not undo that people are in.
    """
    refusal = refusal_of(facts.state)
    came_first = _was_let_in_unaware(facts, entry)
    if refusal is not None and not came_first:
        return Verdict(outcome=GateOutcome.REFUSED, refusal=refusal)
    room = max(0, facts.allowed - facts.arrived)
    if not entry.is_alone and not room:
        return Verdict(outcome=GateOutcome.ALREADY_IN)
    if not entry.is_alone and count > room:
        return Verdict(outcome=GateOutcome.REFUSED, refusal=Refusal.TOO_MANY)
    counted = min(count, room)
    if counted < count:
        kind = ConflictKind.MORE_THAN_PARTY if counted else ConflictKind.TWICE
        return Verdict(outcome=GateOutcome.CONFLICT, counted=counted, conflict=kind)
    if came_first:
        return Verdict(
            outcome=GateOutcome.CONFLICT,
            counted=counted,
            conflict=ConflictKind.CANCELLED_MEANWHILE,
        )
    is_complete = counted == room
    return Verdict(outcome=GateOutcome.IN if is_complete else GateOutcome.PARTLY, counted=counted)


def _was_let_in_unaware(facts: PassFacts, entry: Entry) -> bool:
    """Tell whether people are in with a pass that was good as far as their gate knew."""
    return entry.is_alone and facts.state == RegistrationState.CANCELLED


def believable(happened_at: datetime.datetime, now: datetime.datetime) -> datetime.datetime:
    """Return when something happened: not in the future, and not longer ago than a week."""
    return min(max(happened_at, now - LONGEST_AGO), now)


class GatePhase(StrEnum):
    """What a gate does at a moment: it practises, it counts, or it is closed and says why."""

    PRACTICE = "practice"
    OPEN = "open"
    OVER = "over"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


CLOSED_PHASES = frozenset({GatePhase.OVER, GatePhase.POSTPONED, GatePhase.CANCELLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class GateHours:
    """When a gate counts: on its event's days; None where no day is known yet.

    `called_off` says that the event was postponed or cancelled, at `called_off_at`.
    """

    opens_at: datetime.datetime | None
    closes_at: datetime.datetime | None
    called_off: GatePhase | None = None
    called_off_at: datetime.datetime | None = None


def phase_of(hours: GateHours, now: datetime.datetime) -> GatePhase:
    """Return what the gate does now; before its day, and while none is known, it practises."""
    if hours.called_off is not None:
        return hours.called_off
    if hours.opens_at is None or hours.closes_at is None or now < hours.opens_at:
        return GatePhase.PRACTICE
    return GatePhase.OPEN if now < hours.closes_at else GatePhase.OVER


def counts_at(hours: GateHours, happened_at: datetime.datetime) -> bool:
    """Tell whether a gate still counted when something happened there, sent however late."""
    ends = [end for end in (hours.closes_at, hours.called_off_at) if end is not None]
    return all(happened_at < end for end in ends)


def moment_of(entry: Entry, gate: Gate, now: datetime.datetime) -> datetime.datetime:
    """Return when something happened: a gate's clock may be wrong, the desk is believed."""
    if gate.source == CheckInSource.GATE:
        return believable(entry.happened_at, now)
    return min(entry.happened_at, now)


def capacity_share(*, capacity: int, taken: int, walk_in_count: int, device_count: int) -> int:
    """Return how many walk-ins one of several phones may let in by itself while offline."""
    return max(0, capacity - taken - walk_in_count) // max(1, device_count)
