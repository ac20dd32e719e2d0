"""A pledge for one campaign; it counts once its maker has confirmed it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from campaigns.enums import ConfirmedBy, PledgeState, WallState
from campaigns.models.campaign import Campaign
from campaigns.models.placement import Placement
from campaigns.models.statement import PledgeStatement
from directory.models import City
from participants.models import Contact


class PledgeQuerySet(models.QuerySet["Pledge"]):
    """Which pledges count, and which stand on the wall."""

    def counted(self) -> "PledgeQuerySet":
        """Confirmed ones only."""
        return self.filter(state=PledgeState.CONFIRMED)

    def on_the_wall(self) -> "PledgeQuerySet":
        """Counted, looked at by staff, and with somebody still behind them."""
        shown = self.counted().filter(wall_state=WallState.SHOWN, is_adult=True)
        return shown.exclude(contact__full_name="")


class Pledge(models.Model):
    """One person's pledge, by e-mail or phone."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="pledges")
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="pledge")
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+")
    statements = models.ManyToManyField(PledgeStatement, related_name="+", blank=True)
    state = models.CharField(
        max_length=10, choices=PledgeState.choices, default=PledgeState.PENDING
    )
    # What the own page is found by, and what somebody writes who confirms by a message.
    # Older pledges have none, and two of them must not share one.
    code = models.CharField(max_length=8, null=True, unique=True)  # noqa: DJ001
    # SHA-256 of the canonical e-mail address: one mailbox counts once.
    email_key = models.CharField(max_length=64, blank=True)
    # SHA-256 of the phone of whoever gave no e-mail address: one phone counts once.
    phone_key = models.CharField(max_length=64, blank=True, default="", db_default="")
    confirmed_by = models.CharField(
        max_length=10, choices=ConfirmedBy.choices, blank=True, default="", db_default=""
    )
    is_adult = models.BooleanField(default=False, db_default=False)
    wall_state = models.CharField(
        max_length=10,
        choices=WallState.choices,
        blank=True,
        default=WallState.NOT_ASKED,
        db_default="",
    )
    # The code somebody came by, if by one.
    placement = models.ForeignKey(
        Placement, null=True, on_delete=models.SET_NULL, related_name="pledges"
    )
    # Keyed hash of the neighbourhood of the visitor's address, with another key each day.
    address_block = models.CharField(max_length=16, blank=True, default="", db_default="")
    submission_key = models.CharField(max_length=32, unique=True)
    submission_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    objects = PledgeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["campaign", "state", "city"], name="pledge_counts"),
            models.Index(fields=["campaign", "email_key"], name="pledge_address"),
            models.Index(fields=["campaign", "phone_key"], name="pledge_phone"),
            models.Index(fields=["campaign", "wall_state"], name="pledge_wall"),
            models.Index(fields=["campaign", "created_at"], name="pledge_times"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "email_key"],
                condition=Q(state=PledgeState.CONFIRMED) & ~Q(email_key=""),
                name="one_counted_pledge_per_address",
            ),
            models.UniqueConstraint(
                fields=["campaign", "phone_key"],
                condition=Q(state=PledgeState.CONFIRMED) & ~Q(phone_key=""),
                name="one_counted_pledge_per_phone",
            ),
            models.CheckConstraint(
                condition=~Q(state=PledgeState.CONFIRMED) | Q(confirmed_at__isnull=False),
                name="counted_pledges_were_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(wall_state=WallState.NOT_ASKED) | Q(is_adult=True),
                name="adults_alone_on_the_wall",
            ),
        ]

    def __str__(self) -> str:
        return f"pledge {self.pk}"

    @property
    def reference(self) -> str:
        """The name of the own page; pledges older than the codes have their number."""
        return self.code or f"N{self.pk}"


class PledgeCode(models.Model):
    """Six digits sent by SMS, kept as a keyed hash; gone once used or too old."""

    pledge = models.OneToOneField(Pledge, on_delete=models.CASCADE, related_name="sms_code")
    code_hash = models.CharField(max_length=64)
    try_count = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"code of {self.pledge_id}"
