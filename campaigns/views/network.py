"""The organisations that carry the campaign: the same page for everybody, without cookies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from campaigns.selectors import campaign_at_work
from campaigns.selectors.network import network_by_kind
from campaigns.selectors.placements import partner_counters


@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """Show the organisations of the network, those of a kind together."""
    language = (get_language() or "ur")[:2]
    campaign = campaign_at_work()
    context = {
        "groups": network_by_kind(language),
        "counters": partner_counters(campaign, language) if campaign else [],
    }
    return render(request, "campaigns/network.html", context)
