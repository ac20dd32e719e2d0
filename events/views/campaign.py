"""A campaign's page; it lives here because it lists events."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.impact.lists.goals import PlaceGoals, goals_list
from campaigns.impact.selectors import goals_of, impact_of
from campaigns.models import Campaign
from campaigns.rules import days_until
from campaigns.selectors import other_campaigns, pledge_totals
from events.selectors import cards_of, event_cards, filtered_events, past_events
from events.views.pages import page_language


@require_safe
def campaign_detail(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year: theme, events, pledges counted and the other years."""
    campaign = get_object_or_404(Campaign.objects.public(), year=year)
    now, language = timezone.now(), page_language()
    events = filtered_events(campaign=year)
    totals = pledge_totals(campaign)
    context = {
        "campaign": campaign,
        "days_left": days_until(campaign.world_day_on, timezone.localdate(now)),
        "places": _goals(campaign, language),
        "pledge_total": totals.total,
        "pledge_cities": totals.cities,
        "event_cards": event_cards(language=language, now=now, events=events),
        "past_event_cards": cards_of(past_events(events, now), language=language, now=now),
        "other_campaigns": other_campaigns(campaign),
    }
    return render(request, "campaigns/campaign_detail.html", context)


def _goals(campaign: Campaign, language: str) -> list[PlaceGoals]:
    """Return how far the year is; the numbers are asked for only where there is a goal."""
    goals = goals_of(campaign)
    return goals_list(goals, impact_of(campaign, language), language) if goals else []
