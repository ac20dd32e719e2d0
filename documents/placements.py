"""Sheets with a code to scan: one a page for a wall, or twenty-four stickers to cut apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from documents.joining import drawn_in_batches
from documents.printing import (
    Palette,
    Said,
    code_data,
    first_picture,
    in_order,
    pixels_per_inch,
    said_data,
)

# Pages, or stickers, that are drawn at once.
BATCH = 24
LONGEST_LABEL = 90


class PlacementPaper(StrEnum):
    """What is printed."""

    A4 = "a4"
    A5 = "a5"
    STICKERS = "stickers"


# Width and height in millimetres.
SIZES = {
    PlacementPaper.A4: (210.0, 297.0),
    PlacementPaper.A5: (148.0, 210.0),
    PlacementPaper.STICKERS: (210.0, 297.0),
}
TEMPLATES = {
    PlacementPaper.A4: "placement",
    PlacementPaper.A5: "placement",
    PlacementPaper.STICKERS: "sticker",
}


@dataclass(frozen=True, slots=True)
class PlacementCode:
    """One code: what a camera reads, what a person types, and what staff call its place."""

    link: str
    address: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementSheet:
    """What all codes of a print share; what is empty is left out."""

    languages: tuple[str, ...]
    brand: Said
    campaign: Said
    title: Said
    text: Said
    call: Said
    helpline_label: Said
    helpline: str
    codes: Sequence[PlacementCode]


def placements_pdf(sheet: PlacementSheet, paper: PlacementPaper, palette: Palette) -> bytes:
    """Return the codes as a PDF, a page each or twenty-four to a page.

    Raises DrawingFailed when the engine refuses them.
    """
    batches = (placement_data(one, paper, palette) for one in _batches(sheet))
    return drawn_in_batches(TEMPLATES[paper], batches, title=sheet.title[0][1])


def placements_png(
    sheet: PlacementSheet, paper: PlacementPaper, palette: Palette, width_pixels: int
) -> bytes:
    """Return the first page as a picture."""
    resolution = pixels_per_inch(SIZES[paper][0], width_pixels)
    return first_picture(TEMPLATES[paper], placement_data(sheet, paper, palette), resolution)


def placement_data(
    sheet: PlacementSheet, paper: PlacementPaper, palette: Palette
) -> dict[str, object]:
    """Return what documents/templates/placement.typ and sticker.typ read."""
    width, height = SIZES[paper]
    texts = ("brand", "campaign", "title", "text", "call", "helpline_label")
    return {
        "width_mm": width,
        "height_mm": height,
        "palette": palette.value,
        "languages": list(sheet.languages),
        **{name: said_data(getattr(sheet, name)) for name in texts},
        "helpline": sheet.helpline,
        "codes": [
            {
                "qr": code_data(code.link),
                "address": code.address,
                "label": in_order(code.label, LONGEST_LABEL),
            }
            for code in sheet.codes
        ],
    }


def _batches(sheet: PlacementSheet) -> Iterator[PlacementSheet]:
    for begin in range(0, len(sheet.codes), BATCH):
        yield replace(sheet, codes=sheet.codes[begin : begin + BATCH])
