"""Everything a year's report tells: its numbers, its events, and who held them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F

from campaigns.impact.selectors import YearImpact, campaigns_by_year, impact_of_years
from campaigns.lists import NetworkGroup, network_by_kind
from campaigns.models import Campaign, Organisation
from campaigns.selectors import network_organisations
from directory.selectors import MainHelpline, main_helpline
from events.enums import EventState
from events.models import Event
from events.selectors import filtered_events
from urdu.sorting import sort_key

NOT_COUNTED = (EventState.CANCELLED, EventState.POSTPONED)


@dataclass(frozen=True, slots=True)
class YearOfEvents:
    """A year's published events by day, undated ones last, and who held those that count."""

    events: tuple[Event, ...]
    organisations: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class YearFacts:
    """Everything a report is made of; `years` holds the year itself too."""

    impact: YearImpact
    years: Sequence[YearImpact]
    held: YearOfEvents
    network: Sequence[NetworkGroup]
    helpline: MainHelpline


def year_facts(year: int, language: str) -> YearFacts | None:
    """Return what is known of a year; None where it has no campaign."""
    years = impact_of_years(campaigns_by_year(), language)
    impact = next((one for one in years if one.campaign.year == year), None)
    if impact is None:
        return None
    held = year_of_events(impact.campaign, language)
    return YearFacts(
        impact,
        years,
        held,
        network_by_kind(network_organisations(language), language),
        main_helpline(),
    )


def year_of_events(campaign: Campaign, language: str) -> YearOfEvents:
    """Return a year's events and its organisations by name; two queries."""
    events = (
        filtered_events(campaign=campaign.year)
        .prefetch_related("partners")
        .order_by(
            F("schedule__happens_on").asc(nulls_last=True),
            "schedule__starts_at",
            "city__name_en",
            "pk",
        )
    )
    found = {one.pk: one for event in events if _counts(event) for one in _held_by(event)}
    order = sort_key if language == "ur" else str.casefold
    named = sorted(
        found.values(), key=lambda one: (order(getattr(one, f"name_{language}")), one.pk)
    )
    return YearOfEvents(tuple(events), tuple(named))


def _counts(event: Event) -> bool:
    return event.schedule.state not in NOT_COUNTED


def _held_by(event: Event) -> list[Organisation]:
    partners: list[Organisation] = list(event.partners.all())
    return [*partners, event.lead_organiser] if event.lead_organiser else partners
