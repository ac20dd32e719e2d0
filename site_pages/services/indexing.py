"""Keeps what search looks through in step with what readers can read."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from wagtail.models import Page

from events.models import Event
from site_pages.models import SearchEntry
from site_pages.models.base import ContentPage
from site_pages.models.cards import readable
from site_pages.rules.addresses import LANGUAGES
from site_pages.rules.searching import padded, sounds_of
from urdu.folding import fold

# Raise it when folding or sounds change: every entry is then made anew.
VERSION = 3
EVENT_WORDS = (
    "title", "summary", "theme", "why_this_day", "good_to_know", "organiser_line",
)  # fmt: skip
PLACE_WORDS = ("assembly_point", "landmarks", "end_point")
SPEAKER_WORDS = ("name", "role", "organisation")
PAGE_WORDS = (
    "kicker", "intro", "headline", "walks_text", "topics_text", "pledge_text",
    "content_note", "contact",
)  # fmt: skip


def index_page(*, page: ContentPage) -> bool:
    """Write the entry of a live page of its own language; tell whether anything was new."""
    words = [str(getattr(page, name, "")) for name in PAGE_WORDS]
    names: list[str] = []
    city = getattr(page, "city", None)
    if city is not None:
        names += _worded(city, ("name",), page.locale.language_code)
    for stream in page.streams():
        words += stream.stream_block.get_searchable_content(stream)
    return _write({"page": page}, page.locale.language_code, page.title, names, words)


@transaction.atomic
def index_event(*, event: Event) -> bool:
    """Write an event's entries, one a language; tell whether anything was new."""
    # Both are written before either is asked about.
    written = [_write({"event": event}, code, *_event_texts(event, code)) for code in LANGUAGES]
    return any(written)


def index_everything() -> int:
    """Bring every entry up to date and return how many were not; a second run returns 0."""
    pages = readable(Page.objects.filter(depth__gt=1)).specific().select_related("locale")
    events = Event.objects.published().prefetch_related("speakers", "programme")
    new = sum(index_page(page=page) for page in pages.iterator())
    return new + sum(index_event(event=event) for event in events)


def _event_texts(event: Event, language: str) -> tuple[str, list[str], list[str]]:
    """Return the title of an event, the names on its page, and the page's other words."""
    venue = event.schedule.venue
    names = [
        *_worded(event.city, ("name", "province"), language),
        *_worded(event.schedule, PLACE_WORDS, language),
        *(_worded(venue, ("name",), language) if venue else ()),
        *(_worded(event.lead_organiser, ("name",), language) if event.lead_organiser else ()),
        *(text for one in event.speakers.all() for text in _worded(one, SPEAKER_WORDS, language)),
    ]
    texts = [
        *_worded(event, EVENT_WORDS, language),
        *(text for item in event.programme.all() for text in _worded(item, ("text",), language)),
        str(event.campaign.year) if event.campaign else "",
        str(event.schedule.happens_on or ""),
    ]
    return getattr(event, f"title_{language}"), names, texts


def _worded(thing: Any, names: Iterable[str], language: str) -> list[str]:
    return [str(getattr(thing, f"{name}_{language}", "") or "") for name in names]


def _write(
    owner: Mapping[str, Any], language: str, title: str, names: list[str], texts: list[str]
) -> bool:
    raw = "\n".join([str(VERSION), title, *names, *texts])
    digest = hashlib.sha256(raw.encode("utf-8", "replace")).hexdigest()
    known = SearchEntry.objects.filter(**owner, language=language)
    if known.filter(digest=digest).exists():
        return False
    words = list(dict.fromkeys(fold(raw.partition("\n")[2]).split()))
    sounds = sounds_of(fold(" ".join([title, *names])).split(), words)
    SearchEntry.objects.update_or_create(
        **owner,
        language=language,
        defaults={
            "title": padded(fold(title)),
            "words": padded(" ".join(words)),
            "sounds": padded(" ".join(sounds)),
            "digest": digest,
        },
    )
    return True
