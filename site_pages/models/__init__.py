"""The kinds of pages editors write, and what search looks through."""

from site_pages.models.forwarding import ForwardWords
from site_pages.models.home import HomePage
from site_pages.models.listing import ListingPage
from site_pages.models.search import SearchEntry
from site_pages.models.topic import TopicPage
from site_pages.models.versions import TextVersion
from site_pages.models.workflow import ReviewTask, TranslationTask

__all__ = [
    "ForwardWords",
    "HomePage",
    "ListingPage",
    "ReviewTask",
    "SearchEntry",
    "TextVersion",
    "TopicPage",
    "TranslationTask",
]
