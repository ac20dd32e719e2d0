"""The page with ready words and a picture to send on."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from site_pages.rules.addresses import other_language
from site_pages.rules.frame import hide_from_search
from site_pages.rules.safety import keep_off_device, offer_exit
from site_pages.selectors.forwarding import forward_pictures, forward_texts, voice_note_of
from site_pages.selectors.sharing import shared_at
from site_pages.selectors.translations import Counterpart
from site_pages.views.pages import not_translated


@require_safe
def forward(request: HttpRequest, place: str) -> HttpResponse:
    """Show what can be sent on of a place, in the language of the address."""
    language = (get_language() or "ur")[:2]
    shared = shared_at(place, language)
    if shared is None or shared.is_fallback:
        other = _counterpart(place, other_language(language))
        return not_translated(request, other)
    if shared.place != place:
        return HttpResponseRedirect(reverse("site_pages:forward", args=[shared.place]))
    if _counterpart(place, other_language(language)) is None:
        hide_from_search(request)
    if shared.is_sensitive:
        offer_exit(request)
    context = {
        "shared": shared,
        "texts": forward_texts(shared),
        "pictures": forward_pictures(shared),
        "voice_note": voice_note_of(shared),
    }
    response = render(request, "pages/forward.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return keep_off_device(response) if shared.is_sensitive else response


def _counterpart(place: str, language: str) -> Counterpart | None:
    """Return what the other language sends on from the same place, or None."""
    with translation.override(language):
        shared = shared_at(place, language)
        if shared is None or shared.is_fallback:
            return None
        url = reverse("site_pages:forward", args=[place])
    return Counterpart(shared.title, url, language, shared.is_sensitive)
