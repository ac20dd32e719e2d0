"""The pictures messengers show of a link, and the short addresses of pages."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from documents.cards import CardShape, CardWords, card_fingerprint, card_png
from documents.keeping import kept_drawing
from site_pages.selectors.cards import card_address, card_words
from site_pages.selectors.sharing import readable_page, shared_at

YEAR_SECONDS = 365 * 24 * 60 * 60
SHAPES = {shape.value for shape in CardShape}


@require_safe
def card(request: HttpRequest, place: str, fingerprint: str, shape: str) -> HttpResponse:
    """Answer the picture of a public place; an earlier picture's address leads to today's."""
    shared = shared_at(place, (get_language() or "ur")[:2])
    if shared is None or shape not in SHAPES:
        raise Http404
    words = card_words(shared)
    if fingerprint != card_fingerprint(words):
        return HttpResponseRedirect(card_address(shared, CardShape(shape)))
    return picture_answer(words, CardShape(shape))


def picture_answer(words: CardWords, shape: CardShape) -> HttpResponse:
    """Answer a drawing that its address names for ever, drawn once for all who ask."""
    name = f"{card_fingerprint(words)}-{shape.value}.png"
    png = kept_drawing(Path(settings.VAR_DIR) / "cards", name, lambda: card_png(words, shape))
    response = HttpResponse(png, content_type="image/png")
    # A page taken down takes its picture along: what stands between asks again after minutes.
    patch_cache_control(
        response,
        public=True,
        max_age=YEAR_SECONDS,
        s_maxage=settings.SHARED_CACHE_SECONDS,
        immutable=True,
    )
    # Messengers and partners' pages show it on their own screens.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def by_number(request: HttpRequest, number: int) -> HttpResponse:
    """Lead to a page by its number: short in a message, and naming nothing."""
    page = readable_page(number, (get_language() or "ur")[:2])
    if page is None:
        raise Http404
    return HttpResponseRedirect(page.get_url() or "/")
