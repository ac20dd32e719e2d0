"""What is told of an event afterwards: how many came, photographs, presentations, press note."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from directory.models import CampaignImage
from events.enums import HeadcountSource
from events.models.event import Event

LONGEST_NOTE = 6000


class EventReport(models.Model):
    """One event's report; shown on its public page from the moment organisers say so."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="report")
    headcount = models.PositiveIntegerField(null=True, blank=True)
    headcount_source = models.CharField(max_length=12, choices=HeadcountSource.choices, blank=True)
    counted_by_en = models.CharField(max_length=160, blank=True)
    counted_by_ur = models.CharField(max_length=160, blank=True)
    # How many were let in, walk-ins among them, when it was published.
    arrived_count = models.PositiveIntegerField(null=True, blank=True)
    press_note_en = models.TextField(blank=True)
    press_note_ur = models.TextField(blank=True)
    changed_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(headcount__isnull=True) | ~Q(headcount_source=""),
                name="a_headcount_has_a_source",
            )
        ]

    def __str__(self) -> str:
        return f"report of {self.event}"


class ReportPhotograph(models.Model):
    """A photograph of the event; the picture itself knows of consent and children."""

    report = models.ForeignKey(EventReport, on_delete=models.CASCADE, related_name="photographs")
    image = models.OneToOneField(CampaignImage, on_delete=models.CASCADE, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"photograph {self.pk}"


class ReportPresentation(models.Model):
    """The slides or paper of a speaker, as a PDF written anew."""

    report = models.ForeignKey(EventReport, on_delete=models.CASCADE, related_name="presentations")
    title_en = models.CharField(max_length=160)
    title_ur = models.CharField(max_length=160)
    file = models.FileField(upload_to="presentations/")
    byte_count = models.PositiveIntegerField()
    page_count = models.PositiveSmallIntegerField()
    added_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"presentation {self.pk}"
