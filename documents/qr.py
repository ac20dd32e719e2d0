"""Codes for the camera: as inline SVG for pages, as PNG for messages and downloads."""

import re
from io import BytesIO

import segno

# Fifteen in a hundred parts may be dirty or torn; more would shrink the squares of a pass.
ERROR_CORRECTION = "m"

_BLACK = re.compile("1+")


def qr_svg(text: str, *, title: str = "QR") -> str:
    """Return an SVG element to place in a page, quiet zone included, its size left to CSS.

    Black on white also at night, as cameras want it; classes `qr` and `qr__modules`, no style
    attribute. `title` is what a screen reader says: never put the text of a private link there.
    """
    drawn = BytesIO()
    segno.make(text, error=ERROR_CORRECTION, micro=False).save(
        drawn,
        kind="svg",
        xmldecl=False,
        omitsize=True,
        nl=False,
        title=title,
        svgclass="qr",
        lineclass="qr__modules",
        dark="#000",
        light="#fff",
    )
    return drawn.getvalue().decode().replace("<svg ", '<svg role="img" ', 1)


def qr_png(text: str, scale: int = 8) -> bytes:
    """Return a black-on-white PNG, `scale` pixels to a module."""
    drawn = BytesIO()
    segno.make(text, error=ERROR_CORRECTION, micro=False).save(drawn, kind="png", scale=scale)
    return drawn.getvalue()


def qr_rows(text: str) -> list[str]:
    """Return the code's squares row by row, "1" for black; the white around it is the caller's."""
    drawn = segno.make(text, error=ERROR_CORRECTION, micro=False)
    return ["".join("1" if module else "0" for module in row) for row in drawn.matrix]


def qr_bars(text: str) -> dict[str, object]:
    """Return the code as bars for drawings: width in squares; row, and where black begins and ends.

    The templates draw all bars as one outline: hundreds of squares a page cost memory.
    """
    rows = qr_rows(text)
    bars = [
        (row, run.start(), run.end())
        for row, line in enumerate(rows)
        for run in _BLACK.finditer(line)
    ]
    return {"width": len(rows), "bars": bars}
