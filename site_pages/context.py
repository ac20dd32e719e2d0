"""The frame of every page: helpline, menu, language switch, counterparts for search engines."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext

from directory.selectors import main_helpline
from documents.cards import SIZES, CardShape
from events.views.partners import discovery_address
from site_pages.rules.addresses import (
    ADDRESSED_LANGUAGES,
    CARRIED_PARAMETERS,
    counterpart,
    is_personal,
    kept_query,
    other_language,
    place_of,
)
from site_pages.rules.frame import (
    framed_page,
    is_hidden_from_search,
    is_without_menu,
    may_ask_database,
)
from site_pages.rules.safety import offers_exit
from site_pages.selectors.cards import card_address
from site_pages.selectors.navigation import MenuItem, menu, network
from site_pages.selectors.sharing import Shared, shared_at, shared_page, shared_site
from site_pages.selectors.translations import readable_languages
from urdu.pairs import pair_field

NOT_SENT_AGAIN = ("csrfmiddlewaretoken", "key", "confirmed")
# More than any form of ours has: whoever sends more fills in no form.
MOST_FIELDS = 100


@dataclass(frozen=True, slots=True)
class FrameHelpline:
    """The main number with its name in the page's language."""

    name: str
    display: str
    dial: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a messenger shows of a link; `image_url` is absolute, sizes in pixels.

    A sensitive page says the campaign's name and no more; an address without words of its own to
    send on has no title here, so that messengers take the page's own.
    """

    title: str
    description: str
    image_alt: str
    kind: str
    image_url: str
    image_width: int
    image_height: int


class Frame:
    """What templates know as `site`; each part is asked for only when a template shows it."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.language = (get_language() or "ur")[:2]
        self.direction = "rtl" if self.language in settings.LANGUAGES_BIDI else "ltr"
        self.switch_language = other_language(self.language)

    @cached_property
    def main_helpline(self) -> FrameHelpline:
        """The number that stands in the same place of every page."""
        known = main_helpline(may_ask=may_ask_database(self._request))
        name = getattr(known, pair_field("name", self.language)) or gettext("Helpline")
        return FrameHelpline(name=name, display=known.display, dial=known.dial)

    @cached_property
    def switch_url(self) -> str:
        """The same page in the other language; its address answers even when untranslated."""
        path = counterpart(self._request.path, self.switch_language)
        return path + kept_query(self._request.GET, CARRIED_PARAMETERS)

    @cached_property
    def typed(self) -> list[tuple[str, str]]:
        """What this page's form was sent with, for the same page in the other language.

        Without the confirming button, so that it is shown there and not done; and without key
        and token, which the page has fresh.
        """
        sent = self._request.POST.lists() if self._request.method == "POST" else []
        pairs = [(name, value) for name, values in sent for value in values]
        fields = [(name, value) for name, value in pairs if name not in NOT_SENT_AGAIN]
        return fields if len(fields) <= MOST_FIELDS else []

    @property
    def shows_exit(self) -> bool:
        """Whether the way out stands on top."""
        return offers_exit(self._request)

    @property
    def is_bare(self) -> bool:
        """Whether the menu is left out."""
        return is_without_menu(self._request)

    @cached_property
    def navigation(self) -> list[MenuItem]:
        """The menu, the present page marked."""
        path, may_ask = self._request.path, may_ask_database(self._request)
        items = menu(self.language, may_ask=may_ask)
        return [replace(item, is_current=item.url == path) for item in items]

    @cached_property
    def network(self) -> list[str]:
        """The names of the network's organisations."""
        return network(self.language, may_ask=may_ask_database(self._request))

    @cached_property
    def alternates(self) -> list[tuple[str, str]]:
        """(language, absolute address) pairs for search engines; empty when nothing pairs."""
        if self._is_hidden:
            return []
        path, query = self._request.path, kept_query(self._request.GET)
        found = [
            (language, settings.BASE_URL + counterpart(path, language) + query)
            for language in ADDRESSED_LANGUAGES
            if language in self._written_languages
        ]
        return [*found, ("x-default", found[0][1])] if len(found) > 1 else []

    @cached_property
    def canonical_url(self) -> str:
        """The one address of this page, without anything but a reader's choice in its query."""
        if self._is_hidden:
            return ""
        return f"{settings.BASE_URL}{self._request.path}{kept_query(self._request.GET)}"

    @property
    def oembed_url(self) -> str:
        """Where programs ask how this page is shown inside another; empty where it is not."""
        return discovery_address(self.canonical_url) if self.canonical_url else ""

    @cached_property
    def shared(self) -> Shared | None:
        """What is sent on from here; the campaign itself where the page has nothing of its own."""
        is_draft = getattr(self._request, "is_dummy", False)
        if self._is_hidden or is_draft or not may_ask_database(self._request):
            return None
        page = framed_page(self._request)
        try:
            if page is None:
                found = shared_at(place_of(self._request.path), self.language)
                return found or shared_site(self.language)
            if self.language in self._written_languages:
                return shared_page(page, self.language)
        except (DatabaseError, InterfaceError):
            pass
        return None

    @property
    def forward_url(self) -> str:
        """Where ready words and a picture wait to be sent on; empty where there are none."""
        if self.shared is None or self.shared.is_fallback:
            return ""
        # Below an event stand its forms: there the button would read like theirs.
        if self.shared.place != place_of(self._request.path):
            return ""
        return reverse("site_pages:forward", args=[self.shared.place])

    @cached_property
    def preview(self) -> Preview | None:
        """What messengers show of this address, none for what is not public."""
        shared = self.shared
        if shared is None:
            return None
        width, height = SIZES[CardShape.WIDE][2:]
        is_discreet = shared.is_sensitive
        title = gettext("Hamqadam") if is_discreet else shared.title
        return Preview(
            title="" if shared.is_fallback else title,
            description="" if is_discreet else shared.intro,
            image_alt=title,
            kind="article" if shared.is_article and not is_discreet else "website",
            image_url=settings.BASE_URL + card_address(shared, CardShape.WIDE),
            image_width=width,
            image_height=height,
        )

    @property
    def _is_hidden(self) -> bool:
        return is_hidden_from_search(self._request) or is_personal(self._request.path)

    @cached_property
    def _written_languages(self) -> set[str]:
        page = framed_page(self._request)
        if page is None:
            return set(ADDRESSED_LANGUAGES)
        try:
            return readable_languages(page)
        except (DatabaseError, InterfaceError):
            return set()


def site(request: HttpRequest) -> dict[str, Any]:
    """Give templates the frame; no query until they ask."""
    return {"site": Frame(request)}
