"""Photographs from people's phones: drawn anew, so that nothing but the picture is kept."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from documents.errors import NotAPhotograph

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 25_000_000
QUALITY = 78


def drawn_anew(data: bytes, longest_side: int) -> bytes:
    """Return a JPEG of the picture, upright, at most so many pixels long; no metadata.

    Raises NotAPhotograph for what is no JPEG, PNG or WebP, is cut off, or is larger than
    MOST_BYTES or MOST_PIXELS: its size is read before a pixel is unpacked.
    """
    if len(data) > MOST_BYTES:
        raise NotAPhotograph
    try:
        with warnings.catch_warnings():
            # Pillow only warns of the smaller bombs.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise NotAPhotograph
                return _encoded(opened, longest_side)
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
