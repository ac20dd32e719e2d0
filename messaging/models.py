"""The outbox: one row per message, written with what it reports, sent by the worker."""

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from messaging.enums import Channel, MessageKind, MessageState, SuppressionReason

ON_THE_WAY = (MessageState.QUEUED, MessageState.STUCK)


class OutboxMessageQuerySet(models.QuerySet["OutboxMessage"]):
    """Which messages to send."""

    def due(self, now: datetime.datetime) -> "OutboxMessageQuerySet":
        """Queued, due, and not being sent by another worker."""
        return self.filter(state=MessageState.QUEUED, next_attempt_at__lte=now).filter(
            Q(lease_until__isnull=True) | Q(lease_until__lt=now)
        )


class OutboxMessage(models.Model):
    """One message to one person; its words and address are wiped when it leaves the queue."""

    kind = models.CharField(max_length=40, choices=MessageKind.choices)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    language = models.CharField(max_length=2)
    recipient = models.CharField(max_length=254)
    # Rendered when it is sent: a thousand people can be told in one short transaction.
    template = models.CharField(max_length=60, default="")
    context = models.JSONField(default=dict)
    # What the message is about, e.g. an event's slug: for lists of what failed, and no more.
    about = models.CharField(max_length=80, blank=True, db_index=True)
    # Whose registration, by its reference: for lists of what failed, and to withdraw what waits.
    reference = models.CharField(max_length=40, blank=True, db_default="", db_index=True)
    # Leaves at night too: by the next morning it would be too late.
    is_urgent = models.BooleanField(default=False, db_default=False)
    # Nothing is sent about an event that is over.
    not_after = models.DateTimeField(null=True, blank=True)
    # Made from what the message reports, never random: a repeat after a crash carries
    # the same Message-ID, and the unique key stops the same message being queued twice.
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(
        max_length=10, choices=MessageState.choices, default=MessageState.QUEUED
    )
    attempt_count = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=200, blank=True)

    objects = OutboxMessageQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "next_attempt_at"], name="outbox_due")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # Own links stand in these words: nothing may outlast its time on the way.
            models.CheckConstraint(
                condition=Q(state__in=ON_THE_WAY) | Q(recipient="", context={}),
                name="only_unsent_messages_hold_words",
            )
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"


class SuppressedAddress(models.Model):
    """An address or number nothing is sent to any more; its hash only."""

    address_hash = models.CharField(max_length=64, unique=True)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    reason = models.CharField(max_length=20, choices=SuppressionReason.choices)
    suppressed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        verbose_name_plural = "suppressed addresses"

    def __str__(self) -> str:
        return f"suppressed {self.pk}"
