"""Pages, helplines and events to look at, in either language."""

import datetime
from typing import Any

from wagtail.models import Locale, Page

from campaigns.models import Campaign
from directory.models import City, Helpline
from events.enums import DatePrecision, EventKind, EventState
from events.models import Event, Places, Schedule
from site_pages.models import HomePage, ListingPage, TopicPage

NOW = datetime.datetime(2027, 7, 1, 9, 0, tzinfo=datetime.UTC)
LEARN = {"ur": "آگاہی", "en": "Learn"}


def locale(language: str) -> Locale:
    """Return a language's locale."""
    found: Locale = Locale.objects.get(language_code=language)
    return found


def home(language: str) -> HomePage:
    """Return a language's home, as the migrations made it."""
    found: HomePage = HomePage.objects.get(locale=locale(language))
    return found


def make_topic(
    language: str = "ur", slug: str = "signs", parent: Page | None = None, **values: Any
) -> TopicPage:
    """Return a published topic."""
    words: dict[str, Any] = {"title": f"{slug} {language}", "intro": "متعارف"} | values
    page = TopicPage(slug=slug, locale=locale(language), **words)
    (parent or home(language)).add_child(instance=page)
    return page


def make_listing(language: str = "ur", slug: str = "learn", **values: Any) -> ListingPage:
    """Return a published list of pages."""
    page = ListingPage(slug=slug, locale=locale(language), **({"title": LEARN[language]} | values))
    home(language).add_child(instance=page)
    return page


def make_pair(slug: str = "signs", **values: Any) -> tuple[TopicPage, TopicPage]:
    """Return one topic written in Urdu and in English."""
    urdu = make_topic("ur", slug, title="علامات پہچانیں", **values)
    english = make_topic(
        "en", slug, title="Know the signs", translation_key=urdu.translation_key, **values
    )
    return urdu, english


def make_helpline(slug: str = "ssdo", **values: Any) -> Helpline:
    """Return a verified number."""
    fields: dict[str, Any] = {
        "name_en": f"Helpline {slug}",
        "name_ur": "ہیلپ لائن",
        "number_display": "0333-1110566",
        "dial": "+923331110566",
        "what_for_en": "Referral",
        "what_for_ur": "رہنمائی",
        "area_en": "Pakistan",
        "area_ur": "پاکستان",
        "is_verified": True,
        "checked_on": datetime.date(2022, 8, 12),
        "source_title_en": "APP, 30 July 2022",
        "source_title_ur": "اے پی پی، 30 جولائی 2022",
    }
    return Helpline.objects.create(slug=slug, **(fields | values))


def make_city(code: str = "LHE", **values: Any) -> City:
    """Return a city."""
    fields: dict[str, Any] = {
        "slug": code.lower(),
        "name_en": "Lahore",
        "name_ur": "لاہور",
        "province_en": "Punjab",
        "province_ur": "پنجاب",
        "latitude": "31.5580",
        "longitude": "74.3507",
        "sort_key": "ل",
    }
    return City.objects.create(code=code, **(fields | values))


def make_campaign(**values: Any) -> Campaign:
    """Return the current campaign."""
    fields: dict[str, Any] = {
        "year": 2027,
        "title_en": "World Day 2027",
        "title_ur": "عالمی دن 2027",
        "world_day_on": datetime.date(2027, 7, 30),
        "pledge_en": "I pledge.",
        "pledge_ur": "میرا عہد ہے۔",
        "is_current": True,
    }
    return Campaign.objects.create(**(fields | values))


def make_walk(slug: str, city: City, **values: Any) -> Event:
    """Return an open walk in a day's time from now on, with places."""
    event: Event = Event.objects.create(
        slug=slug,
        kind=EventKind.WALK,
        city=city,
        title_en=f"Walk {slug}",
        title_ur="آگاہی واک",
        **values,
    )
    starts_at = datetime.datetime(2099, 8, 1, 2, 0, tzinfo=datetime.UTC)
    Schedule.objects.create(
        event=event,
        state=EventState.OPEN,
        precision=DatePrecision.TIME,
        starts_at=starts_at,
        happens_on=starts_at.date(),
        changed_at=NOW,
    )
    Places.objects.create(event=event, capacity=100, ceiling=100)
    return event
