"""What the events of a year came to, counted from registrations, arrivals and reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Sum

from campaigns.enums import TallyMeasure
from campaigns.impact.rules import Count, large_enough
from campaigns.impact.selectors import PartnerCount
from campaigns.models import Campaign
from campaigns.selectors.placements import counted_pledges_by_partner
from events.enums import EventState, RegistrationState
from events.models import Attendance, Event, EventReport, Registration, WalkIn


@dataclass(slots=True)
class _City:
    """What is added up for a city, or under None for the year."""

    events: int = 0
    people: dict[TallyMeasure, list[int]] = field(default_factory=lambda: defaultdict(list))
    sources: set[str] = field(default_factory=set)
    organisations: set[int] = field(default_factory=set)


def event_counts(campaign: Campaign) -> list[Count]:
    """Return every count of a year that comes from its events: six queries for any number.

    Only events the public can see count, and of people only events with ten or more.
    """
    events = list(
        Event.objects.filter(campaign=campaign, live=True)
        .exclude(schedule__state__in=(EventState.CANCELLED, EventState.POSTPONED))
        .order_by("pk")
        .prefetch_related("partners")
    )
    cities: dict[int | None, _City] = defaultdict(_City)
    reports = _reports(events)
    registered, attended = _registered(events), _attended(events)
    for event in events:
        for city in (cities[event.city_id], cities[None]):
            city.events += 1
            city.organisations |= _organisations(event)
            city.people[TallyMeasure.REGISTERED].append(registered.get(event.pk, 0))
            city.people[TallyMeasure.ATTENDED].append(attended.get(event.pk, 0))
            _add_report(city, reports.get(event.pk))
    return [count for key, city in {None: _City(), **cities}.items() for count in _of(key, city)]


def _of(key: int | None, city: _City) -> Iterable[Count]:
    yield Count(TallyMeasure.EVENTS, key, city.events)
    yield Count(TallyMeasure.ORGANISATIONS, key, len(city.organisations))
    for measure, counts in city.people.items():
        is_estimate = measure == TallyMeasure.ESTIMATED
        sources = tuple(sorted(city.sources)) if is_estimate else ()
        yield Count(measure, key, sum(large_enough(counts)), sources)


def _organisations(event: Event) -> set[int]:
    partners = {partner.pk for partner in event.partners.all()}
    return partners | ({event.lead_organiser_id} if event.lead_organiser_id else set())


def _add_report(city: _City, report: EventReport | None) -> None:
    counts = large_enough([report.headcount or 0]) if report else []
    if report and counts:
        city.people[TallyMeasure.ESTIMATED] += counts
        city.sources.add(report.headcount_source)


def _reports(events: list[Event]) -> Mapping[int, EventReport]:
    found = EventReport.objects.filter(event__in=events, published_at__isnull=False)
    return {report.event_id: report for report in found}


def _registered(events: list[Event]) -> Mapping[int, int]:
    confirmed = Registration.objects.filter(event__in=events, state=RegistrationState.CONFIRMED)
    found = confirmed.order_by().values_list("event").annotate(people=Sum("party_size"))
    return dict(found)


def _attended(events: list[Event]) -> Mapping[int, int]:
    total: dict[int, int] = defaultdict(int)
    arrived = Attendance.objects.filter(event__in=events).order_by().values_list("event")
    for event, people in arrived.annotate(people=Sum("arrived")):
        total[event] += people
    walk_ins = WalkIn.objects.filter(event__in=events, undone_at__isnull=True).order_by()
    for event, people in walk_ins.values_list("event").annotate(people=Sum("people_count")):
        total[event] += people
    return total


def partner_counts(campaign: Campaign) -> dict[int, PartnerCount]:
    """Return people registered and pledges counted by each organisation's links, if any."""
    people = Registration.objects.filter(
        placement__campaign=campaign,
        placement__organisation__isnull=False,
        state=RegistrationState.CONFIRMED,
    )
    sums = people.order_by().values_list("placement__organisation")
    registered = dict(sums.annotate(people=Sum("party_size")))
    pledges = counted_pledges_by_partner(campaign)
    return {pk: (registered.get(pk, 0), pledges.get(pk, 0)) for pk in {*registered, *pledges}}
