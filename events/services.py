"""Changing when, where and how many: the only way to the rows no revision writes back."""

import datetime
from dataclasses import dataclass, fields

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from events.enums import DatePrecision, EventState
from events.models import Event, Places, Schedule, Venue

# A calendar must replace what it holds when one of these differs.
MATERIAL_FIELDS = (
    "precision",
    "starts_at",
    "ends_at",
    "happens_on",
    "venue",
    "assembly_point_en",
    "assembly_point_ur",
)
NOT_TAKING_PLACE = (EventState.CANCELLED, EventState.POSTPONED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleDetails:
    """When and where, as a form collected it; see Schedule for what each means."""

    state: str
    precision: str
    happens_on: datetime.date | None = None
    starts_at: datetime.datetime | None = None
    ends_at: datetime.datetime | None = None
    venue: Venue | None = None
    assembly_point_en: str = ""
    assembly_point_ur: str = ""
    route_en: str = ""
    route_ur: str = ""
    landmarks_en: str = ""
    landmarks_ur: str = ""
    end_point_en: str = ""
    end_point_ur: str = ""
    registration_opens_at: datetime.datetime | None = None
    registration_closes_at: datetime.datetime | None = None


def announce_event(*, event: Event, now: datetime.datetime) -> Schedule:
    """Give a new event its schedule: announced, its day not known yet."""
    schedule, _ = Schedule.objects.get_or_create(
        event=event,
        defaults={
            "state": EventState.ANNOUNCED,
            "precision": DatePrecision.UNKNOWN,
            "changed_at": now,
        },
    )
    return schedule


@transaction.atomic
def set_schedule(*, event: Event, details: ScheduleDetails, now: datetime.datetime) -> Schedule:
    """Write when and where; `sequence` rises only when a walker would have to know."""
    schedule = Schedule.objects.select_for_update().get(event=event)
    if _is_material(schedule, details):
        schedule.sequence += 1
    for field in fields(details):
        setattr(schedule, field.name, getattr(details, field.name))
    schedule.changed_at = now
    schedule.save()
    return schedule


@transaction.atomic
def set_places(*, event: Event, capacity: int) -> Places:
    """Set how many may come; below what is taken nobody is dropped and nobody added.

    One UPDATE reads and writes `taken`, so that a place taken meanwhile is never lost.
    """
    places, is_new = Places.objects.get_or_create(
        event=event, defaults={"capacity": capacity, "ceiling": capacity}
    )
    if not is_new:
        Places.objects.filter(pk=places.pk).update(
            capacity=capacity, ceiling=Greatest(capacity, F("taken"))
        )
        places.refresh_from_db()
    return places


def _is_material(schedule: Schedule, details: ScheduleDetails) -> bool:
    if any(getattr(schedule, name) != getattr(details, name) for name in MATERIAL_FIELDS):
        return True
    return schedule.state != details.state and (
        schedule.state in NOT_TAKING_PLACE or details.state in NOT_TAKING_PLACE
    )
