"""A campaign's page; it lives here because it lists events."""

import datetime

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.enums import TallyMeasure
from campaigns.impact.lists.figures import LABELS
from campaigns.impact.lists.goals import PlaceGoals, goals_list
from campaigns.impact.selectors import YearImpact, goals_of, impact_of
from campaigns.models import Campaign, Organisation
from campaigns.rules import days_until
from campaigns.selectors import current_campaign, other_campaigns, pledge_totals
from campaigns.selectors.years import links_of, materials_of, picture_of
from events.models.event import EventQuerySet
from events.selectors import cards_of, event_cards, filtered_events, past_events
from events.views.campaign_cities import cities_of
from participants.views import page_language
from urdu.sorting import sort_key

# What a year came to so far; pledges have a part of their own.
SO_FAR = (TallyMeasure.REGISTERED, TallyMeasure.ATTENDED, TallyMeasure.ORGANISATIONS)


@require_safe
def campaign_detail(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year: theme, cities with their events and goals, pledges, network, other years."""
    campaign = get_object_or_404(Campaign.objects.public(), year=year)
    context = campaign_context(campaign, page_language(), timezone.now())
    return render(request, "campaigns/campaign_detail.html", context)


def campaign_context(
    campaign: Campaign, language: str, now: datetime.datetime
) -> dict[str, object]:
    """Return what the page of a year shows in a language; a draft's events are not published."""
    events: EventQuerySet = filtered_events(campaign=campaign.year)
    totals = pledge_totals(campaign)
    impact = impact_of(campaign, language)
    places = goals_list(goals_of(campaign), impact, language)
    cards = event_cards(language=language, now=now, events=events)
    cards += cards_of(past_events(events, now), language=language, now=now)
    return {
        "campaign": campaign,
        "picture": picture_of(campaign),
        **_standing(campaign, timezone.localdate(now)),
        "places": [place for place in places if not place.is_city],
        "so_far": _so_far(impact),
        "pledge_total": totals.total,
        "pledge_cities": totals.cities,
        "cities": cities_of(cards, _of_cities(places), language),
        "organisations": _organisations(events, language),
        "links": links_of(campaign),
        "materials": materials_of(campaign),
        "other_campaigns": other_campaigns(campaign),
    }


def _standing(campaign: Campaign, today: datetime.date) -> dict[str, object]:
    """Return whether a year is ahead, under way or over, and the current one where it is not it."""
    days_left = days_until(campaign.world_day_on, today)
    current = None if campaign.is_current else current_campaign()
    return {
        "days_left": days_left,
        "is_over": days_left is None and not campaign.is_current,
        "is_ahead": current is not None and campaign.year > current.year,
        "current": current,
    }


def _of_cities(places: list[PlaceGoals]) -> list[PlaceGoals]:
    return [place for place in places if place.is_city]


def _so_far(impact: YearImpact) -> list[tuple[str, str]]:
    """Return what may be told of a year in all, as pairs of what is counted and how many."""
    told = [(measure, impact.figures[measure].total) for measure in SO_FAR]
    return [(str(LABELS[measure]), f"{total:,}") for measure, total in told if total]


def _organisations(events: EventQuerySet, language: str) -> list[Organisation]:
    """Return who leads a year's events or is their partner, as the language sorts them."""
    own = events.order_by().values("pk")
    carries = Q(led_events__in=own) | Q(partnered_events__in=own)
    found = list(Organisation.objects.filter(carries).distinct())
    order = sort_key if language == "ur" else str.casefold
    return sorted(found, key=lambda one: (order(getattr(one, f"name_{language}")), one.pk))
