"""Calendar files and feeds (RFC 5545): stable UID, rising SEQUENCE, nobody's personal data."""

import datetime
from collections.abc import Iterable
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar
from icalendar import Event as CalendarEvent

from events.enums import EventState
from events.models import Event

PRODUCT = "-//Hamqadam//Events//{language}"
TIME_ZONE = "Asia/Karachi"


def calendar_of(events: Iterable[Event], *, language: str, title: str) -> bytes:
    """Return a calendar of those events that have a day; cancelled ones stay, marked so."""
    with translation.override(language):
        return _calendar_of(events, language, title)


def google_calendar_address(event: Event, *, language: str) -> str:
    """Return a link that writes the event into a Google calendar; empty while no day is known.

    It says what the public page says: no personal link, no person.
    """
    dates = _google_dates(event)
    if not dates:
        return ""
    with translation.override(language):
        page = settings.BASE_URL + reverse("events:detail", args=[event.slug])
    query = {
        "action": "TEMPLATE",
        "text": getattr(event, f"title_{language}"),
        "dates": dates,
        "ctz": TIME_ZONE,
        "location": _location(event, language),
        "details": page,
    }
    return f"https://calendar.google.com/calendar/render?{urlencode(query)}"


def _google_dates(event: Event) -> str:
    schedule = event.schedule
    if schedule.has_hour and schedule.starts_at is not None:
        begins = _local(schedule.starts_at)
        ends = _local(schedule.ends_at) if schedule.ends_at is not None else begins
        return f"{begins:%Y%m%dT%H%M%S}/{ends:%Y%m%dT%H%M%S}"
    if not schedule.has_day or schedule.happens_on is None:
        return ""
    next_day = schedule.happens_on + datetime.timedelta(days=1)
    return f"{schedule.happens_on:%Y%m%d}/{next_day:%Y%m%d}"


def _calendar_of(events: Iterable[Event], language: str, title: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT.format(language=language.upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", TIME_ZONE)
    for event in events:
        if event.schedule.has_day:
            calendar.add_component(_entry(event, language))
    calendar.add_missing_timezones()
    for timezone in calendar.timezones:
        # The library's English note on the years it knows; some calendars show it.
        timezone.pop("comment", None)
    body: bytes = calendar.to_ical()
    return body


def _entry(event: Event, language: str) -> CalendarEvent:
    schedule = event.schedule
    entry = CalendarEvent()
    entry.add("uid", f"event-{event.pk}@{urlsplit(settings.BASE_URL).hostname}")
    entry.add("sequence", schedule.sequence)
    entry.add("dtstamp", schedule.changed_at)
    entry.add("last-modified", schedule.changed_at)
    entry.add("summary", _summary(event, language))
    entry.add("location", _location(event, language))
    entry.add("url", settings.BASE_URL + reverse("events:detail", args=[event.slug]))
    entry.add("description", _description(event, language))
    cancelled = schedule.state == EventState.CANCELLED
    postponed = schedule.state == EventState.POSTPONED
    entry.add("status", "CANCELLED" if cancelled else "TENTATIVE" if postponed else "CONFIRMED")
    _add_times(entry, event)
    return entry


def _summary(event: Event, language: str) -> str:
    """Return the title; many calendars show no status, so what is off is said in it."""
    title = getattr(event, f"title_{language}")
    pattern = {
        EventState.CANCELLED: _("Cancelled: %(title)s"),
        EventState.POSTPONED: _("Postponed: %(title)s"),
    }.get(EventState(event.schedule.state), "%(title)s")
    return pattern.replace("%(title)s", title)


def _add_times(entry: CalendarEvent, event: Event) -> None:
    schedule = event.schedule
    if schedule.has_hour and schedule.starts_at is not None:
        entry.add("dtstart", _local(schedule.starts_at))
        # An end must lie after the start; without one the entry is a moment, which is allowed.
        if schedule.ends_at is not None and schedule.ends_at > schedule.starts_at:
            entry.add("dtend", _local(schedule.ends_at))
    elif schedule.happens_on is not None:
        entry.add("dtstart", schedule.happens_on)
        entry.add("dtend", schedule.happens_on + datetime.timedelta(days=1))


def _local(moment: datetime.datetime) -> datetime.datetime:
    return moment.astimezone(ZoneInfo(TIME_ZONE))


def _location(event: Event, language: str) -> str:
    schedule = event.schedule
    assembly_point = getattr(schedule, f"assembly_point_{language}")
    venue = getattr(schedule.venue, f"name_{language}") if schedule.venue else ""
    city = getattr(event.city, f"name_{language}")
    comma = "، " if language == "ur" else ", "
    return comma.join(part for part in (assembly_point, venue, city) if part)


def _description(event: Event, language: str) -> str:
    lines = [getattr(event, f"summary_{language}")]
    if event.is_demonstration:
        lines.append(_("This event is a demonstration."))
    return "\n\n".join(line for line in lines if line)
