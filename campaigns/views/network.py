"""The organisations that carry the campaign: the same page for everybody, without cookies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from campaigns.forms.network import NetworkFilterForm
from campaigns.lists import network_by_kind
from campaigns.selectors import campaign_at_work, network_organisations
from campaigns.selectors.placements import partner_counters


@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """Show the organisations of the network, those of a kind together, narrowed by choice."""
    language = (get_language() or "ur")[:2]
    everybody = network_organisations(language)
    campaign = campaign_at_work()
    form = NetworkFilterForm(request.GET, organisations=everybody, language=language)
    context = {
        "form": form if form.has_choices else None,
        "is_narrowed": form.is_narrowed,
        "groups": network_by_kind(form.narrowed(), language),
        "counters": partner_counters(campaign, language) if campaign else [],
    }
    return render(request, "campaigns/network.html", context)
