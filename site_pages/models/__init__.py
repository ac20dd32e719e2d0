"""The kinds of pages editors write, and what search looks through."""

from site_pages.models.consent import StoryConsent
from site_pages.models.faq import FAQPage
from site_pages.models.forwarding import ForwardWords
from site_pages.models.home import HomePage
from site_pages.models.landing import LandingPage
from site_pages.models.listing import ListingPage
from site_pages.models.news import NewsPage
from site_pages.models.press import PressReleasePage
from site_pages.models.reading import ReadingPage
from site_pages.models.resource import ResourcePage
from site_pages.models.search import SearchEntry
from site_pages.models.story import StoryPage
from site_pages.models.topic import TopicPage
from site_pages.models.versions import TextVersion
from site_pages.models.workflow import ReviewTask, TranslationTask

# Every kind of page made of blocks.
READING_KINDS: tuple[type[ReadingPage], ...] = (
    TopicPage, StoryPage, NewsPage, PressReleasePage, ResourcePage, FAQPage, LandingPage,
)  # fmt: skip

__all__ = [
    "READING_KINDS",
    "FAQPage",
    "ForwardWords",
    "HomePage",
    "LandingPage",
    "ListingPage",
    "NewsPage",
    "PressReleasePage",
    "ReadingPage",
    "ResourcePage",
    "ReviewTask",
    "SearchEntry",
    "StoryConsent",
    "StoryPage",
    "TextVersion",
    "TopicPage",
    "TranslationTask",
]
