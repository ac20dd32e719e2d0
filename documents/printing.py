"""What everything from the print shop shares: words in one language or two, paper, share size."""

import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum
from io import BytesIO
from typing import Any

from PIL import Image

from documents.engine import render_png
from documents.glyphs import drawable
from documents.qr import qr_bars
from urdu.isolation import isolate_runs_text

# One text as (language, words); the language that leads comes first, the other may follow.
Said = Sequence[tuple[str, str]]

MILLIMETRES_PER_INCH = 25.4
# Longer than any event's or place's name there is; what is longer ends in an ellipsis.
MOST_LETTERS = 160
SHARE_COLOURS = 192


class Palette(StrEnum):
    """Two tones on warm paper, or black ink on white for an old office printer."""

    COLOUR = "colour"
    BLACK = "black"


def said_data(said: Said, letters: int = MOST_LETTERS) -> list[list[str]]:
    """Return a text as the templates read it: drawable, numbers in order, nothing empty."""
    return [[language, in_order(words, letters)] for language, words in said if words.strip()]


def in_order(text: str, letters: int = MOST_LETTERS) -> str:
    """Return text without a character no face has, its numbers isolated, at most so long."""
    words = text if len(text) <= letters else f"{text[: letters - 1]}…"
    return drawable(isolate_runs_text(words))


def is_urdu(name: str) -> bool:
    """Tell whether a name's first letter is of Urdu's script; a name keeps its own direction."""
    strong = (unicodedata.bidirectional(letter) for letter in name)
    return next((one for one in strong if one in {"L", "R", "AL"}), "L") != "L"


def code_data(text: str) -> dict[str, object]:
    """Return a camera's code as the templates draw it, or nothing where there is no text."""
    return qr_bars(text) if text else {}


def pixels_per_inch(width_mm: float, width_pixels: int) -> float:
    """Return the resolution at which a page becomes a picture of a width."""
    return width_pixels / (width_mm / MILLIMETRES_PER_INCH)


def first_picture(template: str, data: Mapping[str, object], resolution: float) -> bytes:
    """Return the first page as a PNG of few colours, small enough to be sent.

    Raises DrawingFailed when the template is unknown or cannot be drawn.
    """
    return small_png(render_png(template, data, resolution)[0])


def small_png(png: bytes) -> bytes:
    """Return the same picture with a palette: a third of the bytes, no difference to the eye."""
    picture: Any = Image.open(BytesIO(png)).convert("RGB")
    few = picture.quantize(SHARE_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    kept = BytesIO()
    few.save(kept, format="PNG", optimize=True)
    return kept.getvalue()
