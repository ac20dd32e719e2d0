"""Where a page stands in the other language, if anybody may read it there."""

from dataclasses import dataclass

from wagtail.models import Page
from wagtail.query import PageQuerySet

from site_pages.models import HomePage
from site_pages.models.cards import readable


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A page of the other language: what the notice leads to."""

    title: str
    url: str
    language: str
    is_sensitive: bool


def readable_languages(page: Page) -> set[str]:
    """Return the languages in which a page stands written, live and public."""
    translations = readable(Page.objects.translation_of(page, inclusive=True))
    return set(translations.values_list("locale__language_code", flat=True))


def home_for(language: str) -> Page | None:
    """Return a language's home, live or not."""
    found: Page | None = HomePage.objects.filter(locale__language_code=language).first()
    return found


def counterpart_at(path: str, language: str) -> Counterpart | None:
    """Return the page of `language` at a path below the home, or None.

    Only what is live, public and written in that language: the notice leaks no draft.
    """
    home = home_for(language)
    if home is None:
        return None
    slugs = "".join(f"{part}/" for part in path.split("/") if part)
    pages = readable(Page.objects.descendant_of(home, inclusive=True))
    return _counterpart(pages.filter(url_path=f"{home.url_path}{slugs}"), language)


def counterpart_of(page: Page, language: str) -> Counterpart | None:
    """Return the text of `language` that a page or its alias stands for, or None."""
    pages = readable(Page.objects.translation_of(page))
    return _counterpart(pages.filter(locale__language_code=language), language)


def _counterpart(pages: PageQuerySet, language: str) -> Counterpart | None:
    page = pages.specific().first()
    if page is None:
        return None
    return Counterpart(
        title=page.title,
        url=page.get_url() or "",
        language=language,
        is_sensitive=getattr(page, "is_sensitive", False),
    )
