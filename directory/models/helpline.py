"""Helplines and services, with the source and day each number was last checked."""

from typing import ClassVar

from django.db import models

from directory.enums import Province
from directory.models.city import City


class HelplineQuerySet(models.QuerySet["Helpline"]):
    """Which numbers may be shown as fact."""

    def verified(self) -> "HelplineQuerySet":
        """Only numbers that somebody has checked, in the order staff chose."""
        return self.filter(is_verified=True).order_by("position", "pk")


class Helpline(models.Model):
    """A number people can call; an unverified one is kept but never shown."""

    slug = models.SlugField(unique=True)
    name_en = models.CharField(max_length=160)
    name_ur = models.CharField(max_length=160)
    number_display = models.CharField(max_length=32, help_text="As people write it: 0333-1110566")
    dial = models.CharField(max_length=20, help_text="What a phone dials: +923331110566 or 1099")
    what_for_en = models.CharField(max_length=240)
    what_for_ur = models.CharField(max_length=240)
    area_en = models.CharField(max_length=80)
    area_ur = models.CharField(max_length=80)
    # Null means the whole country; a city's own number names its province too.
    province = models.CharField(  # noqa: DJ001 - a column that may be null is added without a rewrite
        max_length=40,
        choices=Province.choices,
        null=True,
        blank=True,
        help_text="Empty for a number of the whole country.",
    )
    city = models.ForeignKey(
        City,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="helplines",
        help_text="Only for a number that serves one city.",
    )
    # Values of directory.enums.Need.
    needs = models.JSONField(null=True, blank=True)
    hours_en = models.CharField(max_length=120, blank=True)
    hours_ur = models.CharField(max_length=120, blank=True)
    is_emergency = models.BooleanField(default=False)
    is_verified = models.BooleanField(default=False)
    checked_on = models.DateField(null=True, blank=True)
    source_title_en = models.CharField(max_length=400, blank=True)
    source_title_ur = models.CharField(max_length=400, blank=True)
    source_url = models.CharField(max_length=1200, blank=True)
    note = models.TextField(blank=True, help_text="For staff only; never shown.")
    position = models.PositiveSmallIntegerField(default=100)

    objects = HelplineQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "pk"]

    def __str__(self) -> str:
        return self.name_en
