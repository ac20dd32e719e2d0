"""A campaign's page; it lives here because it lists events."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campaigns.models import Campaign
from campaigns.selectors import pledge_totals
from events.selectors import cards_of, event_cards, filtered_events, past_events
from events.views.pages import page_language


@require_safe
def campaign_detail(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year: theme, events, pledges counted and the other years."""
    campaign = get_object_or_404(Campaign, year=year)
    now, language = timezone.now(), page_language()
    events = filtered_events(campaign=year)
    totals = pledge_totals(campaign)
    context = {
        "campaign": campaign,
        "pledge_total": totals.total,
        "pledge_cities": totals.cities,
        "event_cards": event_cards(language=language, now=now, events=events),
        "past_event_cards": cards_of(past_events(events, now), language=language, now=now),
        "other_campaigns": Campaign.objects.exclude(pk=campaign.pk),
    }
    return render(request, "campaigns/campaign_detail.html", context)
