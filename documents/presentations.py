"""PDFs from other people: copied page by page, so that no script or hidden file comes along."""

import io
from dataclasses import dataclass

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from documents.errors import NotAPresentation
from documents.jpeg_notes import pixels_alone

MOST_BYTES = 10 * 1024 * 1024
MOST_PAGES = 200
# What a page may do when it is opened or tapped: nothing is kept but links to pages and the web.
_ACTIVE = ("/AA", "/A", "/Annots", "/OpenAction")
# Who made a page or a picture on it, with what, where and when.
_TOLD = ("/Metadata", "/PieceInfo", "/LastModified")


@dataclass(frozen=True, slots=True)
class Presentation:
    """A PDF of pages alone."""

    data: bytes
    page_count: int


def pages_alone(data: bytes) -> Presentation:
    """Return the same pages without metadata, scripts, attachments, forms or annotations.

    Raises NotAPresentation for what is no PDF, is locked, too large, or has too many pages.
    """
    if len(data) > MOST_BYTES or not data.lstrip()[:5] == b"%PDF-":
        raise NotAPresentation
    try:
        return _copied(PdfReader(io.BytesIO(data)))
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise NotAPresentation from error


def _copied(reader: PdfReader) -> Presentation:
    if reader.is_encrypted or not 0 < len(reader.pages) <= MOST_PAGES:
        raise NotAPresentation
    writer = PdfWriter()
    for page in reader.pages:
        for name in _ACTIVE:
            page.pop(name, None)
        writer.add_page(page)
    for thing in writer._objects:
        _forget_maker(thing)
    writer.metadata = None
    written = io.BytesIO()
    writer.write(written)
    return Presentation(written.getvalue(), len(reader.pages))


def _forget_maker(thing: PdfObject | None) -> None:
    """Take what is told of its maker from one object: notes, and what a camera wrote."""
    if not isinstance(thing, DictionaryObject):
        return
    for name in _TOLD:
        thing.pop(name, None)
    if isinstance(thing, StreamObject) and thing.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        thing._data = pixels_alone(thing._data)
