"""Changing when, where and how many: the only way to the rows no revision writes back."""

import datetime
from dataclasses import dataclass, fields
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from wagtail.contrib.frontend_cache.utils import get_backends, purge_urls_from_cache

from events.enums import Audience, DatePrecision, EventState, PromotionPolicy
from events.models import Event, Places, Schedule, Venue
from events.rules import LARGEST_PARTY

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
TERMS_OF_PLACES = (
    "has_waiting_list",
    "promotion",
    "offer_hours",
    "largest_party",
    "largest_group",
)
LANGUAGES = ("ur", "en")
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
    audience: str = Audience.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationTerms:
    """Who may register, when and in how large a party, and what happens once all is full."""

    state: str
    audience: str = Audience.OPEN
    opens_at: datetime.datetime | None = None
    closes_at: datetime.datetime | None = None
    has_waiting_list: bool = True
    promotion: str = PromotionPolicy.DIRECT
    offer_hours: int = 24
    largest_party: int = LARGEST_PARTY
    largest_group: int = 0


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
    schedule = lock_schedule(event=event)
    if is_material(schedule, details):
        schedule.sequence += 1
    for field in fields(details):
        setattr(schedule, field.name, getattr(details, field.name))
    schedule.changed_at = now
    schedule.save()
    purge_event_pages(event=event)
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
    purge_event_pages(event=event)
    return places


def lock_schedule(*, event: Event) -> Schedule:
    """Return the schedule, locked until the transaction ends."""
    return Schedule.objects.select_for_update(no_key=True).get(event=event)


def details_of(schedule: Schedule) -> ScheduleDetails:
    """Return what stands now, for changing a part of it with dataclasses.replace."""
    return ScheduleDetails(
        **{field.name: getattr(schedule, field.name) for field in fields(ScheduleDetails)}
    )


def terms_of(event: Event) -> RegistrationTerms:
    """Return the terms that stand now; of places as they would be made where there are none."""
    schedule, places = event.schedule, getattr(event, "places", None) or Places()
    return RegistrationTerms(
        state=schedule.state,
        audience=schedule.audience,
        opens_at=schedule.registration_opens_at,
        closes_at=schedule.registration_closes_at,
        **{name: getattr(places, name) for name in TERMS_OF_PLACES},
    )


@transaction.atomic
def set_terms(*, event: Event, terms: RegistrationTerms, now: datetime.datetime) -> None:
    """Write who may register and when; nobody who is registered or waits loses anything.

    A postponed or cancelled event keeps its state: organisers resume it, and people are told.
    """
    schedule = lock_schedule(event=event)
    if schedule.state not in NOT_TAKING_PLACE and terms.state not in NOT_TAKING_PLACE:
        schedule.state = terms.state
    schedule.audience = terms.audience
    schedule.registration_opens_at = terms.opens_at
    schedule.registration_closes_at = terms.closes_at
    schedule.changed_at = now
    schedule.save()
    Places.objects.filter(event=event).update(
        **{name: getattr(terms, name) for name in TERMS_OF_PLACES}
    )
    purge_event_pages(event=event)


def purge_event_pages(*, event: Event) -> None:
    """Have the shared cache in front ask again, once the transaction stands.

    Does nothing where no such cache is configured (WAGTAILFRONTENDCACHE).
    """
    if not get_backends():
        return
    paths = [f"/{language}/{path}" for language in LANGUAGES for path in _paths_about(event)]
    transaction.on_commit(
        partial(purge_urls_from_cache, [settings.BASE_URL + path for path in paths])
    )


def _paths_about(event: Event) -> tuple[str, ...]:
    here = f"events/{event.slug}/"
    return ("", "events/", "events/feed.ics", here, f"{here}event.ics")


def is_material(schedule: Schedule, details: ScheduleDetails) -> bool:
    """Tell whether a walker would have to know: the calendar's sequence rises with it."""
    if any(getattr(schedule, name) != getattr(details, name) for name in MATERIAL_FIELDS):
        return True
    return schedule.state != details.state and (
        schedule.state in NOT_TAKING_PLACE or details.state in NOT_TAKING_PLACE
    )
