"""A page that leads to the pages below it."""

from typing import Any, ClassVar

from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from site_pages.blocks import BodyBlock
from site_pages.models.base import ContentPage
from site_pages.models.cards import cards_below
from site_pages.models.panels import LanguagePanel, words_above

KICKER, INTRO = words_above()


class ListingPage(ContentPage):
    """Its children as cards, in the order of the tree."""

    body = StreamField(BodyBlock(), blank=True)

    template = "pages/listing_page.html"
    page_description = "A page that shows the pages below it as cards."
    parent_page_types: ClassVar[list[str]] = ["site_pages.HomePage", "site_pages.ListingPage"]
    subpage_types: ClassVar[list[str]] = ["site_pages.TopicPage", "site_pages.ListingPage"]

    content_panels: ClassVar[list[Any]] = [
        LanguagePanel(heading="The two languages"),
        KICKER,
        *ContentPage.content_panels,
        INTRO,
        FieldPanel("body", heading="Text of the page"),
    ]

    class Meta:
        verbose_name = "list of pages"
        verbose_name_plural = "lists of pages"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the cards."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["cards"] = cards_below(self)
        return context
