"""What can be sent on, by its place below /L/: pages, events, campaigns, the pledge."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from campaigns.models import Campaign
from campaigns.selectors import current_campaign
from events.enums import EventKind
from events.models import Event
from events.prints.lists import words
from site_pages.models import HomePage
from site_pages.models.cards import readable
from site_pages.rules.addresses import HOME_PLACE, SITE_PLACE, place_of
from site_pages.selectors.translations import home_for

# Slugs are English; anything else in an address is nobody's place.
PLACE = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*")
LONGEST_PLACE = 400
# No page has it: the helplines are found by it without being named.
HELP_NUMBER = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One thing to send on, in one language; addresses are absolute.

    `stops` are day, hours and place of an event. `short_url` names nothing: it says no more than
    a number where it lies on somebody's phone. The words of the editors are empty where they
    wrote none.
    """

    place: str
    language: str
    url: str
    short_url: str
    title: str
    kicker: str = ""
    intro: str = ""
    stops: tuple[str, ...] = ()
    # The same for a text message, which is paid by the letter: the city instead of the place.
    short_stops: tuple[str, ...] = ()
    theme: str = ""
    is_sensitive: bool = False
    is_article: bool = False
    # The row whose editors may have written words to send on; 0 for none.
    page_id: int = 0
    event_id: int = 0
    # The campaign itself, shown for an address that has no words of its own to send on.
    is_fallback: bool = False


def shared_at(place: str, language: str) -> Shared | None:
    """Return what stands at a place, e.g. "events/walk-lahore-2027"; None for nothing public."""
    if len(place) > LONGEST_PLACE or not PLACE.fullmatch(place):
        return None
    folder, _slash, rest = place.partition("/")
    if folder in _FOLDERS and rest:
        return _FOLDERS[folder](rest.partition("/")[0], language)
    if place in _OWN:
        return _OWN[place](language)
    return _shared_page_at(place, language)


def shared_page(page: Page, language: str) -> Shared:
    """Return a page of the CMS; whether anybody may read it, the caller has asked."""
    path = page.get_url() or ""
    return Shared(
        place=place_of(path),
        language=language,
        url=settings.BASE_URL + path,
        short_url=_absolute("site_pages:by_number", page.pk),
        title=getattr(page, "headline", "") or page.title,
        kicker=getattr(page, "kicker", ""),
        intro=getattr(page, "description", ""),
        is_sensitive=bool(getattr(page, "is_sensitive", False)),
        is_article=not isinstance(page, HomePage),
        page_id=page.pk,
    )


def shared_site(language: str) -> Shared:
    """Return the campaign itself, for addresses that have no words of their own to send on."""
    url = _absolute("wagtail_serve", "")
    return Shared(
        place=SITE_PLACE,
        language=language,
        url=url,
        short_url=url,
        title=_("Know the signs, keep the number, walk with your city."),
        is_fallback=True,
    )


def path_by_number(number: int, language: str) -> str | None:
    """Return where the page of a number is, in its own language, if anybody may read it."""
    if number == HELP_NUMBER:
        return reverse("site_pages:help")
    pages = Page.objects.filter(pk=number, depth__gt=1, locale__language_code=language)
    page = readable(pages).specific().first()
    return page.get_url() if page is not None else None


def _shared_page_at(place: str, language: str) -> Shared | None:
    home = home_for(language)
    if home is None:
        return None
    slugs = "" if place == HOME_PLACE else f"{place}/"
    below = readable(Page.objects.descendant_of(home, inclusive=True))
    page = below.filter(url_path=f"{home.url_path}{slugs}").specific().first()
    if page is not None:
        return shared_page(page, language)
    return shared_site(language) if place == HOME_PLACE else None


def _shared_event(slug: str, language: str) -> Shared | None:
    event = Event.objects.published().filter(slug=slug).first()
    if event is None:
        return None
    url = _absolute("events:detail", slug)
    kind = str(EventKind(event.kind).label)
    title = str(getattr(event, f"title_{language}"))
    city = str(getattr(event.city, f"name_{language}"))
    day, hours, place = (
        "".join(text for _language, text in one(event, (language,)))
        for one in (words.day, words.hours, words.place)
    )
    return Shared(
        place=f"events/{slug}",
        language=language,
        url=url,
        short_url=url,
        title=title,
        kicker=getattr(event.campaign, f"title_{language}", "") or kind,
        intro=getattr(event, f"summary_{language}"),
        stops=(day, hours, place),
        short_stops=(day, hours) if city in title else (day, hours, city),
        event_id=event.pk,
    )


def _campaign_of(year: str) -> Campaign | None:
    public = Campaign.objects.public()
    return public.filter(year=int(year)).first() if year.isdecimal() else None


def _shared_campaign(year: str, language: str) -> Shared | None:
    campaign = _campaign_of(year)
    if campaign is None:
        return None
    url = _absolute("events:campaign", year)
    return Shared(
        place=f"campaigns/{year}",
        language=language,
        url=url,
        short_url=url,
        title=getattr(campaign, f"title_{language}"),
        intro=getattr(campaign, f"summary_{language}"),
        theme=getattr(campaign, f"theme_{language}"),
    )


def _shared_pledge(language: str) -> Shared:
    campaign = current_campaign()
    url = _absolute("campaigns:pledge")
    return Shared(
        place="pledge",
        language=language,
        url=url,
        short_url=url,
        title=_("Take the pledge"),
        kicker=getattr(campaign, f"title_{language}", ""),
        intro=getattr(campaign, f"pledge_{language}", ""),
    )


def _shared_events(language: str) -> Shared:
    url = _absolute("events:list")
    return Shared(
        place="events",
        language=language,
        url=url,
        short_url=url,
        title=_("Walks and events"),
        intro=_("Find the walk in your city and bring somebody along."),
    )


def _shared_room(name: str, place: str, title: str, intro: str, language: str) -> Shared:
    """Return a page of the program itself that has a title, an introduction and nothing else."""
    url = _absolute(name)
    return Shared(place=place, language=language, url=url, short_url=url, title=title, intro=intro)


def _shared_host(language: str) -> Shared:
    title = _("Host a walk in your city")
    intro = _(
        "A school, a bar association, a union: whoever can gather people can host a walk. "
        "Apply in three minutes."
    )
    return _shared_room("events:host", "host", title, intro, language)


def _shared_network(language: str) -> Shared:
    title = _("Our network")
    intro = _(
        "The organisations in the campaign's network: what each one does, and where we know it "
        "from."
    )
    return _shared_room("campaigns:network", "network", title, intro, language)


def _shared_join(language: str) -> Shared:
    intro = _(
        "A school, a bar association, a union, a newspaper: organisations can join the network "
        "of the campaign. Apply in three minutes."
    )
    return _shared_room("campaigns:join", "network/join", _("Join the network"), intro, language)


def _shared_impact(language: str) -> Shared:
    intro = _("What each year came to, city by city, each number with its meaning.")
    return _shared_room("impact:impact", "impact", _("Results"), intro, language)


def _shared_year(year: str, language: str) -> Shared | None:
    campaign = _campaign_of(year)
    if campaign is None:
        return None
    url = _absolute("impact:year", year)
    return replace(
        _shared_impact(language),
        place=f"impact/{year}",
        url=url,
        short_url=url,
        kicker=getattr(campaign, f"title_{language}"),
    )


def _shared_help(language: str) -> Shared:
    return Shared(
        place="help",
        language=language,
        url=_absolute("site_pages:help"),
        short_url=_absolute("site_pages:by_number", HELP_NUMBER),
        title=_("Get help"),
        intro=_(
            "Numbers to call in Pakistan, each with its source and the day it was last checked."
        ),
        is_sensitive=True,
    )


# What stands below these folders, by its slug or year.
_FOLDERS: Mapping[str, Callable[[str, str], Shared | None]] = {
    "campaigns": _shared_campaign,
    "events": _shared_event,
    "impact": _shared_year,
}
_OWN: Mapping[str, Callable[[str], Shared]] = {
    "events": _shared_events,
    "help": _shared_help,
    "host": _shared_host,
    "impact": _shared_impact,
    "network": _shared_network,
    "network/join": _shared_join,
    "pledge": _shared_pledge,
    SITE_PLACE: shared_site,
}


def _absolute(name: str, *values: object) -> str:
    return f"{settings.BASE_URL}{reverse(name, args=list(values))}"
