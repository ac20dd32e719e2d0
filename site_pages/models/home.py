"""The first page of a language: the call to walk, the walks, topics, numbers and the pledge."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from site_pages.blocks import BodyBlock
from site_pages.models.base import ContentPage
from site_pages.selectors.home import home_context


class HomePage(ContentPage):
    """What a reader sees first; the walks and the pledge come in by themselves."""

    headline = models.CharField(
        max_length=120, blank=True, help_text="The large line; the title when empty."
    )
    walks_title = models.CharField(max_length=120, blank=True)
    walks_text = models.TextField(blank=True)
    topics_title = models.CharField(max_length=120, blank=True)
    topics_text = models.TextField(blank=True)
    body = StreamField(BodyBlock(), blank=True)

    template = "pages/home_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["site_pages.TopicPage", "site_pages.ListingPage"]

    content_panels: ClassVar[list[Any]] = [
        *ContentPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("kicker"), FieldPanel("headline"), FieldPanel("intro")],
            heading="What the page opens with",
        ),
        MultiFieldPanel(
            [FieldPanel("walks_title"), FieldPanel("walks_text")], heading="The coming walks"
        ),
        MultiFieldPanel(
            [FieldPanel("topics_title"), FieldPanel("topics_text")],
            heading="The topics, shown as cards",
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "home page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the walks, topics and the pledge of the current campaign."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        now: datetime.datetime = timezone.now()
        return {**context, **home_context(self, now=now)}
