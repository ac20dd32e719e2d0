"""Consent slips: one for each child, three on a sheet of A4, in both languages on every slip."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.engine import forget_drawings, render_pdf
from documents.glyphs import drawable
from documents.joining import Progress, Sheet, in_batches, join_sheets, untold
from documents.printing import first_picture, pixels_per_inch
from documents.qr import qr_bars
from urdu.isolation import isolate_runs_text

# Whole sheets that draw in a third of a second; five hundred slips at once took 370 MB.
BATCH_SLIPS = 90
LONGEST_LINE = 90
LONGEST_HEADING = 60
# Two lines of the foot.
LONGEST_FOOT = 150
A4_WIDTH_MM = 210.0


@dataclass(frozen=True)
class SlipWords:
    """What a slip says in one language: the event in lines, the consent, what to fill in."""

    title: str
    lines: Sequence[str]
    consent: str
    photographs: str
    child: str
    guardian: str
    phone: str
    signature: str


@dataclass(frozen=True)
class Slip:
    """One child's slip, headed by the group's name; who the child is, a guardian writes."""

    heading: str
    code: str
    number_line: str


@dataclass(frozen=True)
class SlipSheet:
    """The slips of one or more groups for one event.

    `foot_ur` and `foot_en` say whom to ask; `wording` names the version of the consent, so that
    a signed slip tells what was agreed to.
    """

    urdu: SlipWords
    english: SlipWords
    slips: Sequence[Slip]
    foot_ur: str
    foot_en: str
    wording: str


def draw_slips(sheet: SlipSheet, progress: Progress = untold) -> bytes:
    """Return the slips as A4 pages with lines to cut along.

    `progress` is called with how many are drawn. Raises DrawingFailed when the engine refuses
    them.
    """
    drawn = [
        Sheet(_drawn(sheet, sheet.slips[batch]))
        for batch in in_batches(len(sheet.slips), BATCH_SLIPS, progress)
    ]
    return drawn[0].pdf if len(drawn) == 1 else join_sheets(drawn, title=sheet.english.title)


def slips_png(sheet: SlipSheet, width_pixels: int) -> bytes:
    """Return the first page as a picture."""
    resolution = pixels_per_inch(A4_WIDTH_MM, width_pixels)
    return first_picture("slip", slip_data(sheet, sheet.slips), resolution)


def _drawn(sheet: SlipSheet, slips: Sequence[Slip]) -> bytes:
    pdf = render_pdf("slip", slip_data(sheet, slips))
    if len(sheet.slips) > BATCH_SLIPS:
        forget_drawings()
    return pdf


def slip_data(sheet: SlipSheet, slips: Sequence[Slip]) -> dict[str, object]:
    """Return what documents/templates/slip.typ reads."""
    return {
        "urdu": _words(sheet.urdu),
        "english": _words(sheet.english),
        "foot_ur": _line(sheet.foot_ur, LONGEST_FOOT),
        "foot_en": _line(sheet.foot_en, LONGEST_FOOT),
        "wording": sheet.wording,
        "slips": [
            {
                "heading": _line(slip.heading, LONGEST_HEADING),
                "code": slip.code,
                "number_line": _line(slip.number_line),
                "qr": qr_bars(slip.code),
            }
            for slip in slips
        ],
    }


def _words(words: SlipWords) -> dict[str, object]:
    lines = [_line(line, LONGEST_LINE) for line in words.lines if line]
    texts = {name: _line(str(text), 200) for name, text in vars(words).items() if name != "lines"}
    return {**texts, "lines": lines}


def _line(text: str, letters: int = LONGEST_LINE) -> str:
    words = drawable(isolate_runs_text(text))
    return words if len(words) <= letters else f"{words[: letters - 1]}…"
