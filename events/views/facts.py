"""The pairs of name and value on an event's page, only those that are known."""

import re
from dataclasses import dataclass

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from directory.templatetags.words import telephone
from events.models import Event
from participants.lists import Fact
from urdu.digits import to_latin_digits
from urdu.isolation import isolate_runs_html

_NOT_DIALLED = re.compile(r"[^+0-9]")


@dataclass(frozen=True, slots=True)
class Comfort:
    """Something a walker finds there or not, in words; `look` is "yes", "no" or "unknown"."""

    label: str
    value: str
    look: str


def prose(text: str) -> SafeString:
    """Return text as safe HTML whose numbers keep their order inside Urdu."""
    return mark_safe(isolate_runs_html(conditional_escape(text)))


def joined(names: list[str], language: str) -> str:
    """Join names with the comma of the language."""
    return ("، " if language == "ur" else ", ").join(name for name in names if name)


def event_facts(event: Event, language: str) -> list[Fact]:
    """Return what an event's page says in pairs, in the order a walker asks."""
    schedule, venue = event.schedule, event.schedule.venue
    place = (
        joined(
            [getattr(venue, f"name_{language}"), getattr(venue, f"address_{language}")], language
        )
        if venue
        else ""
    )
    pairs = [
        (_("Assembly point"), getattr(schedule, f"assembly_point_{language}")),
        (_("Venue"), place),
        (_("Route"), getattr(schedule, f"route_{language}")),
        (_("On the way"), getattr(schedule, f"landmarks_{language}")),
        (_("End point"), getattr(schedule, f"end_point_{language}")),
        (_("Theme"), getattr(event, f"theme_{language}")),
        (_("Organiser"), organisers(event, language)),
        (_("Partners"), _partners(event, language)),
    ]
    facts = [Fact(label, prose(text)) for label, text in pairs if text]
    return facts + contact_facts(event, language)


def comforts_of(event: Event) -> list[Comfort]:
    """Return what a walker finds there, what is missing, and what nobody knows yet."""
    answers = {
        True: (_("Yes"), "yes"),
        False: (_("No"), "no"),
        None: (_("Not known yet. Ask the organisers."), "unknown"),
    }
    pairs = [
        (_("Step-free access"), event.is_step_free),
        (_("Area for women and families"), event.has_womens_area),
        (_("Drinking water"), event.has_water),
        (_("Toilets"), event.has_toilets),
    ]
    return [Comfort(label, *answers[has]) for label, has in pairs]


def good_to_know_facts(event: Event, language: str) -> list[Fact]:
    """Return what a walker must know before setting out; what nobody knows yet is said too."""
    unknown = _("Not known yet. Ask the organisers.")
    pairs = [
        (_("Meeting point for lost children"), getattr(event, f"lost_children_{language}")),
        (_("What to bring"), getattr(event, f"bring_{language}")),
        (_("Photographs"), _photographs(event)),
    ]
    return [Fact(label, prose(text or unknown)) for label, text in pairs]


def _photographs(event: Event) -> str:
    if event.has_photographs is False:
        return _("We take none.")
    return _(
        "Photographs are taken. If you do not want to be in any, say so when you register: "
        "organisers and photographers will know."
    )


def organisers(event: Event, language: str) -> str:
    """Return who holds an event: the lead organisation and those named beside it."""
    lead = getattr(event.lead_organiser, f"name_{language}") if event.lead_organiser else ""
    return joined([lead, getattr(event, f"organiser_line_{language}")], language)


def _partners(event: Event, language: str) -> str:
    return joined([getattr(p, f"name_{language}") for p in event.partners.all()], language)


def contact_facts(event: Event, language: str) -> list[Fact]:
    """Return whom to ask about an event, the number ready to be tapped."""
    if not event.contact_phone:
        return []
    name = conditional_escape(getattr(event, f"contact_name_{language}"))
    dial = _NOT_DIALLED.sub("", to_latin_digits(event.contact_phone))
    number = telephone(event.contact_phone, dial)
    return [Fact(_("Contact for this event"), mark_safe(f"{name} {number}"))]
