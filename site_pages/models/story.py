"""What somebody lived through, told with care: a note first, and only while they consent."""

from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from site_pages.enums import Refusal
from site_pages.models.consent import StoryConsent
from site_pages.models.reading import ReadingPage, panels_with


class StoryPage(ReadingPage):
    """Always sensitive; gone for readers on the day its consent ends, whoever forgot it."""

    content_note = models.CharField(
        max_length=240,
        help_text="What somebody should know before reading. "
        "Example: This story speaks of violence by an employer.",
    )
    consent = models.ForeignKey(
        StoryConsent,
        on_delete=models.PROTECT,
        null=True,
        related_name="stories",
        help_text="The same for both languages. Without one that holds, nothing is published.",
    )
    is_sensitive = models.BooleanField(default=True, editable=False)

    kind_label = _("Story")
    shared_fields = ("consent",)
    template = "pages/story_page.html"
    page_description = "A true story, told with consent; readers see a note before it begins."
    parent_page_types: ClassVar[list[str]] = ["site_pages.ListingPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = panels_with(
        FieldPanel("content_note"),
        MultiFieldPanel([FieldPanel("consent")], heading="Consent"),
    )
    promote_panels: ClassVar[list[Any]] = [*ReadingPage.promote_panels[:-1]]

    class Meta:
        verbose_name = "story"
        verbose_name_plural = "stories"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="story_is_sensitive", condition=models.Q(is_sensitive=True)
            ),
        ]

    def own_refusal(self) -> Refusal | None:
        """Tell readers nothing that nobody agreed to."""
        first_day = timezone.localdate(self.appears_at(timezone.now()))
        is_agreed = self.consent is not None and self.consent.holds_on(first_day)
        return None if is_agreed else Refusal.CONSENT

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the story; not one minute after its consent ended, though no worker ran."""
        if self.consent is None or not self.consent.holds_on(timezone.localdate()):
            raise Http404
        response: HttpResponse = super().serve(request, *args, **kwargs)
        return response
