"""A pledge for one campaign; it counts once its maker has confirmed it."""

from typing import ClassVar

from django.db import models

from campaigns.enums import PledgeState
from campaigns.models.campaign import Campaign
from directory.models import City
from participants.models import Contact


class PledgeQuerySet(models.QuerySet["Pledge"]):
    """Which pledges count."""

    def counted(self) -> "PledgeQuerySet":
        """Confirmed ones only."""
        return self.filter(state=PledgeState.CONFIRMED)


class Pledge(models.Model):
    """One person's pledge, by e-mail or phone."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="pledges")
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="pledge")
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=PledgeState.choices, default=PledgeState.PENDING
    )
    submission_key = models.CharField(max_length=32, unique=True)
    submission_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    objects = PledgeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["campaign", "state", "city"], name="pledge_counts")
        ]

    def __str__(self) -> str:
        return f"pledge {self.pk}"
