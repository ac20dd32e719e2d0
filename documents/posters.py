"""Posters for walls and for phones: A4, A3, a square and a story, as PDF and as PNG."""

from dataclasses import dataclass
from enum import StrEnum

from documents.engine import render_pdf
from documents.printing import (
    Palette,
    Said,
    code_data,
    first_picture,
    pixels_per_inch,
    said_data,
)


class PosterShape(StrEnum):
    """What a poster is made for."""

    A4 = "a4"
    A3 = "a3"
    SQUARE = "square"
    STORY = "story"


# Width, height and margin in millimetres, and the width of its picture in pixels.
SIZES = {
    PosterShape.A4: (210.0, 297.0, 12.0, 1240),
    PosterShape.A3: (297.0, 420.0, 12.0, 1754),
    PosterShape.SQUARE: (108.0, 108.0, 5.0, 1080),
    PosterShape.STORY: (108.0, 192.0, 6.0, 1080),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterWords:
    """Everything a poster says; what is empty is left out.

    `code` is what a camera reads, `address` what a person types; `note` says of what day it is.
    """

    languages: tuple[str, ...]
    brand: Said
    kicker: Said
    title: Said
    theme: Said
    day: Said
    hours: Said
    place_label: Said
    place: Said
    call: Said
    address: str
    code: str
    helpline_label: Said
    helpline: str
    note: Said


def poster_pdf(words: PosterWords, shape: PosterShape, palette: Palette) -> bytes:
    """Return a poster as a PDF of one page in its own size."""
    return render_pdf("poster", poster_data(words, shape, palette))


def poster_png(
    words: PosterWords, shape: PosterShape, palette: Palette, width_pixels: int | None = None
) -> bytes:
    """Return a poster as a picture: 1080 pixels wide for phones, 150 dpi for paper."""
    width_mm, _height, _margin, pixels = SIZES[shape]
    resolution = pixels_per_inch(width_mm, width_pixels or pixels)
    return first_picture("poster", poster_data(words, shape, palette), resolution)


def poster_data(words: PosterWords, shape: PosterShape, palette: Palette) -> dict[str, object]:
    """Return what documents/templates/poster.typ reads."""
    width, height, margin, _pixels = SIZES[shape]
    texts = ("brand", "kicker", "title", "theme", "day", "hours", "place_label", "place", "call")
    return {
        "shape": shape.value,
        "width_mm": width,
        "height_mm": height,
        "margin_mm": margin,
        "palette": palette.value,
        "languages": list(words.languages),
        **{name: said_data(getattr(words, name)) for name in texts},
        "address": words.address,
        "qr": code_data(words.code),
        "helpline_label": said_data(words.helpline_label),
        "helpline": words.helpline,
        "note": said_data(words.note),
    }
