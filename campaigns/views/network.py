"""The organisations that carry the campaign: the same page for everybody, without cookies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from campaigns.selectors.network import network_by_kind


@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """Show the organisations of the network, those of a kind together."""
    groups = network_by_kind((get_language() or "ur")[:2])
    return render(request, "campaigns/network.html", {"groups": groups})
