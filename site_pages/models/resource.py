"""Files to keep, print and hand on."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from site_pages.blocks import DownloadsStream
from site_pages.models.reading import ReadingPage, panels_with


class ResourcePage(ReadingPage):
    """A page whose point is its files; each says its kind, size and language before the tap."""

    downloads = StreamField(DownloadsStream(), blank=True)

    kind_label = _("For download")
    template = "pages/resource_page.html"
    page_description = "Files to keep, print and hand on, each with its size and language."
    parent_page_types: ClassVar[list[str]] = ["site_pages.HomePage", "site_pages.ListingPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = panels_with(
        FieldPanel("downloads", heading="Files, the most wanted first"),
    )

    class Meta:
        verbose_name = "resource with downloads"
        verbose_name_plural = "resources with downloads"
