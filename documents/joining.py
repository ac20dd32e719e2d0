"""Joining drawings made one after the other into one document with its pages numbered."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
)

from documents.engine import forget_drawings, render_pdf

Progress = Callable[[int], None]
LABEL = NameObject("/PageLabel")


@dataclass(frozen=True)
class Sheet:
    """A drawn PDF, of which the first `pages_kept` pages are wanted, or all."""

    pdf: bytes
    pages_kept: int | None = None

    @cached_property
    def page_count(self) -> int:
        """Return how many pages go into the joined document."""
        if self.pages_kept is not None:
            return self.pages_kept
        return len(PdfReader(BytesIO(self.pdf)).pages)


def join_sheets(sheets: Sequence[Sheet], labels: bytes = b"", *, title: str) -> bytes:
    """Return one PDF; page n of `labels`, if there are any, is laid over page n of the sheets."""
    writer = PdfWriter()
    for sheet in sheets:
        reader = PdfReader(BytesIO(sheet.pdf))
        for page in reader.pages[: sheet.page_count]:
            writer.add_page(page)
    if labels:
        _lay_over(writer, PdfReader(BytesIO(labels)))
    writer.add_metadata({"/Title": title})
    joined = BytesIO()
    writer.write(joined)
    return joined.getvalue()


def drawn_in_batches(
    template: str, batches: Iterable[Mapping[str, object]], *, title: str
) -> bytes:
    """Return one PDF of the same template drawn with each of these data, in order.

    What one batch needed is forgotten before the next. Raises DrawingFailed when the engine
    refuses one.
    """
    drawn: list[Sheet] = []
    for data in batches:
        if drawn:
            forget_drawings()
        drawn.append(Sheet(render_pdf(template, data)))
    return drawn[0].pdf if len(drawn) == 1 else join_sheets(drawn, title=title)


def in_batches(count: int, size: int, progress: Progress) -> Iterator[slice]:
    """Yield slices of so many things, telling before each but the first how many are drawn."""
    for begin in range(0, count, size):
        if begin:
            progress(begin)
        yield slice(begin, begin + size)


def untold(count: int) -> None:
    """Tell nobody how far a drawing is."""


def _lay_over(writer: PdfWriter, labels: PdfReader) -> None:
    """Stamp each page with its label as a drawing of its own.

    Neither is read: merging what is in them takes ten times as long, and minutes for a
    list of thousands.
    """
    before, after = _stream(writer, "q"), _stream(writer, f"Q q {LABEL} Do Q")
    for page, label in zip(writer.pages, labels.pages, strict=True):
        resources = _own(page, "/Resources")
        drawings = DictionaryObject(_resolved(resources.get("/XObject")))
        drawings[LABEL] = _as_drawing(writer, label)
        resources[NameObject("/XObject")] = drawings
        page[NameObject("/Resources")] = resources
        contents = page.raw_get("/Contents")
        drawn = contents if isinstance(contents, ArrayObject) else [contents]
        page[NameObject("/Contents")] = ArrayObject([before, *drawn, after])


def _own(page: PageObject, key: str) -> DictionaryObject:
    """Return a copy for this page alone: pages of one drawing share theirs."""
    return DictionaryObject(_resolved(page.get(key)))


def _resolved(value: object) -> dict[object, object]:
    found = value.get_object() if isinstance(value, IndirectObject) else value
    return dict(found) if isinstance(found, dict) else {}


def _as_drawing(writer: PdfWriter, label: PageObject) -> IndirectObject:
    form = DecodedStreamObject()
    contents = label.get_contents()
    form.set_data(contents.get_data() if contents is not None else b"")
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = label.mediabox.clone(writer)
    form[NameObject("/Resources")] = label["/Resources"].clone(writer)
    return writer._add_object(form.flate_encode())


def _stream(writer: PdfWriter, operators: str) -> IndirectObject:
    stream = DecodedStreamObject()
    stream.set_data(f"\n{operators}\n".encode())
    return writer._add_object(stream)
