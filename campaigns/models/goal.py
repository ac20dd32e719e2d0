"""What a campaign sets out to reach, in the whole country and in single cities."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey

from campaigns.models.campaign import Campaign
from directory.models import City

AT_LEAST_ONE = MinValueValidator(1)


class CampaignGoal(models.Model):
    """The goals for a city, or (without a city) for the whole country; empty is no goal."""

    campaign = ParentalKey(Campaign, on_delete=models.CASCADE, related_name="goals")
    city = models.ForeignKey(
        City,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty for the whole country.",
    )
    walkers = models.PositiveIntegerField(null=True, blank=True, validators=[AT_LEAST_ONE])
    pledges = models.PositiveIntegerField(null=True, blank=True, validators=[AT_LEAST_ONE])
    organisations = models.PositiveIntegerField(null=True, blank=True, validators=[AT_LEAST_ONE])

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "city"],
                condition=Q(city__isnull=False),
                name="one_goal_per_city",
            ),
            models.UniqueConstraint(
                fields=["campaign"],
                condition=Q(city__isnull=True),
                name="one_goal_of_the_country",
            ),
        ]

    def __str__(self) -> str:
        return f"goal {self.pk}"
