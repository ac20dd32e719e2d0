"""Invitation-only seminars: who was asked, what they answered, seats kept per group."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from events.enums import InvitationState, StakeholderGroup
from events.models.event import Event
from events.models.registration import Registration
from participants.models import Contact


class SeatQuota(models.Model):
    """Seats kept for one stakeholder group; the database refuses more than there are."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="seat_quotas")
    group = models.CharField(max_length=20, choices=StakeholderGroup.choices)
    seats = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "group"], name="one_quota_per_group"),
            models.CheckConstraint(condition=Q(taken__lte=F("seats")), name="seats_not_oversold"),
        ]

    def __str__(self) -> str:
        return f"{self.taken} of {self.seats} for {self.group}"


class Invitation(models.Model):
    """One person or office asked to come; only the hash of its code is kept."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="invitations")
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="invitation")
    group = models.CharField(max_length=20, choices=StakeholderGroup.choices)
    organisation = models.CharField(max_length=160, blank=True)
    seats = models.PositiveSmallIntegerField(default=1)
    code_hash = models.CharField(max_length=64, unique=True)
    state = models.CharField(
        max_length=10, choices=InvitationState.choices, default=InvitationState.SENT
    )
    registration = models.OneToOneField(
        Registration, null=True, blank=True, on_delete=models.SET_NULL, related_name="invitation"
    )
    created_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"invitation {self.pk}"
