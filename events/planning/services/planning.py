"""Many drafts in one action: the same event in many cities, and last year's again."""

import datetime
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from campaigns.rules.years import with_year
from directory.models import City, User
from events.enums import DatePrecision, EventState
from events.enums.hosting import DateShift, PlanKind
from events.models import Event, Plan, Schedule
from events.planning.rules import CityPlan, When, moved_to_year, names_one_of
from events.planning.selectors import events_to_repeat, names_of_people
from events.planning.services.drafts import NewDraft, make_draft, terms_to_copy
from events.planning.services.once import made_once
from events.services import ScheduleDetails, details_of

# Words that are true of another year too. Not among them: speakers and the public contact, who
# are people; the theme, which the year brings; notes and sources, which tell of what happened.
REPEATED_WORDS = (
    "title_en",
    "title_ur",
    "summary_en",
    "summary_ur",
    "good_to_know_en",
    "good_to_know_ur",
    "is_step_free",
    "has_womens_area",
    "has_water",
    "has_toilets",
    "lost_children_en",
    "lost_children_ur",
    "bring_en",
    "bring_ur",
    "has_photographs",
    "organiser_line_en",
    "organiser_line_ur",
    "lead_organiser",
)


@dataclass(frozen=True, slots=True)
class Repetition:
    """Which events of a year to hold again in another, and how their days move."""

    from_year: int
    to_year: int
    shift: DateShift
    slugs: frozenset[str]


def plan_cities(*, plan: CityPlan, key: str, actor: User, now: datetime.datetime) -> Plan:
    """Make a draft in each city; the same key gives the same plan, however often it comes."""

    def make(made: Plan) -> None:
        cities = City.objects.in_bulk(list(plan.capacities), field_name="slug")
        for slug, capacity in plan.capacities.items():
            make_draft(draft=_city_draft(plan, cities[slug], capacity), plan=made, now=now)

    return made_once(PlanKind.CITIES, key, actor, make, now)


def _city_draft(plan: CityPlan, city: City, capacity: int) -> NewDraft:
    titles = {
        "title_en": f"{plan.words['title_en']}, {city.name_en}",
        "title_ur": f"{plan.words['title_ur']}، {city.name_ur}",
    }
    return NewDraft(
        kind=plan.kind,
        city=city,
        year=plan.year,
        words={**plan.words, **titles},
        details=_details(plan.when),
        capacity=capacity,
    )


def _details(when: When) -> ScheduleDetails:
    has_hour = when.starts is not None
    return ScheduleDetails(
        state=EventState.ANNOUNCED,
        precision=DatePrecision.TIME if has_hour else DatePrecision.DAY,
        happens_on=when.day,
        starts_at=moment(when.day, when.starts),
        ends_at=moment(when.day, when.ends) if has_hour else None,
    )


def moment(day: datetime.date, clock: datetime.time | None) -> datetime.datetime | None:
    """Return the moment in Pakistan; None without an hour."""
    return timezone.make_aware(datetime.datetime.combine(day, clock)) if clock else None


def repeat_events(*, repetition: Repetition, key: str, actor: User, now: datetime.datetime) -> Plan:
    """Make a draft of each chosen event on its new day, with no person and no count."""

    def make(made: Plan) -> None:
        for event in events_to_repeat(repetition.from_year):
            if event.slug in repetition.slugs:
                make_draft(draft=repeated(event, repetition), plan=made, now=now)

    return made_once(PlanKind.AGAIN, key, actor, make, now)


def repeated(event: Event, repetition: Repetition) -> NewDraft:
    """Return an event as a draft of another year; what names one of its people is left out."""
    places = getattr(event, "places", None)
    names = names_of_people(event)
    return NewDraft(
        kind=event.kind,
        city=event.city,
        year=repetition.to_year,
        words=_moved_words(event, repetition, names),
        details=_moved_details(event.schedule, repetition),
        capacity=places.capacity if places else None,
        terms=terms_to_copy(places),
        partners=tuple(event.partners.all()),
        programme=tuple(
            item
            for item in event.programme.all()
            if not names_one_of(f"{item.text_en} {item.text_ur}", names)
        ),
    )


def _moved_words(event: Event, repetition: Repetition, names: list[str]) -> dict[str, Any]:
    words = {name: getattr(event, name) for name in REPEATED_WORDS}
    for name, text in words.items():
        if not isinstance(text, str):
            continue
        is_title = name.startswith("title_")
        words[name] = with_year(text, repetition.from_year, repetition.to_year)
        if not is_title and names_one_of(text, names):
            words[name] = ""
    return words


def _moved_details(schedule: Schedule, repetition: Repetition) -> ScheduleDetails:
    details = replace(details_of(schedule), state=EventState.ANNOUNCED)
    if schedule.happens_on is None:
        return details
    day = moved_to_year(schedule.happens_on, repetition.to_year, repetition.shift)
    if schedule.precision == DatePrecision.MONTH:
        day = schedule.happens_on.replace(year=repetition.to_year)
    by = day - schedule.happens_on
    moved: dict[str, Any] = {
        name: value + by if (value := getattr(schedule, name)) else None
        for name in ("starts_at", "ends_at", "registration_opens_at", "registration_closes_at")
    }
    return replace(details, happens_on=day, **moved)
