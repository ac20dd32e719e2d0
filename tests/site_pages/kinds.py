"""One page of each kind, as readers may see it."""

import datetime
from typing import Any

from wagtail.models import Page

from campaigns.models import Organisation
from site_pages.enums import ConsentKeeper, ConsentKind
from site_pages.models import (
    READING_KINDS,
    FAQPage,
    LandingPage,
    NewsPage,
    PressReleasePage,
    ReadingPage,
    StoryConsent,
    StoryPage,
)
from tests.site_pages.builders import home, locale

KINDS = [kind._meta.model_name for kind in READING_KINDS]
WORDS = {
    "ur": {"title": "ایک صفحہ", "intro": "اس صفحے کے بارے میں ایک جملہ۔"},
    "en": {"title": "A page", "intro": "One sentence about this page."},
}
NOTES = {"ur": "اس کہانی میں تشدد کا ذکر ہے۔", "en": "This story speaks of violence."}
QUESTIONS = {
    "ur": {"question": "کیا شرکت مفت ہے؟", "answer": "<p>جی ہاں۔</p>"},
    "en": {"question": "Is it free?", "answer": "<p>Yes.</p>"},
}


def make_consent(reference: str = "Story 2027-03", **values: Any) -> StoryConsent:
    """Return a consent in writing that holds for a long time."""
    fields: dict[str, Any] = {
        "kind": ConsentKind.WRITTEN,
        "given_on": datetime.date(2026, 3, 1),
        "expires_on": datetime.date(2098, 3, 1),
        "keeper": ConsentKeeper.DIRECTOR,
    }
    consent, _made = StoryConsent.objects.get_or_create(
        reference=reference, defaults=fields | values
    )
    return consent


def make_organisation(slug: str = "ssdo", **values: Any) -> Organisation:
    """Return an organisation of the network."""
    words = {"name_en": "Sustainable Society", "name_ur": "پائیدار معاشرہ", "is_in_network": True}
    return Organisation.objects.create(slug=slug, **(words | values))


def make_kind(
    kind: type[ReadingPage],
    language: str = "ur",
    *,
    slug: str = "page",
    parent: Page | None = None,
    **values: Any,
) -> Any:
    """Return a published page of a kind with what that kind needs."""
    fields = {**WORDS[language], **_own(kind, language), **values}
    page = kind(slug=slug, locale=locale(language), **fields)
    (parent or home(language)).add_child(instance=page)
    return kind.objects.get(pk=page.pk)


def _own(kind: type[ReadingPage], language: str) -> dict[str, Any]:
    owned: dict[type[ReadingPage], dict[str, Any]] = {
        NewsPage: {"dated_on": datetime.date(2024, 7, 30)},
        PressReleasePage: {"released_at": datetime.datetime(2024, 7, 30, 5, tzinfo=datetime.UTC)},
        FAQPage: {"questions": [("question", QUESTIONS[language])]},
        LandingPage: {"body": [("rich_text", WORDS[language]["intro"])]},
    }
    if kind is StoryPage:
        return {"content_note": NOTES[language], "consent": make_consent()}
    return owned.get(kind, {})
