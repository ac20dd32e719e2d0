"""What the gate says of a pass, in words and a kind of colour."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.attendance.rules import Refusal
from events.attendance.selectors import GateAnswer, Sighting
from events.enums import ConflictKind, ConflictResolution, GateOutcome, UndoReason
from urdu.dates import format_clock
from urdu.isolation import isolate_html, isolate_runs_html

REFUSAL_WORDS: dict[str, Promise] = {
    Refusal.UNKNOWN: gettext_lazy("This is not one of our passes."),
    Refusal.OTHER_EVENT: gettext_lazy("This is not a pass of this event."),
    Refusal.STRANGE: gettext_lazy("This is not one of our passes."),
    Refusal.TORN: gettext_lazy("The code is not whole. Look for the name or the last four digits."),
    Refusal.WAITING: gettext_lazy("On the waiting list: no place yet."),
    Refusal.OFFERED: gettext_lazy("A place was offered and has not been accepted yet."),
    Refusal.LAPSED: gettext_lazy("The offered place was not accepted in time."),
    Refusal.CANCELLED: gettext_lazy("This registration was cancelled."),
    Refusal.TOO_MANY: gettext_lazy("More people than are missing. Nobody was counted."),
    Refusal.BAD_ENTRY: gettext_lazy("This was not understood. Nothing was counted."),
}
CONFLICT_WORDS: dict[str, Promise] = {
    ConflictKind.TWICE: gettext_lazy("One pass came in twice"),
    ConflictKind.MORE_THAN_PARTY: gettext_lazy("More people than the party has"),
    ConflictKind.CANCELLED_MEANWHILE: gettext_lazy("Cancelled before they came in"),
    ConflictKind.OVER_CAPACITY: gettext_lazy("Walk-in above capacity"),
}
REASON_WORDS: dict[str, Promise] = {
    UndoReason.WRONG_PERSON: gettext_lazy("Wrong person"),
    UndoReason.WRONG_NUMBER: gettext_lazy("Wrong number of people"),
    UndoReason.WENT_AWAY: gettext_lazy("They went away again"),
    UndoReason.OTHER: gettext_lazy("Another reason"),
}
RESOLUTION_WORDS: dict[str, Promise] = {
    ConflictResolution.KEEP: gettext_lazy("The count stays as it is"),
    ConflictResolution.BOTH: gettext_lazy("Both are right: count all of them"),
    ConflictResolution.CORRECTED: gettext_lazy("Another number came in"),
}
_KINDS = {
    GateOutcome.IN: "in",
    GateOutcome.PARTLY: "in",
    GateOutcome.WALK_IN: "in",
    GateOutcome.ALREADY_IN: "already",
    GateOutcome.CONFLICT: "already",
    GateOutcome.REFUSED: "no",
    GateOutcome.UNDONE: "undone",
}
TITLES: dict[str, Promise] = {
    "in": gettext_lazy("In"),
    "already": gettext_lazy("Already in"),
    "no": gettext_lazy("Not valid"),
    "undone": gettext_lazy("Taken back"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What was just done at the gate, as a session keeps it until it was shown: no name.

    `reference` is the party's, "" for a walk-in; `key` what its line is taken back by.
    """

    slug: str
    outcome: str
    reference: str = ""
    counted: int = 0
    arrived: int = 0
    size: int = 0
    refusal: str = ""
    gate: str = ""
    at: str = ""
    key: str = ""
    is_practice: bool = False
    exceeds_capacity: bool = False


def said_of(slug: str, answer: GateAnswer, **more: Any) -> Said:
    """Return what is to be said of an answer."""
    first = answer.first
    return Said(
        slug=slug,
        outcome=answer.outcome.value,
        counted=answer.counted,
        arrived=answer.arrived,
        size=answer.size,
        refusal=answer.refusal.value if answer.refusal else "",
        gate=first.gate if first else "",
        at=first.at.isoformat() if first else "",
        **more,
    )


def as_kept(said: Said) -> dict[str, Any]:
    """Return it as a session keeps it."""
    return asdict(said)


def banner(said: Said, name: str, language: str) -> dict[str, Any]:
    """Return what components/check_in_answer.html shows."""
    kind = _KINDS[GateOutcome(said.outcome)]
    return {
        "kind": kind,
        "title": TITLES[kind],
        "name": name,
        "reference": said.reference,
        "lines": [line for line in _lines(said, language) if line],
        "key": "" if kind not in ("in",) or said.is_practice else said.key,
        "is_practice": said.is_practice,
    }


def _lines(said: Said, language: str) -> list[str]:
    outcome = GateOutcome(said.outcome)
    if outcome == GateOutcome.REFUSED:
        missing = said.size - said.arrived
        words = [str(REFUSAL_WORDS[said.refusal])]
        if said.refusal == Refusal.TOO_MANY:
            still = _("Only %(count)s of this party are still missing.")
            words.append(still % {"count": missing})
        return [_html(line) for line in words]
    if outcome == GateOutcome.ALREADY_IN:
        return [sighting_words(said.gate, said.at, language), _party_words(said)]
    if outcome == GateOutcome.WALK_IN:
        flag = _("Walk-in above capacity: flagged for the organiser")
        return [_html(_people(said.counted)), _html(flag) if said.exceeds_capacity else ""]
    return [_html(_people(abs(said.counted))), _party_words(said)]


def _people(count: int) -> str:
    return ngettext("%(count)s person", "%(count)s people", count) % {"count": count}


def _party_words(said: Said) -> str:
    if said.size < 2:
        return ""
    words = ngettext("%(arrived)s of %(count)s is in", "%(arrived)s of %(count)s are in", said.size)
    return _html(words % {"arrived": said.arrived, "count": said.size})


def sighting_words(gate: str, at: str, language: str) -> SafeString:
    """Say where and when somebody came in: "Gate A, 9:12 AM"; figures isolated."""
    if not at:
        return mark_safe("")
    moment = timezone.localtime(datetime.datetime.fromisoformat(at))
    clock = format_clock(moment, language, isolate=isolate_html)
    if not gate:
        return mark_safe(clock)
    # A gate's name is somebody's typing, in either script.
    named = format_html("<bdi>{}</bdi>", gate)
    return mark_safe(_("%(gate)s, %(at)s") % {"gate": named, "at": clock})


def sighting_line(sighting: Sighting | None, language: str) -> SafeString:
    """Say the same of what the ledger holds."""
    if sighting is None:
        return mark_safe("")
    return sighting_words(sighting.gate, sighting.at.isoformat(), language)


def _html(text: str) -> SafeString:
    return mark_safe(isolate_runs_html(text))


def said_from(kept: Mapping[str, Any] | None, slug: str) -> Said | None:
    """Return what a session kept about this event's gate."""
    return Said(**kept) if kept and kept["slug"] == slug else None
