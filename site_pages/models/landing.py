"""Where a poster or a message leads: one thing to do, and no menu beside it."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from wagtail.fields import StreamField

from site_pages.blocks import LandingBlock
from site_pages.models.reading import ReadingPage
from site_pages.rules.frame import leave_out_menu


class LandingPage(ReadingPage):
    """The helpline, the language switch and the way out stay; everything else is the one action."""

    body = StreamField(LandingBlock(), blank=True)

    structured_type = "WebPage"
    template = "pages/landing_page.html"
    page_description = "For a poster or a message: no menu, one thing to do."
    parent_page_types: ClassVar[list[str]] = ["site_pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "landing page"
        verbose_name_plural = "landing pages"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Leave the menu out of the frame."""
        leave_out_menu(request)
        response: HttpResponse = super().serve(request, *args, **kwargs)
        return response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Preview it without the menu too."""
        leave_out_menu(request)
        response: HttpResponse = super().serve_preview(request, mode_name)
        return response
