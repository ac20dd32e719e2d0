"""What stands on a pass, on the page and in the picture."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from documents.passes import PassWords
from events.enums import EventState
from events.models import Event, Registration
from events.rules import LARGEST_PARTY
from events.selectors import clock_words, day_words
from events.views.facts import joined, organisers


@dataclass(frozen=True, slots=True)
class WhenAndWhere:
    """Day, hours and gathering place; of a postponed event only that its day is not known."""

    day: str
    clock: SafeString
    assembly_point: str
    city: str


def when_and_where(event: Event, language: str) -> WhenAndWhere:
    """Return what a pass says in the page's language; a day that no longer holds is not said."""
    schedule = event.schedule
    city = getattr(event.city, f"name_{language}")
    if schedule.state == EventState.POSTPONED:
        return WhenAndWhere(_("Postponed: the new day will be announced"), mark_safe(""), "", city)
    return WhenAndWhere(
        day=day_words(schedule, language),
        clock=clock_words(schedule, language),
        assembly_point=getattr(schedule, f"assembly_point_{language}"),
        city=city,
    )


def pass_words(registration: Registration, language: str) -> PassWords:
    """Return the words of the picture in the page's language."""
    event = registration.event
    when = when_and_where(event, language)
    people = ngettext("%(count)d person", "%(count)d people", registration.party_size)
    names = [attendee.full_name for attendee in registration.attendees.all()]
    organiser = getattr(event, f"contact_name_{language}") or organisers(event, language)
    return PassWords(
        language=language,
        title=getattr(event, f"title_{language}"),
        day=when.day,
        clock=clock_words(event.schedule, language, isolate=str) if when.clock else "",
        place_label=_("Assembly point"),
        place=joined([when.assembly_point, when.city], language),
        name=registration.contact.full_name,
        group_name=registration.group_name,
        people=people % {"count": registration.party_size},
        others=joined(names, language) if len(names) < LARGEST_PARTY else "",
        reference_label=_("Reference number"),
        reference=registration.reference,
        contact_label=_("Contact for this event"),
        contact_name=organiser,
        contact_phone=event.contact_phone,
        footer=_("Show this code when you arrive."),
        brand=_("Hamqadam"),
    )
