"""One party as a gate sees it: who, how many are missing, and what can be tapped."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events.attendance.rules import PassFacts, Refusal, refusal_of
from events.attendance.selectors import companions_of, facts_of, first_sighting
from events.desk.lists.gate_answers import REASON_WORDS, REFUSAL_WORDS, sighting_line
from events.models import Registration
from participants.rules.phones import masked

# Beyond this one types how many came.
MOST_BUTTONS = 6


@dataclass(frozen=True, slots=True)
class GateParty:
    """What components/check_in_party.html shows; `refusal` is "" for a pass that is valid."""

    reference: str
    name: str
    group_name: str
    phone: str
    size: int
    arrived: int
    missing: int
    refusal: str
    came_in: SafeString
    buttons: list[int]
    key: str
    reasons: list[tuple[str, Any]]
    companions: list[str]
    wants_no_photographs: bool


def party_of(registration: Registration, language: str, key: str) -> GateParty:
    """Return a party as the gate shows it; `key` makes a double tap one check-in."""
    facts = _facts(registration)
    refusal: Refusal | None = refusal_of(facts.state)
    missing = max(0, facts.allowed - facts.arrived)
    first = first_sighting(registration) if facts.arrived else None
    return GateParty(
        reference=registration.reference,
        name=registration.contact.full_name,
        group_name=registration.group_name,
        phone=masked(registration.contact.phone),
        size=facts.allowed,
        arrived=facts.arrived,
        missing=missing,
        refusal=str(REFUSAL_WORDS[refusal]) if refusal else "",
        came_in=sighting_line(first, language),
        buttons=list(range(1, missing + 1)) if missing <= MOST_BUTTONS else [],
        key=key,
        reasons=list(REASON_WORDS.items()),
        companions=companions_of(registration, MOST_BUTTONS),
        wants_no_photographs=registration.wants_no_photographs,
    )


def hit_of(registration: Registration) -> dict[str, Any]:
    """Return one line of a search that may mean several."""
    facts = _facts(registration)
    refusal = refusal_of(facts.state)
    status = str(REFUSAL_WORDS[refusal]) if refusal else ""
    if not status and facts.arrived >= facts.allowed:
        status = _("Already in")
    address = reverse("events:desk:gate", args=[registration.event.slug])
    return {
        "url": f"{address}?{urlencode({'pass': registration.reference})}",
        "name": registration.contact.full_name,
        "group_name": registration.group_name,
        "companions": companions_of(registration, MOST_BUTTONS),
        "reference": registration.reference,
        "phone": masked(registration.contact.phone),
        "size": facts.allowed,
        "arrived": facts.arrived,
        "status": status,
    }


def _facts(registration: Registration) -> PassFacts:
    return facts_of(registration, getattr(registration, "attendance", None))
