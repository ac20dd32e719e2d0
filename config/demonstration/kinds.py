"""What each kind of page holds besides words above its body and blocks in it."""

import datetime
from collections.abc import Callable
from typing import Any

from config.demonstration.blocks import Pages, question_values
from config.demonstration.files import downloads_of
from config.demonstration.reading import pairs
from directory.models import City
from events.models import Event
from site_pages.enums import ConsentKeeper, ConsentKind
from site_pages.models import (
    FAQPage,
    LandingPage,
    ListingPage,
    NewsPage,
    PressReleasePage,
    ResourcePage,
    StoryConsent,
    StoryPage,
    TopicPage,
)

KINDS: dict[str, Any] = {
    "listing": ListingPage,
    "topic": TopicPage,
    "article": TopicPage,
    "story": StoryPage,
    "news": NewsPage,
    "press": PressReleasePage,
    "resource": ResourcePage,
    "faq": FAQPage,
    "landing": LandingPage,
}
Entry = dict[str, Any]


def own_facts(entry: Entry) -> dict[str, Any]:
    """Return the fields both languages of a page share."""
    maker = FACTS.get(entry["kind"])
    facts = maker(entry) if maker else {}
    # A list has no such mark, and a story always has it.
    if entry["kind"] not in ("listing", "story"):
        facts["is_sensitive"] = entry["is_sensitive"]
    return facts


def own_words(entry: Entry, language: str) -> dict[str, Any]:
    """Return the fields of a kind that are written in each language."""
    if entry["kind"] == "story":
        return {"content_note": entry[f"content_note_{language}"]}
    if entry["kind"] == "press":
        return {"contact": entry.get(f"contact_{language}", "")}
    return {}


def own_blocks(entry: Entry, language: str, pages: Pages) -> dict[str, Any]:
    """Return what a kind holds in blocks besides its body; their links need every page to exist."""
    if entry["kind"] == "faq":
        questions = question_values(entry[f"questions_{language}"], pages)
        return {"questions": [("question", question) for question in questions]}
    if entry["kind"] == "resource":
        return {"downloads": [("download", file) for file in downloads_of(entry["downloads"])]}
    return {}


def _story(entry: Entry) -> dict[str, Any]:
    kind = ConsentKind(entry["consent_kind"])
    is_published = kind == ConsentKind.PUBLISHED_SOURCE
    consent, _made = StoryConsent.objects.update_or_create(
        reference=f"Story: {entry['slug']}"[:40],
        defaults={
            "kind": kind,
            "given_on": entry.get("consent_given_on"),
            "expires_on": entry.get("consent_expires_on"),
            "keeper": "" if is_published else ConsentKeeper.DIRECTOR,
            "source_url": entry.get("source_url") or "",
            "source_year": entry.get("source_year"),
            **pairs(entry, "source_title"),
        },
    )
    # Read again: what came out of the file are strings, and days are compared.
    return {"consent": StoryConsent.objects.get(pk=consent.pk)}


def _news(entry: Entry) -> dict[str, Any]:
    return {
        "dated_on": datetime.date.fromisoformat(entry["date"]),
        "date_precision": entry["date_precision"],
        "city": _city(entry),
        "event": Event.objects.get(slug=entry["event"]) if entry.get("event") else None,
    }


def _press(entry: Entry) -> dict[str, Any]:
    released_at = datetime.datetime.fromisoformat(entry["released_at"])
    return {"released_at": released_at, "city": _city(entry)}


def _city(entry: Entry) -> City | None:
    return City.objects.get(slug=entry["city"]) if entry.get("city") else None


FACTS: dict[str, Callable[[Entry], dict[str, Any]]] = {
    "story": _story,
    "news": _news,
    "press": _press,
}
