"""What robots and feed readers are told: every page anybody may read, and what is new."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from campaigns.models import Campaign
from events.models import Event
from site_pages.models import READING_KINDS, ReadingPage
from site_pages.models.cards import readable
from site_pages.rules.addresses import LANGUAGES

MOST_NEWS = 30
# What the program itself offers to everybody, by the names of its addresses.
OWN_PAGES = (
    "events:list",
    "campaigns:pledge",
    "impact:impact",
    "events:host",
    "campaigns:network",
    "campaigns:join",
    "site_pages:help",
    "site_pages:safety",
)


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the sitemap: an absolute address, its day, and all its languages."""

    location: str
    lastmod: datetime.datetime | None = None
    alternates: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class News:
    """One entry of a feed, in the feed's language; `url` is absolute and stays."""

    title: str
    text: str
    url: str
    published_at: datetime.datetime
    updated_at: datetime.datetime


def sitemap_places() -> list[Place]:
    """Return every address for search engines, with its counterparts."""
    return [*_page_places(), *_own_places(), *_event_places()]


def page_news(language: str) -> list[News]:
    """Return the pages of a language that are made to be read, newest first; no lists."""
    pages = readable(Page.objects.type(*READING_KINDS).filter(locale__language_code=language))
    dated = pages.filter(first_published_at__isnull=False)
    newest = dated.order_by("-first_published_at", "-pk")[:MOST_NEWS]
    return [_news_of_page(page) for page in newest.specific()]


def event_news(language: str) -> list[News]:
    """Return the events as a language says them, what changed last first."""
    events = Event.objects.published().order_by("-schedule__changed_at", "-pk")[:MOST_NEWS]
    with translation.override(language):
        return [_news_of_event(event, language) for event in events]


def _news_of_page(page: ReadingPage) -> News:
    return News(
        title=page.title,
        text=page.description,
        url=_absolute(page.get_url() or ""),
        published_at=page.first_published_at,
        updated_at=page.last_published_at or page.first_published_at,
    )


def _news_of_event(event: Event, language: str) -> News:
    changed_at = event.schedule.changed_at
    return News(
        title=getattr(event, f"title_{language}"),
        text=getattr(event, f"summary_{language}"),
        url=_absolute(reverse("events:detail", args=[event.slug])),
        published_at=event.first_published_at or changed_at,
        updated_at=max(changed_at, event.last_published_at or changed_at),
    )


def _page_places() -> Iterable[Place]:
    """Yield pages in the order of the tree; those of one translation key are one page."""
    pages = readable(Page.objects.filter(depth__gt=1)).select_related("locale").order_by("path")
    families: dict[object, list[tuple[str, str, datetime.datetime | None]]] = {}
    for page in pages:
        member = (
            page.locale.language_code,
            _absolute(page.get_url() or ""),
            page.last_published_at,
        )
        families.setdefault(page.translation_key, []).append(member)
    for members in families.values():
        alternates = [(language, url) for language, url, _day in members]
        for _language, url, day in members:
            yield Place(url, day, _paired(alternates))


def _own_places() -> Iterable[Place]:
    for name in OWN_PAGES:
        yield from _in_both_languages(name, [], None)
    for year in Campaign.objects.public().order_by("year").values_list("year", flat=True):
        yield from _in_both_languages("events:campaign", [year], None)


def _event_places() -> Iterable[Place]:
    for event in Event.objects.published().order_by("slug"):
        yield from _in_both_languages("events:detail", [event.slug], event.schedule.changed_at)


def _in_both_languages(
    name: str, values: Sequence[object], day: datetime.datetime | None
) -> Iterable[Place]:
    alternates = []
    for language in LANGUAGES:
        with translation.override(language):
            alternates.append((language, _absolute(reverse(name, args=list(values)))))
    for _language, url in alternates:
        yield Place(url, day, _paired(alternates))


def _paired(alternates: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Add what to show to readers of other languages; nothing for a page without counterpart."""
    return [*alternates, ("x-default", alternates[0][1])] if len(alternates) > 1 else []


def _absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"
