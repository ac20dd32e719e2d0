"""What may stand at a gate: links with a PIN for helpers without an account, and phones."""

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from events.models.event import Event

LABEL_MAX_LENGTH = 40


class GateLink(models.Model):
    """A way to the gate of one event for one day, for a helper without an account.

    Token and PIN are told by two ways and kept as hashes only.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="gate_links")
    label = models.CharField(max_length=LABEL_MAX_LENGTH)
    token_hash = models.CharField(max_length=64, unique=True)
    pin_hash = models.CharField(max_length=160)
    # Before its day the link may open the practice, which counts nothing.
    allows_practice = models.BooleanField(default=False)
    # Answers in the log of lists for whoever uses the link.
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    opens_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"gate link {self.pk}"


class GateDevice(models.Model):
    """A phone at a gate with a token of its own: bound to one event, dead the day after it."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="gate_devices")
    label = models.CharField(max_length=LABEL_MAX_LENGTH)
    token_hash = models.CharField(max_length=64, unique=True)
    link = models.ForeignKey(
        GateLink, null=True, blank=True, on_delete=models.CASCADE, related_name="devices"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    # How many walk-ins this phone may let in by itself while it reaches nobody.
    capacity_share = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(link__isnull=False) | Q(user__isnull=False),
                name="somebody_answers_for_a_device",
            )
        ]

    def __str__(self) -> str:
        return f"gate device {self.pk}"

    def is_alive(self, now: datetime.datetime) -> bool:
        """Tell whether its token still opens anything."""
        return self.revoked_at is None and now < self.expires_at
