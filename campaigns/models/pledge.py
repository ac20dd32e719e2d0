"""A pledge for one campaign; it counts once its maker has confirmed it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

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
    # SHA-256 of the e-mail address, letter case set aside: one address counts once.
    email_key = models.CharField(max_length=64, blank=True)
    submission_key = models.CharField(max_length=32, unique=True)
    submission_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    objects = PledgeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["campaign", "state", "city"], name="pledge_counts"),
            models.Index(fields=["campaign", "email_key"], name="pledge_address"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "email_key"],
                condition=Q(state=PledgeState.CONFIRMED) & ~Q(email_key=""),
                name="one_counted_pledge_per_address",
            ),
            models.CheckConstraint(
                condition=~Q(state=PledgeState.CONFIRMED) | Q(confirmed_at__isnull=False),
                name="counted_pledges_were_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return f"pledge {self.pk}"
