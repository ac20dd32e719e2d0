"""The short link behind every code: counts a visit and leads on, without a cookie."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from campaigns.enums import PlacementTarget
from campaigns.models import Placement
from campaigns.rules.placements import LEADING_TO_FORMS, carried, is_a_visit
from campaigns.selectors.placements import placement_by_code
from campaigns.services.placements import count_visit
from events.placements.selectors import public_event
from participants.views import visitor_address

PAGES = {
    PlacementTarget.EVENTS: "events:list",
    PlacementTarget.PLEDGE: "campaigns:pledge",
    PlacementTarget.HELP: "site_pages:help",
}
NOT_FOUND = 404


@never_cache
@require_safe
def open_code(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to what the placement leads to; say so where a code is unknown or stopped."""
    found = placement_by_code(code)
    if found is None or not found.is_active:
        return _gone(request, found)
    if is_a_visit(request.method or "", request.headers):
        count_visit(placement=found, address=visitor_address(request), now=timezone.now())
    response = HttpResponseRedirect(_target(found))
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _target(found: Placement) -> str:
    with translation.override(found.language):
        address = _page(found)
    return address + carried(found.code) if found.target in LEADING_TO_FORMS else address


def _page(found: Placement) -> str:
    """Return the page in the placement's language; all events where the one is not shown."""
    if found.target == PlacementTarget.EVENT:
        event = public_event(found.event_slug)
        return reverse("events:detail", args=[event.slug]) if event else reverse("events:list")
    if found.target == PlacementTarget.HOME:
        return f"/{found.language}/"
    return reverse(PAGES[PlacementTarget(found.target)])


def _gone(request: HttpRequest, found: Placement | None) -> HttpResponse:
    """Say that the code leads nowhere any more, or never did, and where to go instead."""
    language = found.language if found else _wanted_language(request)
    with translation.override(language):
        context = {"is_known": found is not None, "home_url": f"/{language}/"}
        status = 200 if found else NOT_FOUND
        response = render(request, "placements/gone.html", context, status=status)
    response.headers["Content-Language"] = language
    return response


def _wanted_language(request: HttpRequest) -> str:
    """Return what the browser asks for; Urdu when unsure."""
    wanted = parse_accept_lang_header(request.headers.get("Accept-Language", "").lower()[:500])
    known = (code.split("-")[0] for code, _weight in wanted)
    return next((code for code in known if code in ("ur", "en")), "ur")
