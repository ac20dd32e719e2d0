"""Wagtail's edges: what is published can be found at once."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published, published

from events.models import Event
from site_pages.services.indexing import index_event, index_page


def index_published_page(instance: Page, **_kwargs: Any) -> None:
    """Let search know the new words."""
    index_page(page=instance)


def index_published_event(instance: Any, **_kwargs: Any) -> None:
    """Let search know the new words; an event without a schedule is on no page yet."""
    if isinstance(instance, Event) and hasattr(instance, "schedule"):
        index_event(event=instance)


page_published.connect(index_published_page)
published.connect(index_published_event)
