"""Pictures that somebody looked at, and how far a drawing may be from them."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

FOLDER = Path(__file__).parent / "golden"
# Greys further apart than this are another picture; edges of letters differ by less.
FAR_APART = 48
# A word moved by a line changes a hundredth of a sheet, another letter a few thousandths.
SHARE_ALLOWED = 0.0008


def share_apart(name: str, png: bytes) -> float:
    """Return which share of the dots of golden/<name>.png a drawing shows otherwise.

    A picture of another size is wholly another one. To make a picture anew, look at the drawing
    first, and write it there.
    """
    golden = Image.open(FOLDER / f"{name}.png").convert("L")
    drawn = Image.open(BytesIO(png)).convert("L")
    if golden.size != drawn.size:
        return 1.0
    apart = ImageChops.difference(golden, drawn).point(lambda grey: 255 if grey > FAR_APART else 0)
    return float(apart.histogram()[255]) / (golden.width * golden.height)
