"""Somebody who wants to host a walk in their city, and what the campaign answered."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from directory.models import City
from events.enums.hosting import DeclineReason, HostApplicationState, HostKind
from events.models.event import Event
from participants.models import Contact


class HostApplication(models.Model):
    """One application; named by its reference, never by the person behind it."""

    contact = models.OneToOneField(
        Contact, on_delete=models.PROTECT, related_name="host_application"
    )
    reference = models.CharField(max_length=12, unique=True)
    organisation_kind = models.CharField(max_length=20, choices=HostKind.choices)
    organisation_name = models.CharField(max_length=160)
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+")
    gathering_place = models.CharField(max_length=240)
    wished_on = models.DateField(null=True, blank=True)
    wished_from = models.TimeField(null=True, blank=True)
    people_count = models.PositiveIntegerField()
    state = models.CharField(
        max_length=10,
        choices=HostApplicationState.choices,
        default=HostApplicationState.RECEIVED,
    )
    decline_reason = models.CharField(max_length=20, choices=DeclineReason.choices, blank=True)
    answer_en = models.CharField(max_length=480, blank=True)
    answer_ur = models.CharField(max_length=480, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # What approval made: the draft event, and the account that runs it and nothing more.
    event = models.OneToOneField(
        Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="host_application"
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    submission_key = models.CharField(max_length=32, unique=True)
    submission_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "created_at"], name="host_applications_to_do")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(state=HostApplicationState.DECLINED) | ~Q(decline_reason=""),
                name="declining_gives_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "declined"]) | Q(decided_at__isnull=False),
                name="a_decision_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
