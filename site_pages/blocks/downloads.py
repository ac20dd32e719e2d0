"""Files to keep: each says its kind, its size and its language before anybody taps."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from wagtail.blocks import CharBlock, ListBlock, StreamBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

NOT_PUBLISHABLE = (
    "This file cannot be offered: it needs a title in both languages and the language it is "
    "written in. Open it under Documents."
)


class DownloadValue(StructValue):
    """What a reader should know of a file before it costs them data."""

    @property
    def is_offered(self) -> bool:
        """Whether the file is there and says what it is; nothing is shown of any other."""
        file = self.get("file")
        return file is not None and file.is_publishable and bool(file.get_file_size())

    @property
    def name(self) -> str:
        """The title on this page, or the file's own in the reader's language."""
        own = getattr(self["file"], f"title_{(get_language() or 'ur')[:2]}")
        return str(self.get("title") or own)


class DownloadBlock(StructBlock):
    """One file."""

    file = DocumentChooserBlock()
    title = CharBlock(
        required=False, max_length=160, help_text="Only if this page needs another title."
    )

    def clean(self, value: Any) -> Any:
        """Ask for what readers must be told of the file."""
        cleaned = super().clean(value)
        file = cleaned.get("file")
        if file is not None and not file.is_publishable:
            raise StructBlockValidationError({"file": ValidationError(NOT_PUBLISHABLE)})
        return cleaned

    class Meta:
        icon = "doc-full-inverse"
        label = "File"
        template = "blocks/download.html"
        value_class = DownloadValue
        description = "One file with its kind, size and language."
        preview_template = "blocks/previews/download.html"


class DownloadsStream(StreamBlock):
    """The files of a page."""

    download = DownloadBlock()


class DownloadsBlock(StructBlock):
    """Files under a heading inside another page."""

    heading = CharBlock(required=False, max_length=120)
    files = ListBlock(DownloadBlock(), min_num=1)

    class Meta:
        icon = "download"
        label = "Downloads"
        template = "blocks/downloads.html"
        description = "Files to keep, each with its kind, size and language."
        preview_template = "blocks/previews/downloads.html"
