"""What a campaign points to: official pages of others, and sheets to print or send on."""

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey

from campaigns.models.campaign import Campaign
from directory.models import CampaignDocument


class CampaignLink(models.Model):
    """An official page about the year, with who stands behind it."""

    campaign = ParentalKey(Campaign, on_delete=models.CASCADE, related_name="links")
    sort_order = models.PositiveSmallIntegerField(default=0, blank=True)
    title_en = models.CharField(max_length=160)
    title_ur = models.CharField(max_length=160)
    url = models.URLField(max_length=1200)
    source_en = models.CharField(max_length=160)
    source_ur = models.CharField(max_length=160)

    sort_order_field = "sort_order"

    class Meta:
        ordering: ClassVar[list[str]] = ["sort_order", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.title_en


class CampaignMaterial(models.Model):
    """A download that belongs to the year: a poster, a handout, a letter."""

    campaign = ParentalKey(Campaign, on_delete=models.CASCADE, related_name="materials")
    sort_order = models.PositiveSmallIntegerField(default=0, blank=True)
    file = models.ForeignKey(CampaignDocument, on_delete=models.PROTECT, related_name="+")

    sort_order_field = "sort_order"

    class Meta:
        ordering: ClassVar[list[str]] = ["sort_order", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"material {self.pk}"
