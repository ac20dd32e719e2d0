"""Who came: a ledger that only grows, the count it adds up to, walk-ins, and what does not fit."""

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from events.enums import (
    CheckInKind,
    CheckInSource,
    ConflictKind,
    ConflictResolution,
    GateOutcome,
    UndoReason,
)
from events.errors import LedgerIsAppendOnly
from events.models.event import Event
from events.models.gate import GateDevice
from events.models.registration import Registration

PLACE_MAX_LENGTH = 40
CLIENT_ID_MAX_LENGTH = 64


class Attendance(models.Model):
    """How many of one party are in; the database itself says no to more than may come."""

    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="attendance"
    )
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="attendances")
    # The party's size and what an organiser allowed beyond it; never below who is in.
    allowed = models.PositiveSmallIntegerField()
    extra = models.PositiveSmallIntegerField(default=0)
    arrived = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(arrived__lte=F("allowed")), name="arrived_within_the_party"
            )
        ]

    def __str__(self) -> str:
        return f"{self.arrived} of {self.allowed}"


class CheckInQuerySet(models.QuerySet["CheckIn"]):
    """Reading only, and adding."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: the ledger is append-only."""
        raise LedgerIsAppendOnly

    def delete(self) -> NoReturn:
        """Refuse: the ledger is append-only."""
        raise LedgerIsAppendOnly


class CheckIn(models.Model):
    """One line of the ledger: people of a party who came in, or of whom that was taken back.

    `people_count` is what the gate said, `counted` by how many the count of the party changed:
    0 where everybody was in already, negative where something is taken back. The sum of
    `counted` over a party's lines is its Attendance.arrived.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="check_ins")
    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="check_ins"
    )
    kind = models.CharField(max_length=12, choices=CheckInKind.choices)
    outcome = models.CharField(max_length=12, choices=GateOutcome.choices)
    people_count = models.PositiveSmallIntegerField()
    counted = models.SmallIntegerField()
    undoes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="undone_by"
    )
    reason = models.CharField(max_length=16, choices=UndoReason.choices, blank=True)
    source = models.CharField(max_length=10, choices=CheckInSource.choices)
    # The gate's name as it was then: "Gate A".
    place = models.CharField(max_length=PLACE_MAX_LENGTH, blank=True)
    device = models.ForeignKey(
        GateDevice, null=True, blank=True, on_delete=models.SET_NULL, related_name="check_ins"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    client_id = models.CharField(max_length=CLIENT_ID_MAX_LENGTH)
    # As the phone at the gate says, whose clock may be wrong; `recorded_at` is ours.
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()

    objects = CheckInQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["event", "happened_at"], name="check_ins_by_time")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "client_id"], name="one_line_per_client_id"),
            models.CheckConstraint(condition=Q(people_count__gte=1), name="somebody_checks_in"),
            models.CheckConstraint(
                condition=~Q(kind=CheckInKind.ARRIVAL)
                | Q(counted__gte=0, counted__lte=F("people_count")),
                name="arrivals_count_at_most_who_came",
            ),
            models.CheckConstraint(
                condition=~Q(kind=CheckInKind.UNDO) | Q(counted__lte=0, undoes__isnull=False),
                name="an_undo_takes_something_back",
            ),
        ]

    def __str__(self) -> str:
        return f"check-in {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new line; refuse to change an old one."""
        if self.pk is not None:
            raise LedgerIsAppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: the ledger is append-only."""
        raise LedgerIsAppendOnly


class WalkIn(models.Model):
    """People who came without a registration; beyond the capacity they are let in and flagged."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="walk_ins")
    full_name = models.CharField(max_length=120, blank=True)
    people_count = models.PositiveSmallIntegerField()
    exceeds_capacity = models.BooleanField(default=False)
    source = models.CharField(max_length=10, choices=CheckInSource.choices)
    place = models.CharField(max_length=PLACE_MAX_LENGTH, blank=True)
    device = models.ForeignKey(
        GateDevice, null=True, blank=True, on_delete=models.SET_NULL, related_name="walk_ins"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    client_id = models.CharField(max_length=CLIENT_ID_MAX_LENGTH)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undo_reason = models.CharField(max_length=16, choices=UndoReason.choices, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["event", "client_id"], name="one_walk_in_per_client_id"
            ),
            models.CheckConstraint(
                condition=Q(people_count__gte=1, people_count__lte=500), name="somebody_walks_in"
            ),
        ]

    def __str__(self) -> str:
        return f"walk-in {self.pk}"


class Conflict(models.Model):
    """Something two gates did that does not add up, for an organiser to decide."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="conflicts")
    kind = models.CharField(max_length=20, choices=ConflictKind.choices)
    check_in = models.OneToOneField(
        CheckIn, null=True, blank=True, on_delete=models.CASCADE, related_name="conflict"
    )
    # Who had come in on that pass before: its place and time stand beside the other's.
    earlier = models.ForeignKey(
        CheckIn, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    walk_in = models.OneToOneField(
        WalkIn, null=True, blank=True, on_delete=models.CASCADE, related_name="conflict"
    )
    found_at = models.DateTimeField()
    resolution = models.CharField(max_length=12, choices=ConflictResolution.choices, blank=True)
    reason = models.CharField(max_length=160, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(check_in__isnull=False) | Q(walk_in__isnull=False),
                name="a_conflict_is_about_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"conflict {self.pk}"
