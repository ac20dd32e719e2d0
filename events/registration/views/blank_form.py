"""An event's empty form, drawn once for all and filled with each visitor's own key and token."""

from dataclasses import replace
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.html import escape

from events.selectors import EventCard
from events.views.pages import page_language
from participants.rules.keys import content_hash

# What is not in the name may be as old as this: the menu, the names in the footer.
KEPT_SECONDS = 5
KEY, TOKEN, PLACES = "hamqadam--key", "hamqadam--token", "hamqadam--places"


def blank_form(
    request: HttpRequest, template: str, context: dict[str, Any], key: str
) -> HttpResponse:
    """Return the page of a form nobody has filled in yet.

    Drawing this page was most of what a registration cost, and it is the same for everybody but
    for the form's key, the token against forged posts, and the number of places left. So it is
    kept under everything else that it says of the event, with marks where these three belong.
    """
    card: EventCard = context["card"]
    marked = context | {"card": replace(card, places_line=PLACES if card.places_line else "")}
    name = _name(request, template, marked)
    page = cache.get(name)
    if page is None:
        marks = {"key": KEY, "csrf_token": TOKEN}
        page = render(request, template, marked | marks).content.decode()
        cache.set(name, page, KEPT_SECONDS)
    filled = page.replace(KEY, escape(key)).replace(TOKEN, get_token(request))
    return HttpResponse(filled.replace(PLACES, escape(card.places_line)))


def _name(request: HttpRequest, template: str, context: dict[str, Any]) -> str:
    """Return what a page is kept under: all that it says, a form told by its class and limits."""
    event, form = context["event"], context["form"]
    said = {name: str(value) for name, value in context.items() if name not in {"event", "form"}}
    limits = [(name, getattr(field, "max_value", "")) for name, field in form.fields.items()]
    facts = {
        "template": template,
        "language": page_language(),
        "path": request.get_full_path(),
        "event": event.slug,
        "form": f"{type(form).__name__} {limits}",
    }
    return f"form-{content_hash(said | facts)}"
