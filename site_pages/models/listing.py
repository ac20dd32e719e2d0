"""A page that leads to the pages below it."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from site_pages.blocks import BodyBlock
from site_pages.models.base import ContentPage
from site_pages.models.cards import CardGroup, card_of, readable
from site_pages.models.news import NewsPage
from site_pages.models.panels import LanguagePanel, words_above
from site_pages.models.press import PressReleasePage

KICKER, INTRO = words_above()
CARDS_ON_A_PAGE = 18
# The order in which kinds stand on a list; what is not named here comes first, as in the tree.
KINDS_IN_ORDER = ("resourcepage", "storypage", "newspage", "pressreleasepage")


class ListingPage(ContentPage):
    """Its children as cards: by kind, what has a day newest first, the rest as in the tree."""

    body = StreamField(BodyBlock(), blank=True)

    template = "pages/listing_page.html"
    page_description = "Leads to the pages below it: by kind, news with the newest first."
    parent_page_types: ClassVar[list[str]] = ["site_pages.HomePage", "site_pages.ListingPage"]
    subpage_types: ClassVar[list[str]] = [
        "site_pages.ListingPage",
        "site_pages.TopicPage",
        "site_pages.StoryPage",
        "site_pages.NewsPage",
        "site_pages.PressReleasePage",
        "site_pages.ResourcePage",
        "site_pages.FAQPage",
    ]

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
        """Add the cards of one page of the list."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        listed = Paginator(self._keys_in_order(), CARDS_ON_A_PAGE).get_page(request.GET.get("page"))
        context["page_obj"] = listed
        context["groups"] = _in_groups(self._pages(listed.object_list), self.locale.language_code)
        return context

    def _keys_in_order(self) -> list[int]:
        """Return the ids of the children anybody may read; three queries however many."""
        rows = readable(self.get_children()).values_list("pk", "path", "content_type__model")
        keys = [pk for pk, _path, _kind in rows]
        days = {
            **dict(NewsPage.objects.filter(pk__in=keys).values_list("pk", "dated_on")),
            **{
                pk: timezone.localdate(moment)
                for pk, moment in PressReleasePage.objects.filter(pk__in=keys).values_list(
                    "pk", "released_at"
                )
            },
        }

        def place(row: tuple[int, str, str]) -> tuple[int, int, str]:
            pk, path, kind = row
            rank = KINDS_IN_ORDER.index(kind) + 1 if kind in KINDS_IN_ORDER else 0
            return (rank, -days[pk].toordinal() if pk in days else 0, path)

        return [pk for pk, _path, _kind in sorted(rows, key=place)]

    def _pages(self, keys: Iterable[int]) -> list[ContentPage]:
        found = self.get_children().filter(pk__in=list(keys)).specific().in_bulk()
        return [found[key] for key in keys if key in found]


def _in_groups(pages: Iterable[ContentPage], language: str) -> list[CardGroup]:
    """Return the cards under the name of their kind; no name when all are of one."""
    ranked = [
        (str(page.kind_label) if page._meta.model_name in KINDS_IN_ORDER else "", page)
        for page in pages
    ]
    groups = [
        CardGroup(name, [card_of(page, language) for _name, page in members])
        for name, members in groupby(ranked, key=lambda entry: entry[0])
    ]
    return groups if len(groups) > 1 else [CardGroup("", group.cards) for group in groups]
