"""When and where an event is, and how many may come: rows that no revision writes back."""

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from events.enums import Audience, DatePrecision, EventState, PromotionPolicy
from events.models.event import Event
from events.models.planning import Plan
from events.models.venue import Venue
from events.rules import LARGEST_GROUP, LARGEST_PARTY


class Schedule(models.Model):
    """Time, place, registration window and state; changed by services only."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="schedule")
    state = models.CharField(
        max_length=10, choices=EventState.choices, default=EventState.ANNOUNCED
    )
    audience = models.CharField(max_length=12, choices=Audience.choices, default=Audience.OPEN)
    precision = models.CharField(
        max_length=10, choices=DatePrecision.choices, default=DatePrecision.UNKNOWN
    )
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    # The day, or the first day of the month, as far as `precision` says it is known.
    happens_on = models.DateField(null=True, blank=True, db_index=True)
    venue = models.ForeignKey(Venue, null=True, blank=True, on_delete=models.PROTECT)
    assembly_point_en = models.CharField(max_length=240, blank=True)
    assembly_point_ur = models.CharField(max_length=240, blank=True)
    route_en = models.TextField(blank=True)
    route_ur = models.TextField(blank=True)
    landmarks_en = models.CharField(max_length=240, blank=True)
    landmarks_ur = models.CharField(max_length=240, blank=True)
    end_point_en = models.CharField(max_length=240, blank=True)
    end_point_ur = models.CharField(max_length=240, blank=True)
    registration_opens_at = models.DateTimeField(null=True, blank=True)
    registration_closes_at = models.DateTimeField(null=True, blank=True)
    # Rises with every material change, so that calendars replace what they hold.
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    # The one action that made this draft together with others.
    plan = models.ForeignKey(
        Plan, null=True, blank=True, on_delete=models.SET_NULL, related_name="schedules"
    )

    class Meta:
        default_permissions = ("view", "change")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(precision=DatePrecision.TIME) | Q(starts_at__isnull=False),
                name="an_hour_needs_a_start",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"schedule of {self.event}"

    @property
    def has_day(self) -> bool:
        """Whether the day is known, so that it may stand in a calendar."""
        return self.precision in (DatePrecision.TIME, DatePrecision.DAY)

    @property
    def has_hour(self) -> bool:
        """Whether the hour is known."""
        return self.precision == DatePrecision.TIME

    @property
    def ends_by(self) -> datetime.datetime | None:
        """The moment after which the event is over: its end, or the end of its day or month."""
        if self.has_hour and self.ends_at is not None:
            return self.ends_at
        if self.happens_on is None:
            return None
        last = self.happens_on
        if self.precision == DatePrecision.MONTH:
            last = (last.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
            last -= datetime.timedelta(days=1)
        midnight = datetime.datetime.combine(last, datetime.time()) + datetime.timedelta(days=1)
        return timezone.make_aware(midnight)


class Places(models.Model):
    """How many may come and how many places are taken; the database itself says no to more."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="places")
    capacity = models.PositiveIntegerField()
    # The capacity, or what was already taken when the capacity was lowered below it:
    # lowering drops nobody, and still nobody is added.
    ceiling = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    has_waiting_list = models.BooleanField(default=True)
    promotion = models.CharField(
        max_length=10, choices=PromotionPolicy.choices, default=PromotionPolicy.DIRECT
    )
    offer_hours = models.PositiveSmallIntegerField(default=24)
    largest_party = models.PositiveSmallIntegerField(default=LARGEST_PARTY)
    # Schools and organisations by head-count; 0 where the event takes none.
    largest_group = models.PositiveSmallIntegerField(default=0)
    # The number the next waiting party draws; it only rises, so that order is for ever.
    next_waiting_number = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ("view", "change")
        verbose_name_plural = "places"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(taken__lte=F("ceiling")), name="taken_within_ceiling"
            ),
            models.CheckConstraint(
                condition=Q(ceiling=F("capacity")) | Q(ceiling__lte=F("taken")),
                name="ceiling_is_capacity_or_what_is_taken",
            ),
            models.CheckConstraint(
                condition=Q(ceiling__gte=F("capacity")), name="ceiling_not_below_capacity"
            ),
            models.CheckConstraint(
                condition=Q(largest_group__lte=LARGEST_GROUP), name="groups_have_a_limit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.taken} of {self.capacity}"

    @property
    def unclaimed(self) -> int:
        """Places nobody has taken; none while the capacity is lowered below what is taken."""
        return max(0, self.capacity - self.taken)

    @property
    def free(self) -> int:
        """Places a newcomer can have: none while others wait, whom nobody overtakes."""
        return 0 if self.waiting else self.unclaimed
