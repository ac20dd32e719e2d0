"""What a day clashes with, which events can be held again, and what a plan has made."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet
from django.utils import timezone

from campaigns.models import Campaign
from directory.models import City
from events.enums import EventState
from events.enums.hosting import Caution
from events.models import Event, Invitation, Plan, PublicHoliday, Registration
from events.planning.rules import FIXED_HOLIDAYS, When, cautions_about

MOST_PLANS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Warnings:
    """What to think of on one day in one city, in the order of weight."""

    cautions: tuple[Caution, ...]
    holiday: PublicHoliday | None = None
    fixed_holiday: tuple[int, int] | None = None
    clashes: tuple[Event, ...] = field(default=())


def warnings_for(wanted: Sequence[tuple[City, When]], now: datetime.datetime) -> list[Warnings]:
    """Return the warnings of each city and day, in the same order; three queries in all."""
    days = [when.day for _city, when in wanted]
    holidays = {row.day: row for row in PublicHoliday.objects.filter(day__in=days)}
    years = {day.year for day in days}
    known = set(PublicHoliday.objects.filter(day__year__in=years).values_list("day", flat=True))
    known_years = {day.year for day in known}
    clashes = _clashes(wanted)
    today = timezone.localtime(now).date()
    return [
        _warnings(
            city,
            when,
            today,
            holidays.get(when.day),
            clashes[(city.pk, when.day)],
            is_year_known=when.day.year in known_years,
        )
        for city, when in wanted
    ]


def _clashes(
    wanted: Sequence[tuple[City, When]],
) -> Mapping[tuple[int, datetime.date], list[Event]]:
    found: dict[tuple[int, datetime.date], list[Event]] = defaultdict(list)
    events = (
        Event.objects.filter(
            city__in={city.pk for city, _when in wanted},
            schedule__happens_on__in={when.day for _city, when in wanted},
        )
        .exclude(schedule__state=EventState.CANCELLED)
        .select_related("schedule")
        .order_by("slug")
    )
    for event in events:
        found[(event.city_id, event.schedule.happens_on)].append(event)
    return found


def _warnings(
    city: City,
    when: When,
    today: datetime.date,
    holiday: PublicHoliday | None,
    clashes: Iterable[Event],
    *,
    is_year_known: bool,
) -> Warnings:
    cautions = cautions_about(when, float(city.latitude), today)
    fixed = (when.day.month, when.day.day)
    is_fixed = fixed in FIXED_HOLIDAYS
    if holiday is not None or is_fixed:
        cautions.append(Caution.HOLIDAY)
    elif not is_year_known:
        cautions.append(Caution.HOLIDAYS_UNKNOWN)
    found = tuple(clashes)
    if found:
        cautions.append(Caution.CLASH)
    return Warnings(tuple(cautions), holiday, fixed if is_fixed else None, found)


def slugs_like(start: str) -> set[str]:
    """Return the addresses of events that begin so."""
    return set(Event.objects.filter(slug__startswith=start).values_list("slug", flat=True))


def campaigns() -> list[Campaign]:
    """Return all years, the latest first."""
    return list(Campaign.objects.all())


def draft_count(campaign: Campaign) -> int:
    """Return how many events of a year nobody has published yet."""
    return Event.objects.filter(campaign=campaign, live=False).count()


def events_to_repeat(year: int) -> list[Event]:
    """Return a year's events with everything that is carried over, by day."""
    return list(
        Event.objects.filter(campaign__year=year, schedule__isnull=False)
        .exclude(schedule__state=EventState.CANCELLED)
        .select_related("city", "lead_organiser", "schedule__venue", "places")
        .prefetch_related("partners", "programme", "speakers")
        .order_by("schedule__happens_on", "city__name_en", "pk")
    )


def names_of_people(event: Event) -> list[str]:
    """Return the names of an event's speakers and of its public contact, in both languages."""
    speakers = [(speaker.name_en, speaker.name_ur) for speaker in event.speakers.all()]
    pairs = [*speakers, (event.contact_name_en, event.contact_name_ur)]
    return [name.strip() for pair in pairs for name in pair if name.strip()]


def plans() -> QuerySet[Plan]:
    """Return what was planned lately, with how many drafts of it are left."""
    found = Plan.objects.select_related("made_by", "campaign").annotate(
        event_count=Count("schedules")
    )
    return found.order_by("-made_at", "-pk")[:MOST_PLANS_SHOWN]


def plan_by_number(number: int) -> Plan | None:
    """Return one plan."""
    return Plan.objects.select_related("made_by", "campaign").filter(pk=number).first()


def events_of(plan: Plan) -> list[Event]:
    """Return the events a plan has made and that are still there."""
    return list(
        Event.objects.filter(schedule__plan=plan)
        .select_related("city", "schedule__venue", "places")
        .order_by("schedule__happens_on", "city__name_en", "pk")
    )


def untouched_drafts(plan: Plan) -> list[Event]:
    """Return those nobody has published, edited, helped with or registered for since."""
    drafts = Event.objects.filter(
        schedule__plan=plan,
        live=False,
        first_published_at__isnull=True,
        roles__isnull=True,
        changes__isnull=True,
    )
    busy = {
        *Registration.objects.filter(event__in=drafts).order_by().values_list("event", flat=True),
        *Invitation.objects.filter(event__in=drafts).order_by().values_list("event", flat=True),
    }
    found = drafts.annotate(revision_count=Count("revisions", distinct=True)).order_by("pk")
    return [one for one in found if one.pk not in busy and one.revision_count <= 1]
