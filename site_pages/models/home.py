"""The first page of a language: the call to walk, the walks, topics, numbers and the pledge."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from campaigns.selectors import current_campaign, pledge_totals
from events.selectors import event_cards
from site_pages.blocks import BodyBlock
from site_pages.models.base import ContentPage
from site_pages.models.cards import topic_cards
from site_pages.models.panels import LanguagePanel, words_above

TOPIC_COUNT = 6
WALK_COUNT = 6
KICKER, INTRO = words_above()


class HomePage(ContentPage):
    """What a reader sees first; the walks and the pledge come in by themselves."""

    headline = models.CharField(
        max_length=120, blank=True, help_text="The large line; the title when empty."
    )
    walks_title = models.CharField(max_length=120, blank=True)
    walks_text = models.TextField(blank=True)
    topics_title = models.CharField(max_length=120, blank=True)
    topics_text = models.TextField(blank=True)
    pledge_title = models.CharField(max_length=120, blank=True)
    pledge_text = models.TextField(blank=True)
    body = StreamField(BodyBlock(), blank=True)

    template = "pages/home_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "site_pages.ListingPage",
        "site_pages.TopicPage",
        "site_pages.FAQPage",
        "site_pages.ResourcePage",
        "site_pages.LandingPage",
    ]

    content_panels: ClassVar[list[Any]] = [
        LanguagePanel(heading="The two languages"),
        ContentPage.content_panels[0],
        MultiFieldPanel(
            [KICKER, FieldPanel("headline"), INTRO],
            heading="What the page opens with",
        ),
        MultiFieldPanel(
            [
                FieldPanel("walks_title", heading="Heading"),
                FieldPanel("walks_text", heading="Text"),
            ],
            heading="Above the coming walks (they come in by themselves)",
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("topics_title", heading="Heading"),
                FieldPanel("topics_text", heading="Text"),
            ],
            heading="Above the topics (they come in by themselves)",
        ),
        MultiFieldPanel(
            [
                FieldPanel("pledge_title", heading="Heading"),
                FieldPanel("pledge_text", heading="Text"),
            ],
            heading="The call to pledge (shown while the campaign takes pledges)",
        ),
    ]

    class Meta:
        verbose_name = "home page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the coming walks, the topics and the current campaign's pledges."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        now: datetime.datetime = timezone.now()
        language = self.locale.language_code
        campaign = current_campaign()
        walks = event_cards(language=language, now=now, limit=WALK_COUNT)
        context["walks"] = walks
        context["next_walk"] = walks[0] if walks else None
        context["topics"] = topic_cards(self, limit=TOPIC_COUNT)
        context["campaign"] = campaign
        context["pledge_total"] = pledge_totals(campaign).total if campaign else None
        return context
