"""The pictures messengers show of a link, and the short addresses of pages."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from campaigns.views.drawings import SHAPES, card_answer
from documents.cards import CardShape, card_fingerprint
from site_pages.selectors.cards import card_address, card_words
from site_pages.selectors.sharing import path_by_number, shared_at


@require_safe
def card(request: HttpRequest, place: str, fingerprint: str, shape: str) -> HttpResponse:
    """Answer the picture of a public place; an earlier picture's address leads to today's."""
    shared = shared_at(place, (get_language() or "ur")[:2])
    if shared is None or shape not in SHAPES:
        raise Http404
    words = card_words(shared)
    if fingerprint != card_fingerprint(words):
        return HttpResponseRedirect(card_address(shared, CardShape(shape)))
    return card_answer(words, CardShape(shape))


@require_safe
def by_number(request: HttpRequest, number: int) -> HttpResponse:
    """Lead to a page by its number: short in a message, and naming nothing."""
    path = path_by_number(number, (get_language() or "ur")[:2])
    if path is None:
        raise Http404
    return HttpResponseRedirect(path)
