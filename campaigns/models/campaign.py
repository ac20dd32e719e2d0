"""A year's campaign around the World Day, with its words in both languages."""

from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from modelcluster.models import ClusterableModel

from directory.models import CampaignImage

A_NUMBER = RegexValidator(r"^\+?[0-9]{3,15}$", "Digits only, with a plus before the country.")


class CampaignManager(models.Manager["Campaign"]):
    """Which years readers see."""

    def public(self) -> models.QuerySet["Campaign"]:
        """All but those still being prepared."""
        return self.filter(is_draft=False)


class Campaign(ClusterableModel):
    """One year; exactly one is current, past ones keep their addresses."""

    year = models.PositiveSmallIntegerField(unique=True)
    title_en = models.CharField(max_length=160)
    title_ur = models.CharField(max_length=160)
    theme_en = models.CharField(
        max_length=240, blank=True, help_text="Empty until the United Nations announces it."
    )
    theme_ur = models.CharField(max_length=240, blank=True)
    summary_en = models.TextField(blank=True)
    summary_ur = models.TextField(blank=True)
    world_day_on = models.DateField()
    hashtag = models.CharField(max_length=60, blank=True)
    picture = models.ForeignKey(
        CampaignImage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="With consent, no recognisable child, and described in both languages.",
    )
    pledge_en = models.TextField(blank=True, help_text="The pledge's own sentence.")
    pledge_ur = models.TextField(blank=True)
    # Where somebody may write or call first, which confirms their pledge at no cost.
    whatsapp_number = models.CharField(
        max_length=16,
        blank=True,
        default="",
        db_default="",
        validators=[A_NUMBER],
        help_text="For confirming a pledge by WhatsApp, e.g. +923001234567.",
    )
    sms_number = models.CharField(
        max_length=16,
        blank=True,
        default="",
        db_default="",
        validators=[A_NUMBER],
        help_text="For confirming by SMS: a mobile number or a short code.",
    )
    missed_call_number = models.CharField(
        max_length=16,
        blank=True,
        default="",
        db_default="",
        validators=[A_NUMBER],
        help_text="For confirming by a missed call, which you bring in at the desk.",
    )
    source_title_en = models.CharField(max_length=240, blank=True)
    source_title_ur = models.CharField(max_length=240, blank=True)
    source_url = models.CharField(max_length=1200, blank=True)
    is_current = models.BooleanField(default=False)
    is_draft = models.BooleanField(
        default=False,
        db_default=False,
        help_text="Being prepared: readers see nothing of this year. Making it the current one "
        "shows it.",
    )

    # Said here, since the base class is untyped.
    objects: ClassVar[CampaignManager] = CampaignManager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-year"]
        # On the campaign, since nobody may have rights on the pledges themselves.
        permissions: ClassVar[Any] = [("manage_pledges", "Can look after pledges at the desk")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["is_current"], condition=Q(is_current=True), name="one_current_campaign"
            ),
            models.CheckConstraint(
                condition=Q(is_current=False) | Q(is_draft=False), name="a_draft_is_not_current"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.title_en}"

    @property
    def takes_pledges(self) -> bool:
        """Only the current campaign does, and only with its words in both languages."""
        return self.is_current and bool(self.pledge_en and self.pledge_ur)
