"""A year's campaign around the World Day, with its words in both languages."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Campaign(models.Model):
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
    pledge_en = models.TextField(blank=True, help_text="The pledge's own sentence.")
    pledge_ur = models.TextField(blank=True)
    source_title_en = models.CharField(max_length=240, blank=True)
    source_title_ur = models.CharField(max_length=240, blank=True)
    source_url = models.CharField(max_length=1200, blank=True)
    is_current = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["is_current"], condition=Q(is_current=True), name="one_current_campaign"
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.title_en}"

    @property
    def takes_pledges(self) -> bool:
        """Only the current campaign does, and only with its words in both languages."""
        return self.is_current and bool(self.pledge_en and self.pledge_ur)
