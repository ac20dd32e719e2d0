"""What a year came to, by city: the only rows the impact page and the open data read."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from campaigns.enums import TallyMeasure
from campaigns.models.campaign import Campaign
from directory.models import City

SOURCES_LENGTH = 80


class Tally(models.Model):
    """One number of one year, for a city or (without a city) for all; no row where it is zero.

    The events of a year always have their row without a city, so that one can tell from when
    the numbers are. `counted_at` is when the number last changed.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="tallies")
    city = models.ForeignKey(
        City, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    measure = models.CharField(max_length=14, choices=TallyMeasure.choices)
    value = models.PositiveIntegerField()
    # How a head-count is known, codes in order: "press,stewards".
    sources = models.CharField(max_length=SOURCES_LENGTH, blank=True)
    counted_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "measure", "city"],
                condition=Q(city__isnull=False),
                name="one_tally_per_city",
            ),
            models.UniqueConstraint(
                fields=["campaign", "measure"],
                condition=Q(city__isnull=True),
                name="one_tally_of_all_cities",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} of {self.campaign_id}: {self.value}"
