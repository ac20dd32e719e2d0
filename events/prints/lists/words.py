"""An event's words for paper: as (language, words), one language or both, Urdu leading."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from directory.selectors import main_helpline
from documents.printing import Said
from events.enums import EventState
from events.models import Event
from events.prints.enums import PrintLanguage
from events.prints.rules import Edition, fingerprint
from events.selectors import clock_words, day_words
from urdu.dates import format_day

Languages = tuple[str, ...]
LANGUAGES: Mapping[str, Languages] = {
    PrintLanguage.URDU: ("ur",),
    PrintLanguage.ENGLISH: ("en",),
    PrintLanguage.BOTH: ("ur", "en"),
}


def in_languages(languages: Languages, say: Callable[[str], str]) -> Said:
    """Return what `say` answers for each language, with that language's words in force."""
    told = []
    for language in languages:
        with translation.override(language):
            told.append((language, say(language)))
    return [(language, words) for language, words in told if words]


def pair(languages: Languages, thing: object, name: str) -> Said:
    """Return the words a row holds in pairs, e.g. title_ur and title_en."""
    return in_languages(languages, lambda language: str(getattr(thing, f"{name}_{language}")))


def title(event: Event, languages: Languages) -> Said:
    """Return the event's title."""
    return pair(languages, event, "title")


def day(event: Event, languages: Languages) -> Said:
    """Return the day, or that there is none any more."""
    return in_languages(languages, lambda language: _day_in(event, language))


def hours(event: Event, languages: Languages) -> Said:
    """Return from when to when; nothing for an event that does not take place as planned."""
    return in_languages(languages, lambda language: _hours_in(event, language))


def place(event: Event, languages: Languages) -> Said:
    """Return the gathering place with its city, or the venue where no place is set."""
    return in_languages(languages, lambda language: place_in(event, language))


def helpline_label(languages: Languages) -> Said:
    """Return the word before the number, which stands on everything we print."""
    return in_languages(languages, lambda _language: _("Helpline"))


def helpline() -> str:
    """Return the main number as people write it."""
    return main_helpline().display


def brand(languages: Languages) -> Said:
    """Return the campaign's name."""
    return in_languages(languages, lambda _language: _("Hamqadam"))


def campaign(event: Event, languages: Languages) -> Said:
    """Return the year's campaign, if the event belongs to one."""
    return pair(languages, event.campaign, "title") if event.campaign else []


def theme(event: Event, languages: Languages) -> Said:
    """Return the event's theme, or the year's once it is announced."""
    own = pair(languages, event, "theme")
    return own or (pair(languages, event.campaign, "theme") if event.campaign else [])


def as_of(now: datetime, languages: Languages) -> Said:
    """Return of which day a print is."""
    today = timezone.localtime(now).date()
    return in_languages(
        languages, lambda language: _("As of %(day)s") % {"day": format_day(today, language)}
    )


def page_link(event: Event, language: str) -> str:
    """Return the whole address of the event's public page, for a camera."""
    with translation.override(language):
        return f"{settings.BASE_URL}{reverse('events:detail', args=[event.slug])}"


def typed_address(link: str) -> str:
    """Return an address as a person types it."""
    return link.partition("://")[2] or link


def edition(event: Event) -> Edition:
    """Return what a print made now would be made of."""
    facts = {"helpline": helpline(), "contact": event.contact_phone}
    for language in ("ur", "en"):
        with translation.override(language):
            facts |= {
                f"title_{language}": getattr(event, f"title_{language}"),
                f"day_{language}": _day_in(event, language),
                f"hours_{language}": _hours_in(event, language),
                f"place_{language}": place_in(event, language),
            }
    return Edition(event.schedule.sequence, fingerprint(facts))


def place_in(event: Event, language: str) -> str:
    """Return the gathering place in one language, its city named unless it names it itself."""
    schedule = event.schedule
    city = str(getattr(event.city, f"name_{language}"))
    if _is_off(event):
        return city
    venue = str(getattr(schedule.venue, f"name_{language}")) if schedule.venue else ""
    point = str(getattr(schedule, f"assembly_point_{language}")) or venue
    comma = "، " if language == "ur" else ", "
    return point if city in point else comma.join(part for part in (point, city) if part)


def _day_in(event: Event, language: str) -> str:
    if event.schedule.state == EventState.POSTPONED:
        return _("Postponed: the new day will be announced")
    if event.schedule.state == EventState.CANCELLED:
        return _("Cancelled")
    return day_words(event.schedule, language)


def _hours_in(event: Event, language: str) -> str:
    return "" if _is_off(event) else str(clock_words(event.schedule, language, isolate=str))


def _is_off(event: Event) -> bool:
    return event.schedule.state in (EventState.POSTPONED, EventState.CANCELLED)
