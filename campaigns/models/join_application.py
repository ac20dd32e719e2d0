"""An organisation that wants to join the network, and what the campaign answered."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from campaigns.enums import JoinDeclineReason, JoinState, OrganisationKind
from campaigns.models.organisation import Organisation
from directory.models import City
from participants.models import Contact


class JoinApplication(models.Model):
    """One application; named by its reference, never by the person behind it."""

    contact = models.OneToOneField(
        Contact, on_delete=models.PROTECT, related_name="join_application"
    )
    reference = models.CharField(max_length=12, unique=True)
    organisation_kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    organisation_name = models.CharField(max_length=160)
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+")
    work = models.CharField(max_length=480)
    website = models.URLField(blank=True)
    people_count = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=JoinState.choices, default=JoinState.RECEIVED)
    decline_reason = models.CharField(max_length=20, choices=JoinDeclineReason.choices, blank=True)
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
    # What approval made or found; whoever left and came back has applied twice.
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="join_applications",
    )
    submission_key = models.CharField(max_length=32, unique=True)
    submission_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "created_at"], name="join_applications_to_do")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(state=JoinState.DECLINED) | ~Q(decline_reason=""),
                name="declining_to_join_gives_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[JoinState.APPROVED, JoinState.DECLINED])
                | Q(decided_at__isnull=False),
                name="an_answer_to_join_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_in_network(self) -> bool:
        """Whether what was approved still stands in the network."""
        return (
            self.state == JoinState.APPROVED
            and self.organisation is not None
            and self.organisation.is_in_network
        )
