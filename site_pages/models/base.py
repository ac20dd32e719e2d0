"""What every page has: words above the body, an English slug that nothing else uses."""

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from site_pages.models.cards import TOP_LEVEL_DEPTH, cards_above
from site_pages.rules.addresses import RESERVED_SLUGS

ENGLISH_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED_MESSAGE = "The site itself uses this address. Choose another slug."
SLUG_MESSAGE = "Use small English letters, digits and hyphens, also for a page in Urdu."


class ContentPageForm(WagtailAdminPageForm):
    """Explains at once what the model would refuse later: a new page does not know its depth."""

    def clean(self) -> dict[str, Any]:
        """Refuse a slug of the site's own under a home page."""
        cleaned: dict[str, Any] = super().clean()
        is_top_level = self.parent_page is not None and self.parent_page.depth == 2
        if is_top_level and cleaned.get("slug") in RESERVED_SLUGS:
            self.add_error("slug", RESERVED_MESSAGE)
        return cleaned


class ContentPage(Page):
    """The words above the body; the fields every kind of page shares."""

    kicker = models.CharField(
        max_length=80, blank=True, help_text="A word or two above the title; may stay empty."
    )
    intro = models.TextField(
        blank=True, help_text="One or two sentences under the title; also shown on cards."
    )

    password_required_template = "pages/password_required.html"  # noqa: S105 - a file, no secret
    base_form_class = ContentPageForm
    show_in_menus_default = False

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Keep slugs in English and out of the program's own addresses."""
        super().clean()
        if self.slug and not ENGLISH_SLUG.fullmatch(self.slug):
            raise ValidationError({"slug": SLUG_MESSAGE})
        if self.depth == TOP_LEVEL_DEPTH and self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": RESERVED_MESSAGE})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages above this one, the home left out: the header leads there."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["trail"] = cards_above(self)
        return context

    @property
    def description(self) -> str:
        """What search engines and messengers show under the title."""
        return str(self.search_description or self.intro)

    parent_page_types: ClassVar[list[str]] = []
    subpage_types: ClassVar[list[str]] = []
