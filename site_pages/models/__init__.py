"""The kinds of pages editors write, and what search looks through."""

from site_pages.models.home import HomePage
from site_pages.models.listing import ListingPage
from site_pages.models.search import SearchEntry
from site_pages.models.topic import TopicPage

__all__ = ["HomePage", "ListingPage", "SearchEntry", "TopicPage"]
