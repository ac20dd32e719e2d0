"""Pages as cards: live, public and written in their own language."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wagtail.models import Page
from wagtail.query import PageQuerySet

if TYPE_CHECKING:
    from site_pages.models.base import ContentPage


# Depth in the tree: 1 is the root nobody sees, 2 a language's home.
TOP_LEVEL_DEPTH = 3


@dataclass(frozen=True, slots=True)
class PageCard:
    """What a card says of a page."""

    title: str
    intro: str
    url: str
    # What kind of page it is, and its day, in the page's language; either may be empty.
    kind: str = ""
    day_line: str = ""


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards of one kind; without a name when a list holds no other."""

    name: str
    cards: list[PageCard]


def readable(pages: PageQuerySet) -> PageQuerySet:
    """Narrow to pages anybody may read, in the language they were written in.

    An alias shows the other language's text: it is left out of every list.
    """
    return pages.live().public().filter(alias_of__isnull=True)


def cards_above(page: Page) -> list[PageCard]:
    """Return the pages between the home and this one, outermost first."""
    if page.depth is None or page.depth <= TOP_LEVEL_DEPTH:
        return []
    above = readable(page.get_ancestors().filter(depth__gte=TOP_LEVEL_DEPTH))
    return [PageCard(each.title, "", each.get_url() or "") for each in above]


def topic_cards(home: Page, *, limit: int) -> list[PageCard]:
    """Return topics below a home page, wherever in the tree they stand."""
    pages = readable(Page.objects.descendant_of(home)).filter(
        content_type__app_label="site_pages",
        content_type__model="topicpage",
        depth__gt=TOP_LEVEL_DEPTH,
    )
    language = home.locale.language_code
    return [card_of(page, language) for page in pages.order_by("path").specific()[:limit]]


def card_of(page: "ContentPage", language: str) -> PageCard:
    """Return what a list says of a page; asks the database nothing."""
    return PageCard(
        title=page.title,
        intro=page.intro,
        url=page.get_url() or "",
        kind=str(page.kind_label),
        day_line=page.day_in(language),
    )
