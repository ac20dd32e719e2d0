"""The pass as a picture: what is shown at the gate, kept on a phone where no network is needed."""

from dataclasses import asdict, dataclass

from documents.engine import render_png
from documents.glyphs import drawable
from documents.qr import qr_svg
from urdu.isolation import isolate_runs_text

WIDTH_PIXELS = 1080
# The page of templates/pass.typ.
_WIDTH_INCHES = 108 / 25.4
# Longer than any name there is; a pass must still fit a screen.
MOST_LETTERS = 200
_CODES = ("reference", "contact_phone")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassWords:
    """Everything a pass says, in one language; what is empty is left out.

    `reference` is what the code for the camera holds, too.
    """

    language: str
    brand: str
    title: str
    day: str
    clock: str
    place_label: str
    place: str
    name: str
    group_name: str
    people: str
    others: str
    reference_label: str
    reference: str
    contact_label: str
    contact_name: str
    contact_phone: str
    footer: str


def draw_pass(words: PassWords) -> bytes:
    """Return a pass as a PNG, 1080 pixels wide, in the direction of its language.

    Raises DrawingFailed when the engine refuses it.
    """
    said = {
        name: drawable(text) if name in _CODES else _in_order(text)
        for name, text in asdict(words).items()
    }
    data = said | {
        "direction": "rtl" if words.language == "ur" else "ltr",
        "qr": qr_svg(words.reference),
    }
    (drawn,) = render_png("pass", data, pixels_per_inch=WIDTH_PIXELS / _WIDTH_INCHES)
    return drawn


def _in_order(text: str) -> str:
    """Return text as it can be drawn, its numbers isolated, however much somebody typed."""
    words = drawable(isolate_runs_text(text))
    return words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1]}…"
