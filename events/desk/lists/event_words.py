"""What every list says of its event, in the page's language."""

from dataclasses import dataclass

from django.utils import timezone

from events.enums import DatePrecision
from events.models import Event, Schedule
from urdu.dates import format_clock, format_clock_range, format_day, format_month


@dataclass(frozen=True, slots=True)
class EventWords:
    """Title, city, day, hours and place of an event; "" where something is not known."""

    title: str
    city: str
    day: str
    hours: str
    venue: str
    assembly_point: str

    @property
    def running_line(self) -> str:
        """Return what stands on every page: event, city (unless its title names it) and day."""
        city = "" if self.city in self.title else self.city
        return " · ".join(part for part in (self.title, city, self.day) if part)


def words_of(event: Event, language: str) -> EventWords:
    """Return the words of an event loaded with its city, schedule and venue."""
    schedule = event.schedule
    venue = schedule.venue
    return EventWords(
        title=getattr(event, f"title_{language}"),
        city=getattr(event.city, f"name_{language}"),
        day=_day(schedule, language),
        hours=_hours(schedule, language),
        venue=getattr(venue, f"name_{language}") if venue else "",
        assembly_point=getattr(schedule, f"assembly_point_{language}"),
    )


def _day(schedule: Schedule, language: str) -> str:
    day = schedule.happens_on
    if day is None:
        return ""
    if schedule.precision == DatePrecision.MONTH:
        return format_month(day.year, day.month, language)
    return format_day(day, language)


def _hours(schedule: Schedule, language: str) -> str:
    """Return the hours in Karachi, their figures not yet isolated."""
    if not schedule.has_hour or schedule.starts_at is None:
        return ""
    start = timezone.localtime(schedule.starts_at)
    if schedule.ends_at is None:
        return format_clock(start, language)
    return format_clock_range(start, timezone.localtime(schedule.ends_at), language)
