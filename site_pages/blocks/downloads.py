"""Files to keep: each says its kind, its size and its language before anybody taps."""

from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, StreamBlock, StructBlock, StructValue
from wagtail.documents.blocks import DocumentChooserBlock

from site_pages.enums import ContentLanguage

BYTES_IN_KILOBYTE = 1000
LAST_IN_KILOBYTES = 1000


class DownloadValue(StructValue):
    """What a reader should know of a file before it costs them data."""

    @property
    def name(self) -> str:
        """The title on this page, or the file's own."""
        return str(self.get("title") or self["file"].title)

    @property
    def kind(self) -> str:
        """The kind as people know it: PDF."""
        return str(self["file"].file_extension).upper()

    @property
    def kilobytes(self) -> int:
        """The size, at least one; zero when the file is gone, and then nothing is shown."""
        size = self["file"].get_file_size() if self.get("file") else 0
        return max(1, round(size / BYTES_IN_KILOBYTE)) if size else 0

    @property
    def megabytes(self) -> str:
        """The size of a large file with one decimal; empty for a small one."""
        if self.kilobytes < LAST_IN_KILOBYTES:
            return ""
        return f"{self.kilobytes / BYTES_IN_KILOBYTE:.1f}"

    @property
    def language_name(self) -> str:
        """The language in the reader's own."""
        return str(ContentLanguage(self["language"]).label)


class DownloadBlock(StructBlock):
    """One file."""

    file = DocumentChooserBlock()
    title = CharBlock(
        required=False, max_length=160, help_text="Only if this page needs another title."
    )
    language = ChoiceBlock(choices=ContentLanguage.choices, default=ContentLanguage.URDU)

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
