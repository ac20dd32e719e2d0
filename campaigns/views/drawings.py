"""Answers with a drawing that its address names for ever; pages of every kind give them."""

from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import patch_cache_control

from documents.cards import CardShape, CardWords, card_fingerprint, card_png
from documents.keeping import kept_drawing

SHAPES = {shape.value for shape in CardShape}
YEAR_SECONDS = 365 * 24 * 60 * 60


def card_answer(words: CardWords, shape: CardShape) -> HttpResponse:
    """Answer a card whose fingerprint stands in its address, drawn once for all who ask."""
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
