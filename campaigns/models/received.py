"""Messages and calls that people sent first; neither their numbers nor their words are kept."""

from typing import ClassVar

from django.db import models

from campaigns.enums import MessageOutcome, MessageSource
from campaigns.models.campaign import Campaign
from campaigns.models.pledge import Pledge
from campaigns.models.undoable import Undoable


class ReceivedBatch(Undoable):
    """A sheet of messages or missed calls that staff brought in; it can be taken back."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")
    line_count = models.PositiveIntegerField()
    counted_count = models.PositiveIntegerField()

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
