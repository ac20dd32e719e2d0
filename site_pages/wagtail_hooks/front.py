"""The first page of the CMS and its help: what waits for somebody, and our own guide."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import lazystr
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from site_pages.enums import TextState
from site_pages.selectors.pairs import PagePair, page_pairs

# What Wagtail's help leads to: pages about the program, on sites that are not ours.
WAGTAILS_OWN = ("whats-new-in-wagtail", "editor-guide")
STYLES = ("css/admin_brand.css", "css/admin_changes.css", "css/admin_languages.css")


class TwoLanguagesPanel(Component):
    """How many pages have something to do in one of their languages."""

    name = "two_languages"
    template_name = "cms/two_languages.html"
    order = 230

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Return (words, address) of what is not in order."""
        pairs = page_pairs(parent_context["request"].user, now=timezone.now())
        return {"lines": list(_unfinished(pairs))}


def _unfinished(pairs: list[PagePair]) -> Iterable[tuple[str, str]]:
    apart = sum(pair.is_safety and not pair.do_readers_see_the_same for pair in pairs)
    found = (
        (_pages(_count(pairs, TextState.STALE), "stale in one language"), "stale"),
        (_pages(_count(pairs, TextState.MISSING), "missing in one language"), "missing"),
        (_pages(apart, "for safety, and readers do not see the same in both languages"), "safety"),
    )
    address = reverse("page_languages")
    return ((words, f"{address}?state={state}") for words, state in found if words)


def _pages(count: int, words: str) -> str:
    """Return a number of pages in words, nothing for none."""
    if not count:
        return ""
    return f"1 page is {words}" if count == 1 else f"{count} pages are {words}"


def _count(pairs: list[PagePair], state: TextState) -> int:
    return sum(any(text.state == state for text in pair.texts) for pair in pairs)


def show_languages(request: HttpRequest, panels: list[Any]) -> None:
    """Add the panel for whoever works on pages."""
    if user_has_any_page_permission(request.user):
        panels.append(TwoLanguagesPanel())


def help_in_our_words(_request: HttpRequest, items: list[MenuItem]) -> None:
    """Lead to the guide of this site instead of Wagtail's."""
    items[:] = [item for item in items if not item.name.startswith(WAGTAILS_OWN)]


def guide_item() -> MenuItem:
    """Stand first in the help."""
    return MenuItem(
        "Guide for editors",
        lazystr(reverse("editors_guide")),
        name="editors-guide",
        icon_name="help",
        order=100,
    )


@require_GET
def guide(request: HttpRequest) -> HttpResponse:
    """Show how a page comes from its author to the readers."""
    return render(request, "cms/guide.html")


def styles() -> SafeString:
    """Return the CMS's own colours, and the look of what is shown in two languages."""
    return format_html_join(
        "", '<link rel="stylesheet" href="{}">', ((static(style),) for style in STYLES)
    )
