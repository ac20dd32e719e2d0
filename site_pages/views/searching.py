"""Search: what is typed is looked for and forgotten; no cache, log or other site learns of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from participants.rules.limits import SEARCHES_OF_ADDRESS
from participants.services import keep_within
from participants.views import visitor_address
from site_pages.rules.frame import hide_from_search
from site_pages.rules.safety import offer_exit
from site_pages.rules.searching import LONGEST_QUERY
from site_pages.selectors.help import lines_for
from site_pages.selectors.searching import close_to, search, where_to_begin


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what fits the words, or what comes close; without words, where to begin."""
    offer_exit(request)
    language = (get_language() or "ur")[:2]
    typed = request.GET.get("q", "").replace("\0", "").strip()
    context: dict[str, object] = {"typed": typed[:LONGEST_QUERY], "longest": LONGEST_QUERY}
    if typed:
        keep_within(limit=SEARCHES_OF_ADDRESS, subject=visitor_address(request), now=timezone.now())
        hide_from_search(request)
        found = search(typed, language=language, now=timezone.now())
        context["found"] = found
        context["lines"] = lines_for(typed, language, today=timezone.localdate())
        if not found.total:
            context["close"] = close_to(typed, language=language, now=timezone.now())
    else:
        context["topics"] = where_to_begin(language)
    response = render(request, "pages/search.html", context)
    # Cached nowhere: the address holds what somebody wanted to know.
    patch_cache_control(response, no_store=True, private=True)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
