"""What a campaign lets people pledge, in their own words of both languages."""

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey

from campaigns.models.campaign import Campaign


class PledgeStatement(models.Model):
    """One thing to pledge; a pledger may choose several."""

    campaign = ParentalKey(Campaign, on_delete=models.CASCADE, related_name="statements")
    sort_order = models.PositiveSmallIntegerField(default=0, blank=True)
    text_en = models.CharField(max_length=200)
    text_ur = models.CharField(max_length=200)

    sort_order_field = "sort_order"

    class Meta:
        ordering: ClassVar[list[str]] = ["sort_order", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.text_en
