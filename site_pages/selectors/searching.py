"""What a reader finds: pages and events anybody may read, titles first."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from events.models import Event
from events.selectors import EventCard, cards_of
from site_pages.models import HomePage, SearchEntry
from site_pages.models.cards import PageCard, card_of, readable, topic_cards
from site_pages.rules.searching import SURE, Term, nearest, rank_of, terms_of

MOST_FOUND = 60
MOST_CLOSE = 6


@dataclass(frozen=True, slots=True)
class Found:
    """What fits, best first; `total` counts what is left out too."""

    pages: list[PageCard]
    events: list[EventCard]
    total: int
    leads_with_events: bool = False


def where_to_begin(language: str) -> list[PageCard]:
    """Return the first topics, for whoever has not typed a word yet."""
    home = HomePage.objects.live().filter(locale__language_code=language).first()
    return topic_cards(home, limit=MOST_CLOSE) if home else []


def search(typed: str, *, language: str, now: datetime.datetime) -> Found:
    """Return what holds every word; nothing when nothing that was typed is a word."""
    terms = terms_of(typed, language)
    if not terms:
        return Found([], [], 0)
    return _found(
        ranked(_readable(language).filter(_holds(terms, all, SURE)), terms), language, now
    )


def close_to(typed: str, *, language: str, now: datetime.datetime) -> Found:
    """Return what holds some of the words, or words spelt nearly so, for want of better."""
    terms = terms_of(typed, language)
    known = _known_words(language) if terms else set()
    near = [Term(word, "") for term in terms for word in nearest(term.word, known)]
    if not [*terms, *near]:
        return Found([], [], 0)
    entries = _readable(language).filter(_holds([*terms, *near], any, SURE, ""))
    best = sorted(entries, key=lambda entry: _closeness(entry, [*terms, *near]))
    return _found(best[:MOST_CLOSE], language, now)


def ranked(entries: Iterable[SearchEntry], terms: Sequence[Term]) -> list[SearchEntry]:
    """Return entries in order: how well they fit, then pages before events, then the oldest."""
    return sorted(entries, key=lambda entry: _order(entry, terms))


def _order(entry: SearchEntry, terms: Sequence[Term]) -> tuple[int, bool, int]:
    return (rank_of(entry.title, entry.words, terms), entry.page_id is None, entry.pk)


def _readable(language: str) -> QuerySet[SearchEntry]:
    """Return the entries of what anybody may read now, whatever was indexed when."""
    public = readable(Page.objects.all()).values("pk")
    published = Event.objects.filter(live=True, schedule__isnull=False).values("pk")
    entries = SearchEntry.objects.filter(Q(page__in=public) | Q(event__in=published))
    return entries.filter(language=language)


def _holds(terms: Sequence[Term], which: Callable[[Iterable[bool]], bool], *marks: str) -> Q:
    """Return the condition that `all` or `any` of the words stand in an entry.

    A sound counts with one of the marks only; see site_pages.rules.searching.sounds_of.
    """
    conditions = [reduce(or_, _ways(term, marks)) for term in terms]
    return reduce(and_ if which is all else or_, conditions)


def _ways(term: Term, marks: Sequence[str]) -> list[Q]:
    """Return how an entry may hold a word: by its letters, its sound, or letter by letter."""
    ways = [Q(words__contains=f" {term.word}")]
    ways += [Q(sounds__contains=f" {mark}{term.sound} ") for mark in marks if term.sound]
    # An entry keeps each word once, so the names of the letters need not stand in a row.
    names = [Q(words__contains=f" {name} ") for name in term.spelled.split()]
    return [*ways, reduce(and_, names)] if names else ways


def _closeness(entry: SearchEntry, terms: Sequence[Term]) -> tuple[int, int, int]:
    return (-_hits(entry.title, terms), -_hits(entry.words, terms), entry.pk)


def _hits(padded_words: str, terms: Sequence[Term]) -> int:
    return sum(f" {term.word}" in padded_words for term in terms)


def _known_words(language: str) -> set[str]:
    texts = _readable(language).values_list("words", flat=True)
    return {word for text in texts for word in text.split()}


def _found(entries: Sequence[SearchEntry], language: str, now: datetime.datetime) -> Found:
    best = entries[:MOST_FOUND]
    return Found(
        pages=_pages([entry.page_id for entry in best if entry.page_id], language),
        events=_events([entry.event_id for entry in best if entry.event_id], language, now),
        total=len(entries),
        leads_with_events=bool(best) and best[0].event_id is not None,
    )


def _pages(keys: list[int], language: str) -> list[PageCard]:
    found = Page.objects.filter(pk__in=keys).specific().in_bulk()
    return [card_of(found[key], language) for key in keys if key in found]


def _events(keys: list[int], language: str, now: datetime.datetime) -> list[EventCard]:
    found = Event.objects.published().in_bulk(keys)
    cards = cards_of((found[key] for key in keys if key in found), language=language, now=now)
    # What one can still walk to stands before what is over; each as well as it fits.
    today = timezone.localdate(now)
    return sorted(cards, key=lambda card: card.day is None or card.day < today)
