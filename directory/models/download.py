"""Files to download: PDFs written anew, with a title in both languages."""

import hashlib
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import models
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from wagtail.documents.models import AbstractDocument

from directory.enums import TextLanguage
from directory.models.uploads import kept_name
from directory.rules import BYTES_IN_KILOBYTE, kilobytes
from documents.errors import NotAPresentation
from documents.presentations import MOST_BYTES, Presentation, pages_alone

LAST_IN_KILOBYTES = 1000


def read_download(upload: "File[Any]") -> Presentation:
    """Return the pages of an upload alone; raises NotAPresentation before reading a huge one."""
    if upload.size is None or upload.size > MOST_BYTES:
        raise NotAPresentation
    upload.seek(0)
    return pages_alone(upload.read())


class DownloadFieldFile(FieldFile):
    """A file of pages alone, however it came in: form, many at once, or code."""

    instance: "CampaignDocument"

    def save(self, name: str, content: Any, save: bool = True) -> None:
        """Keep the pages under a name of our own; raises NotAPresentation."""
        kept = read_download(content)
        self.instance.page_count = kept.page_count
        self.instance.file_size = len(kept.data)
        self.instance.file_hash = hashlib.sha1(kept.data, usedforsecurity=False).hexdigest()
        title = self.instance.title_en or self.instance.title or name
        super().save(kept_name(title, "pdf"), ContentFile(kept.data), save)


class DownloadField(models.FileField):
    """A file field that keeps nothing it has not cleaned."""

    attr_class = DownloadFieldFile


class CampaignDocument(AbstractDocument):
    """A handout, a report, a letter to print: for pages, the press and the forward pack.

    `title` is what staff find it by; readers see `title_en` or `title_ur`.
    """

    file = DownloadField(upload_to="documents")
    title_en = models.CharField(max_length=160, blank=True)
    title_ur = models.CharField(max_length=160, blank=True)
    language = models.CharField(
        max_length=4, choices=TextLanguage.choices, blank=True, help_text="What it is written in."
    )
    page_count = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "title_en",
        "title_ur",
        "language",
        "collection",
        "tags",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = "download"
        verbose_name_plural = "downloads"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the file first: size, hash and pages are those of what is kept."""
        if self.file and not getattr(self.file, "_committed", True):
            self.file.save(str(self.file.name), self.file.file, save=False)
        super().save(*args, **kwargs)

    @property
    def is_publishable(self) -> bool:
        """It says in both languages what it is, and in which language it is written."""
        return bool(self.title_en and self.title_ur and self.language)

    @property
    def kilobytes(self) -> int:
        """The size, at least one."""
        return kilobytes(self.get_file_size())

    @property
    def megabytes(self) -> str:
        """The size of a large file with one decimal; empty for a small one."""
        if self.kilobytes < LAST_IN_KILOBYTES:
            return ""
        return f"{self.kilobytes / BYTES_IN_KILOBYTE:.1f}"

    @property
    def kind(self) -> str:
        """The kind of file, as readers know it; found in its bytes, not in its name."""
        return "PDF"

    @property
    def url(self) -> str:
        """The address of the file, outside the folder of pictures: see directory.views."""
        return reverse("directory:download", args=[self.pk, self.filename])
