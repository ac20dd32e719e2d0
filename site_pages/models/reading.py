"""What pages made of blocks share: topics, stories, news, press releases, downloads, answers."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from participants.rules.phones import whatsapp_address
from site_pages.blocks import BodyBlock
from site_pages.models.base import ContentPage
from site_pages.models.panels import LanguagePanel, words_above
from site_pages.rules.safety import keep_off_device, offer_exit

KICKER, INTRO = words_above()


def panels_with(*own: Any) -> list[Any]:
    """Return the panels of a kind of page: its own stand between the opening words and the body."""
    return [
        LanguagePanel(heading="The two languages"),
        KICKER,
        *ContentPage.content_panels,
        INTRO,
        *own,
        FieldPanel("body", heading="Text of the page"),
    ]


class ReadingPage(ContentPage):
    """Text made of blocks; a sensitive one offers the way out and is not kept on the phone."""

    body = StreamField(BodyBlock(), blank=True)
    is_sensitive = models.BooleanField(
        default=False,
        help_text="Signs, help and stories: shows the exit and is not kept by the browser.",
    )

    # As schema.org names what this is.
    structured_type: ClassVar[str] = "Article"
    content_panels: ClassVar[list[Any]] = panels_with()
    promote_panels: ClassVar[list[Any]] = [
        *ContentPage.promote_panels,
        FieldPanel("is_sensitive", heading="Safety page"),
    ]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what search engines read, none for a draft, and the words to pass the page on."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["day_line"] = self.day_in(self.locale.language_code)
        context["structured"] = self.structured() if self.first_published_at else None
        context["share_address"] = address = settings.BASE_URL + (self.get_url() or "")
        context["whatsapp_address"] = whatsapp_address(f"{self.title}\n{address}")
        return context

    def structured(self) -> dict[str, Any]:
        """Return what schema.org knows of a published page."""
        return {
            "@context": "https://schema.org",
            "@type": self.structured_type,
            "headline": self.title,
            "description": self.description,
            "inLanguage": self.locale.language_code,
            "datePublished": self.first_published_at.isoformat(),
            "dateModified": (self.last_published_at or self.first_published_at).isoformat(),
            "mainEntityOfPage": settings.BASE_URL + (self.get_url() or ""),
            "publisher": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME},
        }

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page, with care if it is a sensitive one."""
        if self.is_sensitive:
            offer_exit(request)
        response: HttpResponse = super().serve(request, *args, **kwargs)
        return keep_off_device(response) if self.is_sensitive else response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Preview with the exit where readers will have it."""
        if self.is_sensitive:
            offer_exit(request)
        response: HttpResponse = super().serve_preview(request, mode_name)
        return response
