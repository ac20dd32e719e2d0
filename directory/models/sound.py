"""Sound to listen to and to forward: voice notes with their words written down."""

from typing import Any, ClassVar

from django.core.files.base import ContentFile, File
from django.db import models
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from django.utils.translation import get_language

from directory.enums import SoundKind, SpokenLanguage
from directory.models.uploads import kept_name
from directory.rules import kilobytes
from documents.errors import NotASound
from documents.sounds import MOST_BYTES, Sound, sound_alone


def read_sound(upload: "File[Any]") -> Sound:
    """Return the sound of an upload alone; raises NotASound before reading a huge one."""
    if upload.size is None or upload.size > MOST_BYTES:
        raise NotASound
    upload.seek(0)
    return sound_alone(upload.read())


class SoundFieldFile(FieldFile):
    """A file of sound alone, however it came in."""

    instance: "SoundFile"

    def save(self, name: str, content: Any, save: bool = True) -> None:
        """Keep the sound under a name of our own; raises NotASound."""
        kept = read_sound(content)
        self.instance.kind = kept.extension
        self.instance.seconds = max(1, round(kept.seconds))
        self.instance.byte_count = len(kept.data)
        file_name = kept_name(self.instance.title_en or name, kept.extension)
        super().save(file_name, ContentFile(kept.data), save)


class SoundField(models.FileField):
    """A file field that keeps nothing it has not cleaned."""

    attr_class = SoundFieldFile


class SoundFile(models.Model):
    """A recording in one language; without its words written down it is shown nowhere."""

    title_en = models.CharField(max_length=160)
    title_ur = models.CharField(max_length=160)
    language = models.CharField(
        max_length=4, choices=SpokenLanguage.choices, help_text="What is spoken."
    )
    file = SoundField(
        upload_to="sounds",
        help_text="A voice note (Opus), MP3 or M4A: at most 10 minutes and 4 MB.",
    )
    transcript = models.TextField(
        blank=True,
        help_text="Every word that is said, in the same language: for whoever cannot listen now.",
    )
    has_consent = models.BooleanField(
        default=False, help_text="Everybody whose voice is heard has agreed in writing."
    )
    kind = models.CharField(max_length=4, choices=SoundKind.choices, editable=False)
    seconds = models.PositiveSmallIntegerField(editable=False)
    byte_count = models.PositiveIntegerField(editable=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["title_en", "pk"]
        verbose_name = "sound"
        verbose_name_plural = "sounds"

    def __str__(self) -> str:
        return self.title_en

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the file first: kind, length and size are those of what is kept."""
        if self.file and not getattr(self.file, "_committed", True):
            self.file.save(str(self.file.name), self.file.file, save=False)
        super().save(*args, **kwargs)

    @property
    def is_publishable(self) -> bool:
        """Whoever speaks has agreed, and whoever cannot hear it can read it."""
        return self.has_consent and bool(self.transcript.strip())

    @property
    def title(self) -> str:
        """What it is called in the reader's language."""
        return self.title_en if (get_language() or "ur")[:2] == "en" else self.title_ur

    @property
    def direction(self) -> str:
        """The direction its words are written in, as HTML says it."""
        return "ltr" if self.language == SpokenLanguage.ENGLISH else "rtl"

    @property
    def length(self) -> str:
        """Minutes and seconds: "2:05"."""
        minutes, seconds = divmod(self.seconds, 60)
        return f"{minutes}:{seconds:02}"

    @property
    def kilobytes(self) -> int:
        """What it costs to hear, in kilobytes: at least one."""
        return kilobytes(self.byte_count)

    @property
    def content_type(self) -> str:
        """What browsers are told it is."""
        return SoundKind(self.kind).content_type

    @property
    def filename(self) -> str:
        """The last part of its name in the store."""
        return str(self.file.name).rsplit("/", 1)[-1]

    @property
    def url(self) -> str:
        """The address of the file, outside the folder of pictures: see directory.views."""
        return reverse("directory:sound", args=[self.pk, self.filename])
