"""Who may work at which event's desk, and when."""

import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import ExpressionWrapper, F, Q, Value
from django.db.models.functions import Now, TruncDate

from events.enums import DatePrecision, EventRoleKind
from events.models.event import Event

KARACHI = ZoneInfo("Asia/Karachi")
WITH_A_DAY = (DatePrecision.TIME, DatePrecision.DAY)
# So long before its day a role for the day lets somebody prepare and practise.
PREPARATION = datetime.timedelta(days=1)


class EventRoleQuerySet(models.QuerySet["EventRole"]):
    """Which roles count at a moment."""

    def in_force(self, now: datetime.datetime | None = None) -> "EventRoleQuerySet":
        """Return the roles that count now: the one place that decides.

        A role for the day counts on its event's own day in Karachi, whenever that is by then,
        and on the day before: a phone is prepared and tried before people stand at the gate.
        Without `now` the database's clock says which day it is, so that no caller can forget.
        """
        return self.filter(Q(is_for_the_day=False) | _is_the_day(now))

    def of_other_days(self, now: datetime.datetime | None = None) -> "EventRoleQuerySet":
        """Return the roles that count on another day than this one, the next day first."""
        return (
            self.filter(is_for_the_day=True)
            .exclude(_is_the_day(now))
            .select_related("event__city", "event__schedule", "event__schedule__venue")
            .order_by(F("event__schedule__happens_on").asc(nulls_last=True), "pk")
        )


def _is_the_day(now: datetime.datetime | None) -> Q:
    moment = Value(now, models.DateTimeField()) if now else Now()
    ahead = Value(PREPARATION, models.DurationField())
    soon = ExpressionWrapper(moment + ahead, models.DateTimeField())
    return Q(
        event__schedule__precision__in=WITH_A_DAY,
        event__schedule__happens_on__isnull=False,
        event__schedule__happens_on__gte=TruncDate(moment, tzinfo=KARACHI),
        event__schedule__happens_on__lte=TruncDate(soon, tzinfo=KARACHI),
    )


class EventRole(models.Model):
    """A staff user's role at one event, and nothing more."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="roles")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="event_roles"
    )
    role = models.CharField(max_length=10, choices=EventRoleKind.choices)
    # Holds on the event's own day and the day before alone: it follows an event that is moved.
    is_for_the_day = models.BooleanField(default=False, db_default=False)

    objects = EventRoleQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "user"], name="one_role_per_event_and_user")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"
