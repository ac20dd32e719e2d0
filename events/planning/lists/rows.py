"""What a plan would make, row by row, with the warnings in words."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import City
from events.enums.hosting import Caution, DateShift
from events.models import Event
from events.planning.rules import When, moved_to_year
from events.planning.selectors import Warnings
from urdu.dates import format_clock, format_clock_range, format_day
from urdu.isolation import isolate_html, isolate_runs_html

HOLIDAY_LABELS: dict[tuple[int, int], Promise] = {
    (2, 5): gettext_lazy("Kashmir Solidarity Day"),
    (3, 23): gettext_lazy("Pakistan Day"),
    (5, 1): gettext_lazy("Labour Day"),
    (5, 28): gettext_lazy("Youm-e-Takbeer"),
    (8, 14): gettext_lazy("Independence Day"),
    (11, 9): gettext_lazy("Iqbal Day"),
    (12, 25): gettext_lazy("Quaid-e-Azam Day"),
}


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One draft that would be made; `field` is its bound form field, or nothing."""

    key: str
    city: str
    day: str
    clock: SafeString
    warnings: list[SafeString]
    field: Any = None


def row_of(
    key: str, city: City, when: When, warnings: Warnings, language: str, field: Any = None
) -> PlannedRow:
    """Return one row of the preview, in the page's language."""
    return PlannedRow(
        key=key,
        city=getattr(city, f"name_{language}"),
        day=format_day(when.day, language),
        clock=clock_of(when, language),
        warnings=warning_words(warnings, language),
        field=field,
    )


def when_moved(event: Event, year: int, shift: DateShift) -> When:
    """Return the day and hours of an event that has a day, in another year."""
    schedule = event.schedule
    day = moved_to_year(schedule.happens_on, year, shift)
    starts, ends = schedule.starts_at, schedule.ends_at
    return When(
        day,
        timezone.localtime(starts).time() if schedule.has_hour and starts else None,
        timezone.localtime(ends).time() if schedule.has_hour and ends else None,
    )


def clock_of(when: When, language: str) -> SafeString:
    """Say from when to when; nothing where no hour is set."""
    if when.starts is None:
        return mark_safe("")
    if when.ends is None:
        return mark_safe(format_clock(when.starts, language, isolate=isolate_html))
    return mark_safe(format_clock_range(when.starts, when.ends, language, isolate=isolate_html))


def warning_words(warnings: Warnings, language: str) -> list[SafeString]:
    """Return the warnings as sentences, safe HTML with isolated numbers."""
    words = [_caution_words(caution, warnings, language) for caution in warnings.cautions]
    return [mark_safe(isolate_runs_html(conditional_escape(one))) for one in words]


def _caution_words(caution: Caution, warnings: Warnings, language: str) -> str:
    if caution == Caution.HOLIDAY:
        return _holiday_words(warnings, language)
    if caution == Caution.CLASH:
        titles = [getattr(event, f"title_{language}") for event in warnings.clashes]
        comma = "، " if language == "ur" else ", "
        return _("On the same day in this city: %(titles)s") % {"titles": comma.join(titles)}
    return str(CAUTION_WORDS[caution])


CAUTION_WORDS: dict[Caution, Promise] = {
    Caution.PAST: gettext_lazy("This day is over already."),
    Caution.FRIDAY_PRAYER: gettext_lazy(
        "A Friday, and it meets the Friday prayer, 1:00 to 2:30 pm."
    ),
    Caution.FRIDAY: gettext_lazy(
        "A Friday: a working day, and the Friday prayer is from 1:00 to 2:30 pm."
    ),
    Caution.HEAT: gettext_lazy(
        "Hours of heat, 10 am to 5 pm: begin in the early morning, or go indoors."
    ),
    Caution.HOLIDAYS_UNKNOWN: gettext_lazy(
        "Eid and the other holidays of the moon are not entered for this year yet."
    ),
}


def _holiday_words(warnings: Warnings, language: str) -> str:
    holiday = warnings.holiday
    if holiday is None:
        name = str(HOLIDAY_LABELS[warnings.fixed_holiday]) if warnings.fixed_holiday else ""
        return _("Public holiday: %(name)s") % {"name": name}
    name = getattr(holiday, f"name_{language}")
    if holiday.is_expected:
        return _("Public holiday, expected: %(name)s") % {"name": name}
    return _("Public holiday: %(name)s") % {"name": name}


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft of a plan as its page lists it."""

    title: str
    day: str
    desk_url: str
    cms_url: str
    is_live: bool


def day_of(happens_on: datetime.date | None, language: str) -> str:
    """Say a day, or nothing."""
    return format_day(happens_on, language) if happens_on else ""


def draft_line(event: Event, language: str, *, desk_url: str, cms_url: str) -> DraftLine:
    """Return one draft's line; addresses are "" where the reader may not go."""
    return DraftLine(
        title=getattr(event, f"title_{language}"),
        day=day_of(event.schedule.happens_on, language),
        desk_url=desk_url,
        cms_url=cms_url,
        is_live=event.live,
    )
