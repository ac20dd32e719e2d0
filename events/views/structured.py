"""An event in the words of schema.org, for search engines: what its page says, no more."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from events.enums import EventKind, EventState
from events.models import Event, Schedule

STATES = {
    EventState.CANCELLED: "https://schema.org/EventCancelled",
    EventState.POSTPONED: "https://schema.org/EventPostponed",
}
SCHEDULED = "https://schema.org/EventScheduled"
ONLINE = "https://schema.org/OnlineEventAttendanceMode"
IN_PLACE = "https://schema.org/OfflineEventAttendanceMode"


def structured_event(event: Event, language: str) -> dict[str, Any] | None:
    """Return schema.org's Event; None while no day is known, since it must have one."""
    times = _times(event.schedule)
    if not times:
        return None
    organiser = event.lead_organiser
    named = {"@type": "Organization", "name": getattr(organiser, f"name_{language}", "")}
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": getattr(event, f"title_{language}"),
        "description": getattr(event, f"summary_{language}"),
        "inLanguage": language,
        "url": settings.BASE_URL + reverse("events:detail", args=[event.slug]),
        **times,
        "eventStatus": STATES.get(EventState(event.schedule.state), SCHEDULED),
        "eventAttendanceMode": ONLINE if event.kind == EventKind.WEBINAR else IN_PLACE,
        "isAccessibleForFree": True,
        "location": _location(event, language),
    } | ({"organizer": named} if organiser else {})


def _times(schedule: Schedule) -> dict[str, str]:
    """Return hours of Karachi with their offset, or the day alone where no hour is known."""
    if schedule.has_hour and schedule.starts_at is not None:
        times = {"startDate": schedule.starts_at, "endDate": schedule.ends_at}
        return {
            name: timezone.localtime(moment).isoformat() for name, moment in times.items() if moment
        }
    if schedule.has_day and schedule.happens_on is not None:
        return {"startDate": schedule.happens_on.isoformat()}
    return {}


def _location(event: Event, language: str) -> dict[str, Any]:
    schedule = event.schedule
    city = getattr(event.city, f"name_{language}")
    venue = getattr(schedule.venue, f"name_{language}") if schedule.venue else ""
    return {
        "@type": "Place",
        "name": venue or getattr(schedule, f"assembly_point_{language}") or city,
        "address": {"@type": "PostalAddress", "addressLocality": city, "addressCountry": "PK"},
    }
