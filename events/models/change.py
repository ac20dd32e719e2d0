"""What organisers changed about an event, and how many people were told by which channel."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from events.enums import ChangeKind
from events.models.event import Event


class EventChange(models.Model):
    """One postponement, cancellation, move or resumption; numbers only, no person."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=10, choices=ChangeKind.choices)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reason_en = models.CharField(max_length=240, blank=True)
    reason_ur = models.CharField(max_length=240, blank=True)
    told_by_email_count = models.PositiveIntegerField(default=0)
    told_by_sms_count = models.PositiveIntegerField(default=0)
    to_phone_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.event}"
