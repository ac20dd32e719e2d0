"""Joining drawings made one after the other into one document with its pages numbered."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from pypdf import PdfReader, PdfWriter


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
    label_pages = iter(PdfReader(BytesIO(labels)).pages) if labels else None
    for sheet in sheets:
        reader = PdfReader(BytesIO(sheet.pdf))
        for page in reader.pages[: sheet.page_count]:
            added = writer.add_page(page)
            if label_pages is not None:
                added.merge_page(next(label_pages))
    for page in writer.pages:
        page.compress_content_streams()
    writer.add_metadata({"/Title": title})
    joined = BytesIO()
    writer.write(joined)
    return joined.getvalue()
