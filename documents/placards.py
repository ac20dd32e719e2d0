"""Placards to carry: one sentence, as large as A4 or A3 across allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from documents.engine import render_pdf
from documents.printing import Palette, Said, first_picture, pixels_per_inch, said_data


class PlacardPaper(StrEnum):
    """Which paper a placard is printed on, lying across."""

    A4 = "a4"
    A3 = "a3"


SIZES = {PlacardPaper.A4: (297.0, 210.0), PlacardPaper.A3: (420.0, 297.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placards:
    """One sentence a sheet; `campaign` and the helpline stand small at the foot."""

    languages: tuple[str, ...]
    slogans: Sequence[Said]
    brand: Said
    campaign: Said
    helpline_label: Said
    helpline: str


def placards_pdf(placards: Placards, paper: PlacardPaper, palette: Palette) -> bytes:
    """Return the placards as a PDF, a page for each sentence."""
    return render_pdf("placard", placard_data(placards, paper, palette))


def placard_png(
    placards: Placards, paper: PlacardPaper, palette: Palette, width_pixels: int
) -> bytes:
    """Return the first placard as a picture."""
    resolution = pixels_per_inch(SIZES[paper][0], width_pixels)
    return first_picture("placard", placard_data(placards, paper, palette), resolution)


def placard_data(placards: Placards, paper: PlacardPaper, palette: Palette) -> dict[str, object]:
    """Return what documents/templates/placard.typ reads."""
    width, height = SIZES[paper]
    return {
        "width_mm": width,
        "height_mm": height,
        "palette": palette.value,
        "languages": list(placards.languages),
        "slogans": [said_data(slogan) for slogan in placards.slogans],
        "brand": said_data(placards.brand),
        "campaign": said_data(placards.campaign),
        "helpline_label": said_data(placards.helpline_label),
        "helpline": placards.helpline,
    }
