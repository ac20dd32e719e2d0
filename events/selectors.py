"""What pages ask about events: cards in the page's language, ordered and filtered."""

import copy
import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.enums import (
    Audience,
    DatePrecision,
    EventKind,
    EventState,
    EventStatus,
    StatusReason,
)
from events.models import Event, EventChange, Places, Schedule
from events.models.event import EventQuerySet
from events.rules import PlaceCounts, reason_of, status_of
from urdu.dates import format_clock, format_clock_range, format_day, format_month
from urdu.isolation import isolate_html

OPEN_STATUSES = (EventStatus.OPEN, EventStatus.FEW, EventStatus.QUEUE)
# The day that stands there holds no more.
DAY_IS_VOID = (EventStatus.POSTPONED, EventStatus.CANCELLED)
WITH_FREE_PLACES = (EventStatus.OPEN, EventStatus.FEW)
KIND_LABELS: dict[str, Promise] = {
    EventKind.WALK: _("Awareness walk"),
    EventKind.SEMINAR: _("Seminar"),
    EventKind.CONFERENCE: _("Conference"),
    EventKind.TRAINING: _("Training"),
    EventKind.PRESS: _("Press conference"),
    EventKind.WEBINAR: _("Webinar"),
}
STATUS_LABELS: dict[str, Promise] = {
    EventStatus.ANNOUNCED: _("Announced"),
    EventStatus.SOON: _("Registration opens later"),
    EventStatus.OPEN: _("Registration is open"),
    EventStatus.FEW: _("Few places left"),
    EventStatus.QUEUE: _("All places are taken; waiting list"),
    EventStatus.FULL: _("All places are taken"),
    EventStatus.CLOSED: _("Registration is closed"),
    EventStatus.INVITATION: _("By invitation"),
    EventStatus.POSTPONED: _("Postponed"),
    EventStatus.CANCELLED: _("Cancelled"),
    EventStatus.OVER: _("Has taken place"),
}

WORDS_SECONDS = 5
_SCHEDULE_OF_EVENT = "SELECT * FROM events_schedule WHERE event_id = %s"
_PLACES_OF_EVENT = "SELECT * FROM events_places WHERE event_id = %s"
_SCHEDULE_OF_SLUG = """
    SELECT events_schedule.*, latest_revision_id AS revision
    FROM events_schedule JOIN events_event ON events_event.id = event_id
    WHERE slug = %s AND live
"""


@dataclass(frozen=True, slots=True)
class EventCard:
    """What a reader must see of an event in two seconds; words in the page's language."""

    title: str
    day: datetime.date | None
    precision: str
    clock: datetime.datetime | None
    end: datetime.datetime | None
    city: str
    assembly_point: str
    status: str
    status_label: str
    places_line: str
    url: str
    register_url: str
    kind_label: str
    is_demonstration: bool
    day_words: str
    clock_words: SafeString


def day_words(schedule: Schedule, language: str) -> str:
    """Say when an event is, as far as that is known; nothing is invented."""
    if schedule.happens_on is None:
        is_past = schedule.event.campaign_id is None or schedule.state == EventState.CLOSED
        return str(_("Date not recorded") if is_past else _("Date to be announced"))
    if schedule.precision == DatePrecision.MONTH:
        return format_month(schedule.happens_on.year, schedule.happens_on.month, language)
    return format_day(schedule.happens_on, language)


def clock_words(
    schedule: Schedule, language: str, isolate: Callable[[str], str] = isolate_html
) -> SafeString:
    """Say from when to when, figures isolated; nothing where the hour is not known."""
    if not schedule.has_hour or schedule.starts_at is None:
        return mark_safe("")
    start = timezone.localtime(schedule.starts_at)
    if schedule.ends_at is None:
        return mark_safe(format_clock(start, language, isolate=isolate))
    end = timezone.localtime(schedule.ends_at)
    return mark_safe(format_clock_range(start, end, language, isolate=isolate))


def moment_words(moment: datetime.datetime, language: str) -> SafeString:
    """Say a day and an hour of Karachi, figures isolated."""
    local = timezone.localtime(moment)
    comma = "، " if language == "ur" else ", "
    clock = format_clock(local, language, isolate=isolate_html)
    return mark_safe(f"{format_day(local.date(), language)}{comma}{clock}")


def places_of(event: Event) -> Places | None:
    """Return the event's places, or None for an event without registration."""
    return getattr(event, "places", None)


def event_to_register_for(slug: str) -> Event | None:
    """Return a published event with its schedule and places as they are at this moment.

    Its words may be a few seconds old, unless an editor changed them. Two plain statements, not
    one with six tables: to build that one took a third of what a registration costs.
    """
    schedule = next(iter(Schedule.objects.raw(_SCHEDULE_OF_SLUG, [slug])), None)
    if schedule is None:
        return None
    # An editor's change is a new revision, and thereby another name.
    revision = getattr(schedule, "revision", None)
    name = f"event-words-{schedule.event_id}-{revision}"
    words: Event | None = cache.get(name)
    if words is None:
        words = Event.objects.select_related("city").get(pk=schedule.event_id)
        cache.set(name, words, WORDS_SECONDS)
    return _completed(words, schedule)


def as_it_is_now(event: Event) -> Event:
    """Return a copy whose schedule and places are read anew; its words may be a request old."""
    schedules = Schedule.objects.raw(_SCHEDULE_OF_EVENT, [event.pk])
    return _completed(copy.copy(event), schedules[0])


def _completed(event: Event, schedule: Schedule) -> Event:
    # Setting one side of a pair sets the other: event.schedule is this one from here on.
    schedule.event = event
    for places in Places.objects.raw(_PLACES_OF_EVENT, [event.pk]):
        places.event = event
    return event


def _counts(places: Places | None) -> PlaceCounts | None:
    if places is None:
        return None
    return PlaceCounts(places.capacity, places.free, places.waiting, places.has_waiting_list)


def event_status(event: Event, now: datetime.datetime) -> EventStatus:
    """Return what a reader sees of an event's state at this moment."""
    return status_of(**_facts(event, now))


def status_reason(event: Event, now: datetime.datetime) -> StatusReason:
    """Return why a reader sees that."""
    return reason_of(**_facts(event, now))


def _facts(event: Event, now: datetime.datetime) -> dict[str, Any]:
    schedule = event.schedule
    return {
        "state": EventState(schedule.state),
        "ends_by": schedule.ends_by,
        "opens_at": schedule.registration_opens_at,
        "closes_at": schedule.registration_closes_at,
        "places": _counts(places_of(event)),
        "audience": Audience(schedule.audience),
        "now": now,
    }


def latest_change(event: Event) -> EventChange | None:
    """Return what organisers changed last; no query for an event nobody ever changed."""
    if not event.schedule.sequence:
        return None
    return EventChange.objects.filter(event=event).first()


def places_line(event: Event, status: EventStatus) -> str:
    """Say how many places are left, while one can still register; otherwise nothing."""
    places = places_of(event)
    if places is None or status not in WITH_FREE_PLACES:
        return ""
    return ngettext("%(count)d place left", "%(count)d places left", places.free) % {
        "count": places.free
    }


def card_of(event: Event, *, language: str, now: datetime.datetime) -> EventCard:
    """Return the card of an event loaded with `published()`; no further query."""
    schedule, status = event.schedule, event_status(event, now)
    is_open, is_void = status in OPEN_STATUSES, status in DAY_IS_VOID
    return EventCard(
        title=getattr(event, f"title_{language}"),
        day=schedule.happens_on,
        precision=schedule.precision,
        clock=schedule.starts_at if schedule.has_hour else None,
        end=schedule.ends_at if schedule.has_hour else None,
        city=getattr(event.city, f"name_{language}"),
        assembly_point=getattr(schedule, f"assembly_point_{language}"),
        status=status.value,
        status_label=str(STATUS_LABELS[status]),
        places_line=places_line(event, status),
        url=reverse("events:detail", args=[event.slug]),
        register_url=reverse("events:register", args=[event.slug]) if is_open else "",
        kind_label=str(KIND_LABELS[event.kind]),
        is_demonstration=event.is_demonstration,
        day_words=_card_day(schedule, status, language),
        clock_words=mark_safe("") if is_void else clock_words(schedule, language),
    )


def _card_day(schedule: Schedule, status: EventStatus, language: str) -> str:
    """Say the day; of a postponed or cancelled event, the day it was planned for."""
    day = day_words(schedule, language)
    if status not in DAY_IS_VOID or schedule.happens_on is None:
        return day
    return str(_("Was planned for %(day)s")) % {"day": day}


def _coming(events: EventQuerySet, now: datetime.datetime) -> EventQuerySet:
    today = timezone.localtime(now).date()
    this_month = today.replace(day=1)
    is_timed = Q(schedule__precision=DatePrecision.TIME)
    day_is_ahead = Q(schedule__happens_on__gte=today) & ~(is_timed & Q(schedule__ends_at__lte=now))
    end_is_ahead = is_timed & Q(schedule__ends_at__gt=now)
    month_is_ahead = Q(
        schedule__precision=DatePrecision.MONTH, schedule__happens_on__gte=this_month
    )
    undated = Q(schedule__happens_on__isnull=True, campaign__year__gte=today.year)
    return events.filter(day_is_ahead | end_is_ahead | month_is_ahead | undated).order_by(
        F("schedule__happens_on").asc(nulls_last=True), "schedule__starts_at", "city__name_en", "pk"
    )


def _past(events: EventQuerySet, now: datetime.datetime) -> EventQuerySet:
    coming = _coming(events, now).order_by().values("pk")
    return events.exclude(pk__in=coming).order_by(
        F("schedule__happens_on").desc(nulls_last=True), "city__name_en", "pk"
    )


def filtered_events(
    *, campaign: int | None = None, city: str | None = None, kind: str | None = None
) -> EventQuerySet:
    """Return published events of a campaign's year, a city's slug, a kind; any may be None."""
    wanted = {"campaign__year": campaign, "city__slug": city, "kind": kind}
    events: EventQuerySet = Event.objects.published()
    return events.filter(**{name: value for name, value in wanted.items() if value})


def event_cards(
    *,
    language: str,
    now: datetime.datetime,
    events: EventQuerySet | None = None,
    campaign: int | None = None,
    upcoming_only: bool = True,
    limit: int | None = None,
) -> list[EventCard]:
    """Return cards in order: coming ones first to last; with upcoming_only=False, past ones too."""
    if events is None:
        events = filtered_events(campaign=campaign)
    found: list[Event] = list(_coming(events, now)[:limit])
    if not upcoming_only:
        found += _past(events, now)[: limit - len(found) if limit else None]
    return cards_of(found, language=language, now=now)


def past_events(events: EventQuerySet, now: datetime.datetime) -> EventQuerySet:
    """Return those that have taken place, latest first, undated ones last."""
    return _past(events, now)


def cards_of(events: Iterable[Event], *, language: str, now: datetime.datetime) -> list[EventCard]:
    """Return the cards of events already loaded."""
    return [card_of(event, language=language, now=now) for event in events]
