"""The menu and the names in the footer, kept for a minute so that a page costs few queries."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from django.core.cache import cache
from django.db import DatabaseError, InterfaceError
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from campaigns.models import Organisation
from site_pages.models import HomePage
from site_pages.models.cards import readable
from urdu.pairs import pair_field
from urdu.sorting import sort_key

CACHE_SECONDS = 60
MENU_COUNT = 4

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line of the menu."""

    title: str
    url: str
    is_current: bool = False


def menu(language: str, *, may_ask: bool = True) -> list[MenuItem]:
    """Return the menu: what the program offers, and the pages editors put into it."""
    with translation.override(language):
        own = [
            MenuItem(gettext("Walks and events"), reverse("events:list")),
            MenuItem(gettext("Take the pledge"), reverse("campaigns:pledge")),
        ]
        last = [
            MenuItem(gettext("Get help"), reverse("site_pages:help")),
            MenuItem(gettext("Search"), reverse("site_pages:search")),
        ]
    pages: list[MenuItem] = _remembered(
        f"menu-{language}", partial(_menu_pages, language), may_ask=may_ask
    )
    return [*own[:1], *pages, *own[1:], *last]


def network(language: str, *, may_ask: bool = True) -> list[str]:
    """Return the names of the network's organisations in the language, as it sorts them."""
    return _remembered(f"network-{language}", partial(_network_names, language), may_ask=may_ask)


def _menu_pages(language: str) -> list[MenuItem]:
    home = HomePage.objects.live().filter(locale__language_code=language).first()
    if home is None:
        return []
    pages = readable(home.get_children()).in_menu()[:MENU_COUNT]
    return [MenuItem(page.title, page.get_url() or "") for page in pages]


def _network_names(language: str) -> list[str]:
    rows = Organisation.objects.filter(is_in_network=True).order_by("pk")
    names = list(rows.values_list(pair_field("name", language), flat=True))
    return sorted(names, key=sort_key) if language == "ur" else sorted(names)


def _remembered(name: str, find: Callable[[], list[T]], *, may_ask: bool) -> list[T]:
    """Ask the cache first; without a database, do without rather than fail the page."""
    known: list[T] | None = cache.get(name)
    if known is not None or not may_ask:
        return known or []
    try:
        found = find()
    except (DatabaseError, InterfaceError):
        return []
    cache.set(name, found, CACHE_SECONDS)
    return found
