"""When the gate of an event counts."""

import datetime

from django.utils import timezone

from events.attendance.rules import GateHours, GatePhase, phase_of
from events.enums import ChangeKind, EventState
from events.models import Event, EventChange, Schedule

DAY = datetime.timedelta(days=1)
_CALLED_OFF = {
    EventState.POSTPONED: GatePhase.POSTPONED,
    EventState.CANCELLED: GatePhase.CANCELLED,
}


def gate_hours(event: Event) -> GateHours:
    """Return when the gate counts: the whole days of the event in Pakistan, first to last.

    One query more for an event that was called off, none for any other.
    """
    schedule = event.schedule
    called_off = _CALLED_OFF.get(EventState(schedule.state))
    first, last = schedule.happens_on, _last_day(schedule)
    has_day = schedule.has_day and first is not None
    return GateHours(
        opens_at=midnight(first) if has_day and first else None,
        closes_at=midnight(last + DAY) if has_day and last else None,
        called_off=called_off,
        called_off_at=_called_off_at(event) if called_off else None,
    )


def gate_phase(event: Event, now: datetime.datetime) -> GatePhase:
    """Return what the gate of an event does now."""
    return phase_of(gate_hours(event), now)


def midnight(day: datetime.date) -> datetime.datetime:
    """Return the moment a day begins in Pakistan."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def _last_day(schedule: Schedule) -> datetime.date | None:
    """Return the day it ends on; what ends at midnight ends on the day before."""
    if schedule.happens_on is None or not schedule.has_hour or schedule.ends_at is None:
        return schedule.happens_on
    last = timezone.localtime(schedule.ends_at - datetime.timedelta.resolution).date()
    return max(schedule.happens_on, last)


def _called_off_at(event: Event) -> datetime.datetime:
    """Return when the organisers said so."""
    kinds = (ChangeKind.POSTPONED, ChangeKind.CANCELLED)
    change = EventChange.objects.filter(event=event, kind__in=kinds).order_by("-pk").first()
    return change.made_at if change else event.schedule.changed_at
