"""Pages of the CMS, each in its own language or not at all."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.views import serve as serve_page

from site_pages.rules.addresses import other_language
from site_pages.rules.frame import frame_page, hide_from_search
from site_pages.rules.safety import keep_off_device, offer_exit
from site_pages.selectors.translations import (
    Counterpart,
    counterpart_at,
    counterpart_of,
    home_for,
)

# Where Wagtail's own view looks first; filled here because it would start from whichever
# home is published, and so answer one language's address with the other's text.
ROUTE = "_wagtail_route_for_request"


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Show the page of the language asked for, or say that it is not translated yet."""
    language = (get_language() or "ur")[:2]
    route = _route(request, path, language)
    if route is None:
        return not_translated(request, counterpart_at(path, other_language(language)))
    page: Page = route[0]
    if page.alias_of_id is not None:
        return not_translated(request, counterpart_of(page, other_language(language)))
    setattr(request, ROUTE, route)
    frame_page(request, page)
    response: HttpResponse = serve_page(request, path)
    return response


def _route(request: HttpRequest, path: str, language: str) -> Any | None:
    """Return Wagtail's (page, args, kwargs) below the language's own home, or None."""
    home = home_for(language)
    if home is None:
        return None
    try:
        return home.route(request, [part for part in path.split("/") if part])
    except Http404:
        return None


def not_translated(request: HttpRequest, other: Counterpart | None) -> HttpResponse:
    """A page of the language asked for that leads to the other one; never the other's body."""
    if other is None:
        raise Http404
    hide_from_search(request)
    if other.is_sensitive:
        offer_exit(request)
    response = render(request, "pages/not_translated.html", {"other": other})
    response.headers["X-Robots-Tag"] = "noindex"
    return keep_off_device(response) if other.is_sensitive else response
