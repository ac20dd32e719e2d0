"""Pictures: who agreed, whether children are shown, who made them, what they show."""

import datetime
import hashlib
import secrets
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    ImageQuerySet,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from directory.enums import PictureState
from directory.models.uploads import kept_name
from directory.rules import picture_state
from documents.errors import NotAPhotograph
from documents.photographs import MOST_BYTES, Drawn, kept_anew

LONGEST_SIDE = 2400
WIDTHS = (400, 800, 1200)
# The best first: a browser takes the first kind that it knows.
FORMATS = {"avif": "avifquality-52", "webp": "webpquality-74", "jpeg": "jpegquality-76"}


def read_picture(upload: "File[Any]") -> Drawn:
    """Return an upload drawn anew; raises NotAPhotograph before reading a huge one."""
    if upload.size is None or upload.size > MOST_BYTES:
        raise NotAPhotograph
    upload.seek(0)
    return kept_anew(upload.read(), LONGEST_SIDE)


class PictureFieldFile(WagtailImageFieldFile):
    """A picture drawn anew, however it came in: form, many at once, replacement, code."""

    def save(self, name: str, content: Any, save: bool = True) -> None:
        """Keep the pixels alone under a name of our own; raises NotAPhotograph."""
        kept = read_picture(content)
        self.instance.file_size = len(kept.data)
        self.instance.file_hash = hashlib.sha1(kept.data, usedforsecurity=False).hexdigest()
        file_name = kept_name(self.instance.title, kept.extension)
        # With a name: without one it counts as no file, and has no width.
        super().save(file_name, ContentFile(kept.data, name=file_name), save)


class PictureField(WagtailImageField):
    """A field that keeps no picture it has not drawn anew."""

    attr_class = PictureFieldFile


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of file a browser may choose: its content type and its addresses with widths."""

    content_type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture as pages show it; url, width and height are of the JPEG every browser knows."""

    url: str
    width: int
    height: int
    sources: tuple[Source, ...]


class PictureQuerySet(ImageQuerySet):
    """Pictures by what stands between them and readers."""

    def in_state(self, state: str, today: datetime.date) -> "PictureQuerySet":
        """Return those in a state on a day of Pakistan; the same as directory.rules says."""
        is_described = Q(is_decorative=True) | (~Q(alt_en="") & ~Q(alt_ur=""))
        found: PictureQuerySet = self.annotate(
            standing=Case(
                When(has_consent=False, then=Value(PictureState.NO_CONSENT.value)),
                When(consent_ends_on__lt=today, then=Value(PictureState.ENDED.value)),
                When(shows_children=True, then=Value(PictureState.CHILDREN.value)),
                When(is_described, then=Value(PictureState.SHOWN.value)),
                default=Value(PictureState.UNDESCRIBED.value),
            )
        ).filter(standing=state)
        return found


class CampaignImage(AbstractImage):
    """An uploaded picture with the facts that decide whether it may be published."""

    file = PictureField(upload_to=get_upload_to, width_field="width", height_field="height")
    has_consent = models.BooleanField(
        default=False, help_text="Everybody who can be recognised has agreed in writing."
    )
    consent_ends_on = models.DateField(
        null=True,
        blank=True,
        help_text="The last day it may be shown, when they agreed until a day; then it goes by "
        "itself. Empty: no end.",
    )
    shows_children = models.BooleanField(default=False)
    is_decorative = models.BooleanField(default=False)
    credit = models.CharField(max_length=160, blank=True)
    alt_en = models.CharField(max_length=240, blank=True)
    alt_ur = models.CharField(max_length=240, blank=True)

    objects = PictureQuerySet.as_manager()

    admin_form_fields = (
        # Wagtail's own description would stand beside ours and be shown to nobody.
        *(name for name in Image.admin_form_fields if name != "description"),
        "alt_en",
        "alt_ur",
        "credit",
        "has_consent",
        "consent_ends_on",
        "shows_children",
        "is_decorative",
    )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the file first, then have copies for readers exactly while it may be published."""
        is_new_file = bool(self.file) and not getattr(self.file, "_committed", True)
        if is_new_file:
            self.file.save(str(self.file.name), self.file.file, save=False)
        super().save(*args, **kwargs)
        if is_new_file:
            self.renditions.all().delete()
        if kwargs.get("update_fields") is None:
            self.settle_copies()

    def settle_copies(self) -> None:
        """Make the copies readers see, or delete every copy when they may not see it any more."""
        if self.is_publishable:
            self.get_renditions(*self._filters())
        else:
            self.renditions.all().delete()

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> "ContentFile[bytes]":  # noqa: A002 - Wagtail's name
        """Return a copy's file without the open temporary file that Wagtail leaves behind."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)

    def state_on(self, day: datetime.date) -> PictureState:
        """Return whether readers may see it on a day of Pakistan, or what is missing first."""
        return picture_state(
            has_consent=self.has_consent,
            consent_ends_on=self.consent_ends_on,
            shows_children=self.shows_children,
            is_described=self.is_decorative or bool(self.alt_en and self.alt_ur),
            today=day,
        )

    @property
    def state(self) -> PictureState:
        """Whether readers may see it today."""
        return self.state_on(timezone.localdate())

    @property
    def is_publishable(self) -> bool:
        """Consent is on record and holds, no child can be recognised, and the alt text exists."""
        return self.state == PictureState.SHOWN

    @property
    def shown(self) -> ShownPicture | None:
        """What readers see of it, None while they may not; looking makes no copies."""
        if not self.is_publishable:
            return None
        filters = self._filters()
        copies = {copy.filter_spec: copy for copy in self.renditions.all()}
        if not all(spec in copies for spec in filters):
            return None
        fallback = copies[filters[-1]]
        return ShownPicture(
            fallback.url, fallback.width, fallback.height, tuple(self._sources(copies))
        )

    def _sources(self, copies: dict[str, Any]) -> list[Source]:
        """Return the kinds a browser may choose from, the smallest file first."""
        found = []
        for name in ("avif", "webp"):
            of_kind = [copies[spec] for spec in self._filters() if f"format-{name}" in spec]
            srcset = ", ".join(f"{copy.url} {copy.width}w" for copy in of_kind)
            found.append(Source(f"image/{name}", srcset))
        return found

    def _filters(self) -> list[str]:
        """Return Wagtail's names of the copies; the JPEG for old browsers comes last."""
        widths = [width for width in WIDTHS if width <= self.width] or [WIDTHS[0]]
        modern = [
            f"width-{width}|format-{name}|{FORMATS[name]}"
            for name in ("avif", "webp")
            for width in widths
        ]
        middle = widths[min(1, len(widths) - 1)]
        return [*modern, f"width-{middle}|format-jpeg|{FORMATS['jpeg']}"]


def refuse_picture(picture: CampaignImage | None) -> None:
    """Raise ValidationError with what is missing when readers may not see a picture today."""
    if picture is not None and not picture.is_publishable:
        raise ValidationError(f"{picture.state.label}. {picture.state.advice}")


class CampaignRendition(AbstractRendition):
    """A scaled copy of a picture, under a name that tells nothing of its other copies."""

    image = models.ForeignKey(CampaignImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """Return a name nobody can guess: whoever knew one copy would know them all."""
        return f"images/{secrets.token_hex(16)}{PurePath(filename).suffix}"
