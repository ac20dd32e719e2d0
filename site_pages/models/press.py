"""A press release: nobody reads it before its hour."""

import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from directory.models import City
from site_pages.enums import Refusal
from site_pages.models.base import ContentPageForm
from site_pages.models.reading import ReadingPage, panels_with
from urdu.dates import format_day


class PressReleaseForm(ContentPageForm):
    """Plans the publishing for the hour of release, so that "Publish" is the right button."""

    def save(self, commit: bool = True) -> Any:
        """Let the page go live when the embargo ends, unless somebody planned it for later."""
        page = self.instance
        is_early = page.go_live_at is None or page.go_live_at < page.released_at
        if page.is_under_embargo(timezone.now()) and is_early:
            page.go_live_at = page.released_at
        return super().save(commit=commit)


class PressReleasePage(ReadingPage):
    """For journalists: dateline, body, files, and whom to ask by office."""

    released_at = models.DateTimeField(
        "released at",
        help_text="Pakistan time. Until then it is under embargo: it cannot be read or published.",
    )
    city = models.ForeignKey(
        City,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Where it is dated from.",
    )
    contact = models.TextField(
        blank=True,
        help_text="Whom journalists may ask, by office. Example: Media desk, media@example.org",
    )

    structured_type = "NewsArticle"
    kind_label = _("Press release")
    shared_fields = ("released_at", "city")
    template = "pages/press_release_page.html"
    page_description = "For journalists: held back until its hour, with whom to ask."
    base_form_class = PressReleaseForm
    parent_page_types: ClassVar[list[str]] = ["site_pages.ListingPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = panels_with(
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("released_at"), FieldPanel("city")]),
                FieldPanel("contact"),
            ],
            heading="Release",
        ),
    )

    class Meta:
        verbose_name = "press release"
        verbose_name_plural = "press releases"

    def day_in(self, language: str) -> str:
        """Return the day of release in Pakistan."""
        return format_day(timezone.localdate(self.released_at), language)

    def is_under_embargo(self, now: datetime.datetime) -> bool:
        """Tell whether it is too early for readers."""
        return self.released_at is not None and now < self.released_at

    def own_refusal(self) -> Refusal | None:
        """Keep the embargo, also when somebody plans the publishing for too early an hour."""
        is_early = self.is_under_embargo(self.appears_at(timezone.now()))
        return Refusal.EMBARGO if is_early else None

    def structured(self) -> dict[str, Any]:
        """Date it by its release."""
        return {**super().structured(), "datePublished": self.released_at.isoformat()}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show it after its hour."""
        if self.is_under_embargo(timezone.now()):
            raise Http404
        response: HttpResponse = super().serve(request, *args, **kwargs)
        return response
