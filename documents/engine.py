"""The one drawing engine: typst templates filled with data, as PDF or as pictures."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

from documents.errors import DrawingFailed

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(__file__).parent.parent / "static" / "fonts"
DRAWINGS_REMEMBERED = 10


def render_pdf(template: str, data: Mapping[str, object]) -> bytes:
    """Return documents/templates/<template>.typ drawn as a PDF.

    Raises DrawingFailed when the template is unknown or cannot be drawn.
    """
    return _pdf(_compiler(template, data), template)


def render_pdf_with_facts(
    template: str, data: Mapping[str, object], label: str
) -> tuple[bytes, Any]:
    """Return the PDF and the value the template left under a label, e.g. where its rows fell."""
    compiler = _compiler(template, data)
    drawn = _pdf(compiler, template)
    return drawn, json.loads(compiler.query(f"<{label}>", field="value", one=True))


def render_png(template: str, data: Mapping[str, object], pixels_per_inch: float) -> list[bytes]:
    """Return one PNG per page.

    Raises DrawingFailed when the template is unknown or cannot be drawn.
    """
    compiler = _compiler(template, data)
    try:
        drawn = compiler.compile(format="png", ppi=pixels_per_inch)
    except typst.TypstError as error:
        raise DrawingFailed(template, error.message) from error
    return drawn if isinstance(drawn, list) else [drawn or b""]


def forget_drawings() -> None:
    """Make the engine let go of what it remembers of earlier drawings.

    It keeps whatever one of its last ten drawings used: 0.2 MB for each row of a long list, and
    for as long as the process lives. Empty drawings push it out in about 15 ms.
    """
    for _ in range(DRAWINGS_REMEMBERED + 1):
        typst.Compiler(font_paths=_faces()).compile(format="pdf")


def _pdf(compiler: typst.Compiler, template: str) -> bytes:
    """Draw without tags: they make a list five times as large and help nobody on paper."""
    try:
        drawn = compiler.compile(format="pdf", pdf_tags=False)
    except typst.TypstError as error:
        raise DrawingFailed(template, error.message) from error
    return drawn if isinstance(drawn, bytes) else b""


def _compiler(template: str, data: Mapping[str, object]) -> typst.Compiler:
    """Hand the data over as one JSON string, so that markup in a name stays plain text."""
    source = TEMPLATES / f"{template}.typ"
    if not source.is_file():
        raise DrawingFailed(template, "no such template")
    return typst.Compiler(
        source,
        root=TEMPLATES,
        font_paths=_faces(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )


@cache
def _faces() -> typst.Fonts:
    """Return our own faces only: a drawing looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
