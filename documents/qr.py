"""Codes for the camera: as inline SVG for pages, as PNG for messages and downloads."""

from io import BytesIO

import segno

# Fifteen in a hundred parts may be dirty or torn; more would shrink the squares of a pass.
ERROR_CORRECTION = "m"


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
