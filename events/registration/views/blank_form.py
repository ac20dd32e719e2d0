"""An event's empty form, drawn once for all and filled with each visitor's own key and token."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.core.cache import cache
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.html import escape

from events.selectors import EventCard
from participants.rules.keys import content_hash
from participants.views import page_language

# What is not in a page's name may be as old as this: the menu, the names in the footer.
KEPT_SECONDS = 5
KEY, TOKEN, PLACES = "hamqadam--key", "hamqadam--token", "hamqadam--places"


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A form nobody has filled in yet; `name` tells it from other forms and other limits.

    Drawing its page was most of what a registration cost, and it is the same for everybody but
    for the form's key, the token against forged posts, and the number of places left. So it is
    kept under everything else that it says of the event, with marks where these three belong.
    """

    template: str
    name: str
    form: Callable[[], Form]

    def page(self, request: HttpRequest, context: dict[str, Any], key: str) -> HttpResponse:
        """Return the page with a key, the visitor's token and the places of this moment."""
        card: EventCard = context["card"]
        marked = context | {"card": replace(card, places_line=PLACES if card.places_line else "")}
        name = self._name(request, marked)
        page = cache.get(name)
        if page is None:
            page = self._drawn(request, marked)
            cache.set(name, page, KEPT_SECONDS)
        filled = page.replace(KEY, escape(key)).replace(TOKEN, get_token(request))
        return HttpResponse(filled.replace(PLACES, escape(card.places_line)))

    def _drawn(self, request: HttpRequest, context: dict[str, Any]) -> str:
        marks = {"form": self.form(), "key": KEY, "csrf_token": TOKEN}
        return render(request, self.template, context | marks).content.decode()

    def _name(self, request: HttpRequest, context: dict[str, Any]) -> str:
        """Return what the page is kept under: all that it says, and its address."""
        said = {name: str(value) for name, value in context.items() if name != "event"}
        facts = {
            "template": self.template,
            "form": self.name,
            "event": context["event"].slug,
            "language": page_language(),
            "path": request.get_full_path(),
        }
        return f"form-{content_hash(said | facts)}"
