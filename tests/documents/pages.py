"""Reading drawn PDFs and pictures back, as far as machines can."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, ContentStream, TextStringObject


def pages_of(pdf: bytes) -> list[PageObject]:
    """Return the pages of a PDF."""
    return list(PdfReader(BytesIO(pdf)).pages)


def texts_of(pdf: bytes) -> list[str]:
    """Return each page's text; Latin and digits are dependable, Urdu is not."""
    return [page.extract_text() for page in pages_of(pdf)]


def glyph_numbers(pdf: bytes) -> Iterator[int]:
    """Yield the number of every glyph drawn; 0 is the box for a missing one."""
    for page in pages_of(pdf):
        contents = page.get_contents()
        assert contents is not None
        for operands, operator in ContentStream(contents, page.pdf).operations:
            if operator in {b"Tj", b"TJ"}:
                yield from _glyphs_in(operands)


def picture(png: bytes) -> Image.Image:
    """Return a drawn page as greys."""
    return Image.open(BytesIO(png)).convert("L")


def ink_box(image: Image.Image) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of everything darker than paper."""
    box = image.point(lambda grey: 255 if grey < 200 else 0).getbbox()
    assert box is not None
    return box


def _glyphs_in(operands: list[object]) -> Iterator[int]:
    for operand in operands:
        pieces = operand if isinstance(operand, ArrayObject) else [operand]
        for piece in pieces:
            if isinstance(piece, TextStringObject | ByteStringObject):
                drawn = piece.original_bytes
                for place in range(0, len(drawn), 2):
                    yield int.from_bytes(drawn[place : place + 2])
