"""Messages and calls that people sent first; neither their numbers nor their words are kept."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from campaigns.enums import MessageOutcome, MessageSource
from campaigns.models.campaign import Campaign
from campaigns.models.pledge import Pledge


class ReceivedBatch(models.Model):
    """A sheet of messages or missed calls that staff brought in; it can be taken back."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")
    line_count = models.PositiveIntegerField()
    counted_count = models.PositiveIntegerField()
    submission_key = models.CharField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        default_permissions = ()
        verbose_name_plural = "received batches"

    def __str__(self) -> str:
        return f"received batch {self.pk}"


class ReceivedMessage(models.Model):
    """One message by which somebody confirmed, or tried to."""

    # Hash of the provider's own number of the message: told twice, it acts once.
    message_key = models.CharField(max_length=64, unique=True)
    source = models.CharField(max_length=10, choices=MessageSource.choices)
    outcome = models.CharField(max_length=20, choices=MessageOutcome.choices)
    pledge = models.ForeignKey(
        Pledge, null=True, on_delete=models.SET_NULL, related_name="received_messages"
    )
    batch = models.ForeignKey(
        ReceivedBatch, null=True, on_delete=models.CASCADE, related_name="messages"
    )
    received_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"received message {self.pk}"
