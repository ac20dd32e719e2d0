"""Pictures: who agreed, whether children are shown, who made them, what they show."""

from typing import ClassVar

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class CampaignImage(AbstractImage):
    """An uploaded picture with the facts that decide whether it may be published."""

    has_consent = models.BooleanField(
        default=False, help_text="Everybody who can be recognised has agreed in writing."
    )
    shows_children = models.BooleanField(default=False)
    is_decorative = models.BooleanField(default=False)
    credit = models.CharField(max_length=160, blank=True)
    alt_en = models.CharField(max_length=240, blank=True)
    alt_ur = models.CharField(max_length=240, blank=True)

    admin_form_fields = (
        *Image.admin_form_fields,
        "alt_en",
        "alt_ur",
        "credit",
        "has_consent",
        "shows_children",
        "is_decorative",
    )

    @property
    def is_publishable(self) -> bool:
        """Consent is on record, no child can be recognised, and the alt text exists."""
        described = self.is_decorative or bool(self.alt_en and self.alt_ur)
        return self.has_consent and not self.shows_children and described


class CampaignRendition(AbstractRendition):
    """A scaled copy of a picture."""

    image = models.ForeignKey(CampaignImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter"
            )
        ]
