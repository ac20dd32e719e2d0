"""Many drafts made in one action, so that one action takes them back; and days off."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from campaigns.models import Campaign
from events.enums.hosting import PlanKind


class Plan(models.Model):
    """One action that made drafts; they point here from their schedules."""

    kind = models.CharField(max_length=10, choices=PlanKind.choices)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    # The same form sent twice makes one plan.
    submission_key = models.CharField(max_length=32, unique=True)
    # The year it began, and what that year looked like: changed since, it is not taken back.
    campaign = models.ForeignKey(
        Campaign, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    campaign_fingerprint = models.CharField(max_length=64, blank=True, default="", db_default="")

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"plan {self.pk}"


class PublicHoliday(models.Model):
    """A day off that the moon or the government decides; those of fixed date are known to us."""

    day = models.DateField(unique=True)
    name_en = models.CharField(max_length=80)
    name_ur = models.CharField(max_length=80)
    is_expected = models.BooleanField(
        default=True,
        help_text="Calculated or announced for the time being; untick once it is notified.",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["day"]

    def __str__(self) -> str:
        return f"{self.name_en}, {self.day}"
