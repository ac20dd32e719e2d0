"""Signs for tables and corners: registration, water, where lost children are waited for."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.engine import render_pdf
from documents.printing import Palette, Said, first_picture, pixels_per_inch, said_data

WIDTH_MM = 210.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """One sign a sheet; folded sheets of A4 say it on both sides, A5 ones on one."""

    languages: tuple[str, ...]
    signs: Sequence[Said]
    title: Said
    helpline_label: Said
    helpline: str
    is_folded: bool


def signs_pdf(signs: Signs, palette: Palette) -> bytes:
    """Return the signs as a PDF, a page each."""
    return render_pdf("sign", sign_data(signs, palette))


def sign_png(signs: Signs, palette: Palette, width_pixels: int) -> bytes:
    """Return the first sign as a picture."""
    resolution = pixels_per_inch(WIDTH_MM, width_pixels)
    return first_picture("sign", sign_data(signs, palette), resolution)


def sign_data(signs: Signs, palette: Palette) -> dict[str, object]:
    """Return what documents/templates/sign.typ reads."""
    return {
        "palette": palette.value,
        "languages": list(signs.languages),
        "signs": [said_data(sign) for sign in signs.signs],
        "title": said_data(signs.title),
        "helpline_label": said_data(signs.helpline_label),
        "helpline": signs.helpline,
        "is_folded": signs.is_folded,
    }
