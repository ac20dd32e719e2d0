"""Photographs from people's phones: drawn anew, so that nothing but the picture is kept."""

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PIL import Image, ImageOps, UnidentifiedImageError

from documents.errors import NotAPhotograph

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 25_000_000
QUALITY = 78
# What is scaled down again later needs more.
QUALITY_TO_KEEP = 90
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture drawn anew: its bytes and the ending of its file's name."""

    data: bytes
    extension: str


def drawn_anew(data: bytes, longest_side: int) -> bytes:
    """Return a JPEG of the picture, upright, at most so many pixels long; no metadata.

    Raises NotAPhotograph for what is no JPEG, PNG or WebP, is cut off, or is larger than
    MOST_BYTES or MOST_PIXELS: its size is read before a pixel is unpacked.
    """
    return _opened(data, lambda opened: _encoded(opened, longest_side))


def kept_anew(data: bytes, longest_side: int) -> Drawn:
    """Return the picture to be scaled from later: a drawing stays PNG, a photograph is a JPEG.

    Upright, at most so many pixels long, the first frame alone, no metadata; raises
    NotAPhotograph as drawn_anew does.
    """
    return _opened(data, lambda opened: _kept(opened, longest_side))


def _opened(data: bytes, draw: Callable[[Image.Image], Result]) -> Result:
    if len(data) > MOST_BYTES:
        raise NotAPhotograph
    try:
        with warnings.catch_warnings():
            # Pillow only warns of the smaller bombs.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise NotAPhotograph
                return draw(opened)
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
        OSError,
        SyntaxError,
        ValueError,
    ) as error:
        raise NotAPhotograph from error


def _encoded(opened: Image.Image, longest_side: int) -> bytes:
    # A large JPEG is unpacked at half or a quarter of its size where that is enough.
    opened.draft("RGB", (longest_side, longest_side))
    # Made small first: what follows then costs little memory.
    opened.thumbnail((longest_side, longest_side))
    see_through = ImageOps.exif_transpose(opened).convert("RGBA")
    flat = Image.new("RGB", see_through.size, "white")
    flat.paste(see_through, mask=see_through.getchannel("A"))
    written = io.BytesIO()
    flat.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


def _kept(opened: Image.Image, longest_side: int) -> Drawn:
    is_drawing = opened.format == "PNG" or opened.has_transparency_data
    opened.draft("RGB", (longest_side, longest_side))
    opened.thumbnail((longest_side, longest_side))
    mode = "RGBA" if opened.has_transparency_data else "RGB"
    upright = ImageOps.exif_transpose(opened).convert(mode)
    # A picture of the same pixels that has never heard of the file they came in.
    bare = Image.frombytes(mode, upright.size, upright.tobytes())
    written = io.BytesIO()
    if is_drawing:
        bare.save(written, "PNG", optimize=True)
        return Drawn(written.getvalue(), "png")
    bare.save(written, "JPEG", quality=QUALITY_TO_KEEP, optimize=True)
    return Drawn(written.getvalue(), "jpg")
