"""What organisers wrote to the people of an event, and what is still to be sent by hand."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from events.enums import DeliveryState, MessageAudience
from events.models.change import EventChange
from events.models.event import Event
from events.models.link_request import LinkRequest
from events.models.registration import Registration
from messaging.enums import Channel
from participants.models import OwnLink

LONGEST_SUBJECT = 80
LONGEST_TEXT = 700


class DeskMessage(models.Model):
    """One message in both languages, and how many parties it reached by which way."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="desk_messages")
    audience = models.CharField(max_length=10, choices=MessageAudience.choices)
    # A registration's reference or a stakeholder group; "" for the others.
    audience_of = models.CharField(max_length=20, blank=True)
    subject_en = models.CharField(max_length=LONGEST_SUBJECT, blank=True)
    subject_ur = models.CharField(max_length=LONGEST_SUBJECT, blank=True)
    # Emptied with the people it was written to.
    text_en = models.CharField(max_length=LONGEST_TEXT)
    text_ur = models.CharField(max_length=LONGEST_TEXT)
    has_own_link = models.BooleanField(default=False)
    not_after = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    # Of the form: pressed twice, the button sends once.
    submission_key = models.CharField(max_length=32, unique=True)
    submission_hash = models.CharField(max_length=64)
    email_count = models.PositiveIntegerField(default=0)
    text_count = models.PositiveIntegerField(default=0)
    text_part_count = models.PositiveIntegerField(default=0)
    by_hand_count = models.PositiveIntegerField(default=0)
    unreached_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"message {self.pk} of {self.event}"


def _only(source: str) -> Q:
    """Return the condition that this source alone is given."""
    return Q(
        **{f"{name}__isnull": name != source for name in ("message", "change", "link_request")}
    )


class HandDelivery(models.Model):
    """One message to one party that somebody opens on their own phone and sends.

    It reports a message, a change of the event, or a lost link. Nothing of the person stands
    here; an own link is made when the message is opened.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="hand_deliveries")
    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="hand_deliveries"
    )
    message = models.ForeignKey(
        DeskMessage, null=True, blank=True, on_delete=models.CASCADE, related_name="by_hand"
    )
    change = models.ForeignKey(
        EventChange, null=True, blank=True, on_delete=models.CASCADE, related_name="by_hand"
    )
    link_request = models.OneToOneField(
        LinkRequest, null=True, blank=True, on_delete=models.CASCADE, related_name="by_hand"
    )
    state = models.CharField(
        max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING
    )
    channel = models.CharField(max_length=10, choices=Channel.choices, blank=True)
    queued_at = models.DateTimeField()
    not_after = models.DateTimeField(null=True, blank=True)
    # Put off: comes again after all the others.
    skipped_at = models.DateTimeField(null=True, blank=True)
    # In somebody's hands until then.
    lease_until = models.DateTimeField(null=True, blank=True)
    leased_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    # The link made when it was opened last: opened again, that one ends.
    own_link = models.ForeignKey(
        OwnLink, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["event", "state"], name="hand_delivery_queue")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=_only("message") | _only("change") | _only("link_request"),
                name="a_delivery_reports_one_thing",
            ),
            models.UniqueConstraint(
                fields=["message", "registration"], name="one_delivery_per_message"
            ),
            models.UniqueConstraint(
                fields=["change", "registration"], name="one_delivery_per_change"
            ),
        ]

    def __str__(self) -> str:
        return f"delivery {self.pk}"
