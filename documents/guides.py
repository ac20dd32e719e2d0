"""Pages to read or to hang up: steps in their order, or the numbers to call."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.engine import render_pdf
from documents.printing import Palette, Said, first_picture, in_order, pixels_per_inch, said_data

WIDTH_MM = 210.0
LONGEST_PARAGRAPH = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEntry:
    """One step, or one number to call with what it is for."""

    words: Said
    more: Said = ()
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """One A4 page; with strips, the helpline can be torn off at its foot."""

    languages: tuple[str, ...]
    kicker: Said
    title: Said
    intro: Said
    entries: Sequence[GuideEntry]
    helpline_label: Said
    helpline: str
    note: Said = ()
    has_strips: bool = False


def guide_pdf(guide: Guide, palette: Palette) -> bytes:
    """Return the page as a PDF."""
    return render_pdf("guide", guide_data(guide, palette))


def guide_png(guide: Guide, palette: Palette, width_pixels: int) -> bytes:
    """Return the page as a picture."""
    resolution = pixels_per_inch(WIDTH_MM, width_pixels)
    return first_picture("guide", guide_data(guide, palette), resolution)


def guide_data(guide: Guide, palette: Palette) -> dict[str, object]:
    """Return what documents/templates/guide.typ reads."""
    return {
        "palette": palette.value,
        "languages": list(guide.languages),
        "kicker": said_data(guide.kicker),
        "title": said_data(guide.title),
        "intro": said_data(guide.intro, LONGEST_PARAGRAPH),
        "entries": [
            {
                "words": said_data(entry.words, LONGEST_PARAGRAPH),
                "more": said_data(entry.more, LONGEST_PARAGRAPH),
                "number": in_order(entry.number),
            }
            for entry in guide.entries
        ],
        "helpline_label": said_data(guide.helpline_label),
        "helpline": guide.helpline,
        "note": said_data(guide.note),
        "has_strips": guide.has_strips,
    }
